import type { Overview } from '../domain/overview'
import type { I18n } from '../platform/i18n'
import { troubleText } from '../platform/trouble-text'
import { storedNames } from './stored-names'

/** What is wrong: what the toolbar's "!" means, and what is stored but read-only or unreadable. Nothing when all is well. */
export function StorageNotice({ overview, i18n }: { overview: Overview; i18n: I18n }) {
  const { trouble, storage } = overview
  const { newer = [], unreadable = [] } = storage ?? {}
  const { translate } = i18n
  if (!trouble && newer.length + unreadable.length === 0) return null
  return (
    <div class="panel problem" role="status">
      {trouble && <p>{troubleText(i18n, trouble)}</p>}
      {newer.length > 0 && <p>{translate('storage_newer', { parts: storedNames(i18n, newer) })}</p>}
      {unreadable.length > 0 && (
        <p>{translate('storage_unreadable', { parts: storedNames(i18n, unreadable) })}</p>
      )}
      {!trouble && (
        <p>
          <a href="/src/dashboard/dashboard.html#/data" target="_blank" rel="noopener">
            {translate('storage_open_data')}
          </a>
        </p>
      )}
    </div>
  )
}
