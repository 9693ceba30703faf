import type { Overview } from '../domain/overview'
import type { I18n } from '../platform/i18n'

/** Asks back for the digits that the seller has typed, beside the check before a payout. */
export function PayoutAccount({ overview, i18n }: { overview: Overview; i18n: I18n }) {
  const tail = overview.payout?.tail
  return tail === undefined ? null : <p>{i18n.translate('still_account', { digits: tail })}</p>
}
