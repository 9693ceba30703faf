import { useEffect, useRef } from 'preact/hooks'

/** Moves the focus to a heading if the focused row left a list. */
export function useFocusKept(length: number, heading: () => HTMLElement | null | undefined): void {
  const before = useRef(length)
  useEffect(() => {
    if (length < before.current && document.activeElement === document.body) heading()?.focus()
    before.current = length
  }, [length])
}
