import { useLater } from '../ui/use-later'
import { useApp } from './app'

/** A part of the popup that most days don't need. Its texts come a moment after the first ones. */
export function usePart<Part>(load: () => Promise<Part>, isNeeded: boolean): Part | 'failed' | undefined {
  const { textOf } = useApp()
  const part = useLater(load, isNeeded)
  return part === 'failed' || textOf('verdict_official') !== undefined ? part : undefined
}

/** In its place, when it could not be loaded. */
export function NotLoaded() {
  const { translate } = useApp()
  return (
    <p class="trouble" role="alert">
      {translate('popup_page_not_loaded')}
    </p>
  )
}
