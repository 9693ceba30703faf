import { useEffect } from 'preact/hooks'

/**
 * Unfolds what has `data-prints` while the page is printed, since nothing can be unfolded on paper. By style alone it
 * would stay folded in Firefox before 143, which has no `::details-content`.
 */
export function useUnfoldedInPrint(): void {
  useEffect(() => {
    let unfolded: HTMLDetailsElement[] = []
    const turn = (isOpen: boolean) => {
      for (const one of unfolded) one.open = isOpen
    }
    const unfold = () => {
      unfolded = [...document.querySelectorAll<HTMLDetailsElement>('details[data-prints]:not([open])')]
      turn(true)
    }
    const fold = () => turn(false)
    addEventListener('beforeprint', unfold)
    addEventListener('afterprint', fold)
    return () => {
      removeEventListener('beforeprint', unfold)
      removeEventListener('afterprint', fold)
    }
  }, [])
}
