import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import type { I18n } from '../app/app'

/** Tells the tabs of the dashboard apart by what they show. */
export function useTabTitle({ translate }: I18n, shown: string, place = ''): void {
  const title = translate('dashboard_title_part', { part: shown })
  // Before the effects of what a part shows, which may have a title of its own.
  useLayoutEffect(() => {
    document.title = title
  }, [title, place])
}

/**
 * One thing of many that a part shows, such as a draft: the tab is called by it. @returns for its heading, which takes
 * the focus from the part's when the seller came there from another place of the dashboard.
 */
export function useSubject({ translate }: I18n, shown: string): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null)
  const title = translate('dashboard_title_part', { part: shown })
  useEffect(() => {
    document.title = title
  }, [title])
  useEffect(() => {
    if (document.activeElement?.matches('.part')) heading.current?.focus()
  }, [])
  return heading
}
