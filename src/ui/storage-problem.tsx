import type { ComponentChildren } from 'preact'
import type { Overview } from '../domain/overview'
import type { I18n } from '../i18n/i18n'
import { troubleText } from '../i18n/trouble-text'
import { storedNames } from './stored-part-name'
import { useAsked, Withheld } from './withheld'

/**
 * What is wrong: what the toolbar's "!" means, and what of the storage is read-only or unreadable. Nothing when all is
 * well.
 * @param children where to look further into the storage.
 */
export function StorageNotice(props: { overview: Overview; i18n: I18n; children: ComponentChildren }) {
  const { overview, i18n, children } = props
  const { trouble, storage } = overview
  const { newer = [], unreadable = [] } = storage ?? {}
  const { translate } = i18n
  const asked = useAsked()
  const allowed = asked.value?.isAllowed ? asked.value.host : undefined
  const isMended = trouble?.kind === 'withheld' && trouble.host === allowed
  const left = isMended ? undefined : trouble
  if (!left && allowed === undefined && newer.length + unreadable.length === 0) return null
  return (
    <div class="trouble problem" role="status">
      {left && <p>{troubleText(i18n, left)}</p>}
      {left?.kind === 'withheld' && <Withheld host={left.host} asked={asked} i18n={i18n} />}
      {allowed !== undefined && <p>{translate('withheld_allowed', { host: allowed })}</p>}
      {newer.length > 0 && <p>{translate('storage_newer', { parts: storedNames(i18n, newer) })}</p>}
      {unreadable.length > 0 && (
        <p>{translate('storage_unreadable', { parts: storedNames(i18n, unreadable) })}</p>
      )}
      {newer.length + unreadable.length > 0 && children}
    </div>
  )
}
