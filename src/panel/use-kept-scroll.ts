import { useEffect } from 'preact/hooks'
import type { KeptState } from './kept-state'

/**
 * After a reload the panel goes on where it was scrolled to, once it is that long again: texts and records come later.
 * @param of what is shown. By default no page of Amazon’s was seen yet.
 */
export function useKeptScroll(scroll: KeptState['scroll'], of = ''): void {
  useEffect(() => {
    const left = new AbortController()
    const { signal } = left
    const top = scroll.value?.of === of ? scroll.value.top : 0
    let isBehind = top > 0
    if (isBehind) {
      const length = new ResizeObserver(() => {
        window.scrollTo({ top })
        if (window.scrollY >= top - 1) goOn()
      })
      const goOn = () => {
        length.disconnect()
        isBehind = false
      }
      length.observe(document.body)
      signal.addEventListener('abort', goOn)
      // The seller goes elsewhere.
      for (const kind of ['wheel', 'touchmove', 'pointerdown', 'keydown'])
        window.addEventListener(kind, goOn, { signal, passive: true })
    }
    const keep = () => {
      if (!isBehind) scroll.value = { of, top: Math.max(0, Math.round(window.scrollY)) }
    }
    window.addEventListener('scrollend', keep, { signal })
    return () => left.abort()
  }, [of])
}
