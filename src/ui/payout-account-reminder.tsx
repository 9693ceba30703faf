import type { ItemView, Overview } from '../domain/overview'
import type { I18n } from '../i18n/i18n'

/** Asks back for the digits that the seller has typed, beside the check before a payout while it waits. */
export function PayoutAccount(props: { item: ItemView; overview: Overview; i18n: I18n }) {
  const { item, overview, i18n } = props
  const tail = overview.payout?.tail
  if (item.follows !== 'payouts' || !item.waiting || tail === undefined) return null
  return <p>{i18n.translate('still_account', { digits: tail })}</p>
}
