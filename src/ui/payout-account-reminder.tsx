import type { ItemView } from '../domain/overview'
import { useApp } from './app'

/** Asks back for the digits that the seller has typed, beside the check before a payout while it waits. */
export function PayoutAccount({ item }: { item: ItemView }) {
  const { i18n, overview } = useApp()
  const tail = overview.payout?.tail
  if (item.follows !== 'payouts' || !item.waiting || tail === undefined) return null
  return <p>{i18n.translate('still_account', { digits: tail })}</p>
}
