import { dueIn } from '../domain/round'
import { hasSeveral } from '../ui/store-label'
import { useApp } from './app'

/** How many checks are due, in the store that is shown. */
export function useDueLine(): string {
  const { overview, translate, plural } = useApp()
  const { unreadable } = overview
  const due = dueIn(overview).length
  if (!hasSeveral(overview)) {
    if (due > 0) return plural('popup_waiting', due)
    return translate(unreadable === 0 ? 'popup_nothing_waits' : 'popup_nothing_known')
  }
  if (due > 0) return plural('popup_waiting_here', due)
  return translate(unreadable === 0 ? 'popup_nothing_here' : 'popup_nothing_known')
}

/** How many checks could not be read; nothing if all could. */
export function UnreadableLine() {
  const { overview, plural } = useApp()
  return overview.unreadable > 0 ? <p>{plural('popup_unreadable', overview.unreadable)}</p> : null
}

/** With several stores: how the toolbar number is made up. */
export function AllStoresLine() {
  const { overview, translate, number } = useApp()
  const { counted, store } = overview
  if (!hasSeveral(overview) || counted === 0) return null
  return (
    <p class="soft">
      {translate('popup_all_stores', {
        total: number(counted),
        here: number(store.counted),
        elsewhere: number(counted - store.counted),
      })}
    </p>
  )
}

/** Of the store that is shown: how many of its essential checks are up to date. */
export function Progress() {
  const { overview, translate, number } = useApp()
  const { upToDate, total } = overview.progress
  return (
    <p class="soft">
      {translate('popup_progress', {
        done: number(upToDate),
        total: number(total),
      })}
    </p>
  )
}
