import type { Overview } from '../domain/overview'
import type { I18n } from '../platform/i18n'
import { dashboardAddress } from './dashboard-address'
import { storedNames } from './stored-names'

/** What of the storage is not in the checklist, and why: read-only, or unreadable. Nothing when all is well. */
export function StorageNotice({ overview, i18n }: { overview: Overview; i18n: I18n }) {
  const { newer = [], unreadable = [] } = overview.storage ?? {}
  const { translate } = i18n
  if (newer.length + unreadable.length === 0) return null
  return (
    <div class="panel problem" role="status">
      {newer.length > 0 && <p>{translate('storage_newer', { parts: storedNames(i18n, newer) })}</p>}
      {unreadable.length > 0 && (
        <p>{translate('storage_unreadable', { parts: storedNames(i18n, unreadable) })}</p>
      )}
      <p>
        <a href={dashboardAddress('data')} target="_blank" rel="noopener">
          {translate('storage_open_data')}
        </a>
      </p>
    </div>
  )
}
