import type { ItemId } from './items'
import type { Length } from './time/length'

/** Counted from the report, `days: 0` being the same day. `within`: due at once, to be done by then; `after`: not before. */
export type MadeDue = { item: ItemId } & ({ within: Length } | { after: { days: number } })

type Row = {
  /** For ever, like an item's. Messages: `happening_<id>_title` and `_explain` (`-` as `_`). */
  id: string
  /** In the order in which to do them. */
  makesDue: readonly MadeDue[]
}

const table = [
  {
    id: 'somebody-left',
    makesDue: [
      { item: 'offboard-person', within: { days: 0 } },
      { item: 'reset-trusted-devices', within: { days: 0 } },
      { item: 'password-change-event', within: { days: 0 } },
      { item: 'user-list-review', within: { days: 1 } },
      { item: 'apps-access-review', within: { days: 1 } },
      { item: 'other-doors-review', within: { days: 1 } },
      { item: 'notification-email-check', within: { days: 1 } },
      { item: 'deposit-check-before-payout', within: { days: 1 } },
      { item: 'backup-super-user-drill', within: { days: 7 } },
    ],
  },
  {
    id: 'laptop-lost',
    makesDue: [
      { item: 'reset-trusted-devices', within: { hours: 1 } },
      { item: 'password-change-event', within: { hours: 1 } },
      { item: 'mailbox-secured', within: { days: 0 } },
      { item: 'backup-code-method', within: { days: 0 } },
      { item: 'trusted-device-review', within: { days: 1 } },
      { item: 'seller-app-phones', within: { days: 1 } },
    ],
  },
  {
    id: 'phone-number-taken',
    makesDue: [
      { item: 'mailbox-secured', within: { hours: 1 } },
      { item: 'password-change-event', within: { hours: 1 } },
      { item: 'reset-trusted-devices', within: { hours: 1 } },
      { item: 'backup-code-method', within: { days: 0 } },
      { item: 'user-list-review', within: { days: 0 } },
      { item: 'deposit-check-before-payout', within: { days: 0 } },
      { item: 'payment-provider-login', within: { days: 0 } },
      { item: 'notification-email-check', within: { days: 0 } },
      { item: 'phone-number-lock', within: { days: 1 } },
    ],
  },
  {
    id: 'unexpected-code',
    makesDue: [
      { item: 'unexpected-code', within: { hours: 1 } },
      { item: 'password-change-event', within: { hours: 1 } },
      { item: 'reset-trusted-devices', within: { hours: 1 } },
      { item: 'user-list-review', within: { days: 0 } },
      { item: 'deposit-check-before-payout', within: { days: 0 } },
      { item: 'notification-email-check', within: { days: 0 } },
      { item: 'mailbox-secured', within: { days: 0 } },
      { item: 'mailbox-rules-check', within: { days: 0 } },
    ],
  },
  {
    id: 'typed-on-doubtful-page',
    makesDue: [
      { item: 'password-change-event', within: { hours: 1 } },
      { item: 'reset-trusted-devices', within: { hours: 1 } },
      { item: 'user-list-review', within: { days: 0 } },
      { item: 'deposit-check-before-payout', within: { days: 0 } },
      { item: 'notification-email-check', within: { days: 0 } },
      { item: 'mailbox-secured', within: { days: 0 } },
      { item: 'mailbox-rules-check', within: { days: 0 } },
      { item: 'team-phishing-briefing', within: { days: 7 } },
    ],
  },
  {
    // Whoever asked for the code has the password, and is signed in with both: first they must be out, then the payout.
    id: 'code-read-out',
    makesDue: [
      { item: 'password-change-event', within: { hours: 1 } },
      { item: 'reset-trusted-devices', within: { hours: 1 } },
      { item: 'deposit-check-before-payout', within: { hours: 1 } },
      { item: 'user-list-review', within: { hours: 1 } },
      { item: 'notification-email-check', within: { days: 0 } },
      { item: 'apps-access-review', within: { days: 0 } },
      { item: 'mailbox-secured', within: { days: 0 } },
      { item: 'mailbox-rules-check', within: { days: 0 } },
      { item: 'team-phishing-briefing', within: { days: 7 } },
    ],
  },
  {
    id: 'intruder-suspected',
    makesDue: [
      { item: 'mailbox-secured', within: { hours: 1 } },
      { item: 'password-change-event', within: { hours: 1 } },
      { item: 'reset-trusted-devices', within: { hours: 1 } },
      { item: 'user-list-review', within: { hours: 1 } },
      { item: 'apps-access-review', within: { hours: 1 } },
      { item: 'notification-email-check', within: { hours: 1 } },
      { item: 'deposit-check-before-payout', within: { hours: 1 } },
      { item: 'mailbox-rules-check', within: { days: 0 } },
      { item: 'regular-computer-safe', within: { days: 0 } },
      { item: 'extension-audit', within: { days: 0 } },
    ],
  },
  {
    id: 'listing-changed',
    makesDue: [
      { item: 'listing-changes-check', within: { days: 0 } },
      { item: 'user-list-review', within: { days: 0 } },
      { item: 'apps-access-review', within: { days: 1 } },
    ],
  },
  {
    id: 'account-deactivated',
    makesDue: [
      { item: 'performance-notifications-read', within: { days: 0 } },
      { item: 'payout-blocked-respond', within: { days: 0 } },
      { item: 'buyer-messages-24h', within: { days: 0 } },
      { item: 'reinstatement-offers', within: { days: 0 } },
      { item: 'invoices-365-days', within: { days: 1 } },
      { item: 'recovery-pack', within: { days: 1 } },
      { item: 'deactivation-day-marker', after: { days: 60 } },
    ],
  },
  {
    id: 'payout-blocked',
    makesDue: [
      { item: 'payout-blocked-respond', within: { days: 0 } },
      { item: 'deposit-check-before-payout', within: { days: 0 } },
      { item: 'performance-notifications-read', within: { days: 0 } },
      { item: 'charge-method-valid', within: { days: 1 } },
    ],
  },
  {
    id: 'changing-deposit-method',
    makesDue: [
      { item: 'deposit-change-timing', within: { days: 0 } },
      { item: 'deposit-check-before-payout', after: { days: 4 } },
    ],
  },
  {
    id: 'chargeback-arrived',
    makesDue: [{ item: 'chargeback-respond', within: { days: 5 } }],
  },
  {
    id: 'a-to-z-arrived',
    makesDue: [{ item: 'a-to-z-respond', within: { hours: 24 } }],
  },
] as const satisfies readonly Row[]

export type HappeningId = (typeof table)[number]['id']

/**
 * Something a seller can report. It makes event items due and brings ordinary ones forward. The report is better
 * evidence than a setting: a store that ships nothing itself still gets the A-to-z item when a claim arrives. Only
 * `after` still holds, since what was never set up cannot be rehearsed.
 */
export type Happening = Row & { id: HappeningId }

export const happenings: readonly Happening[] = table

export const happeningIds: readonly HappeningId[] = happenings.map(({ id }) => id)

export function isHappeningId(id: string): id is HappeningId {
  return happeningIds.some((known) => known === id)
}

const byId: ReadonlyMap<HappeningId, Happening> = new Map(happenings.map((one) => [one.id, one]))

export function happeningOf(id: HappeningId): Happening {
  const happening = byId.get(id)
  if (!happening) throw new RangeError(`no happening ${id}`)
  return happening
}
