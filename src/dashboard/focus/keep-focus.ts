import { useEffect, useRef } from 'preact/hooks'

/** When a list has become shorter and the focus went with what left it, the focus goes to a heading. */
export function useFocusKept(length: number, heading: () => HTMLElement | null | undefined): void {
  const before = useRef(length)
  useEffect(() => {
    if (length < before.current && document.activeElement === document.body) heading()?.focus()
    before.current = length
  }, [length])
}
