import { useEffect } from 'preact/hooks'
import type { I18n } from '../platform/i18n'

/** Tells the tabs of the dashboard apart by what they show. */
export function useTabTitle({ translate }: I18n, part: string): void {
  const title = translate('dashboard_title_part', { part })
  useEffect(() => {
    document.title = title
  }, [title])
}
