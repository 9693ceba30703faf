import type { ComponentChildren } from 'preact'
import type { Overview } from '../domain/overview'
import type { I18n } from '../platform/i18n'
import { storedNames } from './stored-names'

/**
 * What of the storage is not in the checklist, and why: read-only, or unreadable. Nothing when all is well.
 * @param children where to look further.
 */
export function StorageNotice(props: { overview: Overview; i18n: I18n; children: ComponentChildren }) {
  const { overview, i18n, children } = props
  const { newer = [], unreadable = [] } = overview.storage ?? {}
  const { translate } = i18n
  if (newer.length + unreadable.length === 0) return null
  return (
    <div class="panel problem" role="status">
      {newer.length > 0 && <p>{translate('storage_newer', { parts: storedNames(i18n, newer) })}</p>}
      {unreadable.length > 0 && (
        <p>{translate('storage_unreadable', { parts: storedNames(i18n, unreadable) })}</p>
      )}
      {children}
    </div>
  )
}
