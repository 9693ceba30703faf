import type { ComponentChildren } from 'preact'
import { troubleText } from '../i18n/trouble-text'
import { useApp } from './app'
import { AllowSite, useSiteAccess } from './site-access'
import { storedNames } from './stored-part-name'

/**
 * Explains the toolbar's "!", and which stored values are read-only or unreadable. Empty if there is no problem.
 * @param children a link to the page about stored data.
 */
export function StorageNotice({ children }: { children: ComponentChildren }) {
  const { i18n, overview } = useApp()
  const { trouble, storage } = overview
  const { newer = [], unreadable = [] } = storage ?? {}
  const { translate } = i18n
  const asked = useSiteAccess()
  const allowed = asked.value?.isAllowed ? asked.value.host : undefined
  const isMended = trouble?.kind === 'withheld' && trouble.host === allowed
  const left = isMended ? undefined : trouble
  if (!left && allowed === undefined && newer.length + unreadable.length === 0) return null
  return (
    <div class="trouble problem" role="status">
      {left && <p>{troubleText(i18n, left)}</p>}
      {left?.kind === 'withheld' && <AllowSite host={left.host} asked={asked} />}
      {allowed !== undefined && <p>{translate('withheld_allowed', { host: allowed })}</p>}
      {newer.length > 0 && <p>{translate('storage_newer', { parts: storedNames(i18n, newer) })}</p>}
      {unreadable.length > 0 && (
        <p>{translate('storage_unreadable', { parts: storedNames(i18n, unreadable) })}</p>
      )}
      {newer.length + unreadable.length > 0 && children}
    </div>
  )
}
