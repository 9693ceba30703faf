import type { Overview } from '../domain/overview'
import { useApp } from './app'

/** How much waits: in the store that is shown, and where there are several, how that makes up the number of all. */
export function Counts() {
  const { i18n, overview } = useApp()
  const { translate, plural, number } = i18n
  const { counted, unreadable, store } = overview
  const here = store.counted
  return (
    <>
      <p class="counts">
        {hasSeveral(overview)
          ? here === 0
            ? translate(unreadable === 0 ? 'popup_nothing_here' : 'popup_nothing_known')
            : plural('popup_waiting_here', here)
          : counted === 0
            ? translate(unreadable === 0 ? 'popup_nothing_waits' : 'popup_nothing_known')
            : plural('popup_waiting', counted)}
      </p>
      {unreadable > 0 && <p>{plural('popup_unreadable', unreadable)}</p>}
      {hasSeveral(overview) && counted > 0 && (
        <p class="soft">
          {translate('popup_all_stores', {
            total: number(counted),
            here: number(here),
            elsewhere: number(counted - here),
          })}
        </p>
      )}
    </>
  )
}

/** Of the store that is shown: how many of its essential checks are up to date. */
export function Progress() {
  const { i18n, overview } = useApp()
  const { translate, number } = i18n
  const { upToDate, total } = overview.progress
  return (
    <p class="soft">
      {translate(hasSeveral(overview) ? 'popup_progress_here' : 'popup_progress', {
        done: number(upToDate),
        total: number(total),
      })}
    </p>
  )
}

function hasSeveral({ stores }: Overview): boolean {
  return stores.filter(({ removed }) => removed === undefined).length > 1
}
