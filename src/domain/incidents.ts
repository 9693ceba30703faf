import { finderOf, idsOf, isIdIn, rowsOf } from './facts/table'
import type { ItemId } from './items'
import type { Length } from './time/length'

/** Counted from the report: 0 days is the same day. `within`: due now, by then. `after`: not due before. */
type Time = { within: Length } | { after: { days: number } }

/** What each makes due, in the order to do it. Messages: `incident_<id>_title`, `_explain` (`-` as `_`). */
const table = {
  'somebody-left': [
    { within: { days: 0 }, items: ['offboard-person', 'reset-trusted-devices', 'password-change-event'] },
    {
      within: { days: 1 },
      items: [
        'user-list-review',
        'apps-access-review',
        'other-doors-review',
        'notification-email-check',
        'deposit-check-before-payout',
      ],
    },
    { within: { days: 7 }, items: ['backup-super-user-drill'] },
  ],
  'laptop-lost': [
    { within: { hours: 1 }, items: ['reset-trusted-devices', 'password-change-event'] },
    { within: { days: 0 }, items: ['mailbox-secured', 'backup-code-method'] },
    { within: { days: 1 }, items: ['trusted-device-review', 'seller-app-phones'] },
  ],
  'phone-number-taken': [
    { within: { hours: 1 }, items: ['mailbox-secured', 'password-change-event', 'reset-trusted-devices'] },
    {
      within: { days: 0 },
      items: [
        'backup-code-method',
        'user-list-review',
        'deposit-check-before-payout',
        'payment-provider-login',
        'notification-email-check',
      ],
    },
    { within: { days: 1 }, items: ['phone-number-lock'] },
  ],
  'unexpected-code': [
    { within: { hours: 1 }, items: ['unexpected-code', 'password-change-event', 'reset-trusted-devices'] },
    {
      within: { days: 0 },
      items: [
        'user-list-review',
        'deposit-check-before-payout',
        'notification-email-check',
        'mailbox-secured',
        'mailbox-rules-check',
      ],
    },
  ],
  'typed-on-doubtful-page': [
    { within: { hours: 1 }, items: ['password-change-event', 'reset-trusted-devices'] },
    {
      within: { days: 0 },
      items: [
        'user-list-review',
        'deposit-check-before-payout',
        'notification-email-check',
        'mailbox-secured',
        'mailbox-rules-check',
      ],
    },
    { within: { days: 7 }, items: ['team-phishing-briefing'] },
  ],
  // Whoever asked for the code has the password too and is signed in: lock them out, then check the payout.
  'code-read-out': [
    {
      within: { hours: 1 },
      items: [
        'password-change-event',
        'reset-trusted-devices',
        'deposit-check-before-payout',
        'user-list-review',
      ],
    },
    {
      within: { days: 0 },
      items: ['notification-email-check', 'apps-access-review', 'mailbox-secured', 'mailbox-rules-check'],
    },
    { within: { days: 7 }, items: ['team-phishing-briefing'] },
  ],
  'intruder-suspected': [
    {
      within: { hours: 1 },
      items: [
        'mailbox-secured',
        'password-change-event',
        'reset-trusted-devices',
        'user-list-review',
        'apps-access-review',
        'notification-email-check',
        'deposit-check-before-payout',
      ],
    },
    { within: { days: 0 }, items: ['mailbox-rules-check', 'regular-computer-safe', 'extension-audit'] },
  ],
  'listing-changed': [
    { within: { days: 0 }, items: ['listing-changes-check', 'user-list-review'] },
    { within: { days: 1 }, items: ['apps-access-review'] },
  ],
  'account-deactivated': [
    {
      within: { days: 0 },
      items: [
        'performance-notifications-read',
        'payout-blocked-respond',
        'buyer-messages-24h',
        'reinstatement-offers',
      ],
    },
    { within: { days: 1 }, items: ['invoices-365-days', 'recovery-pack'] },
    { after: { days: 60 }, items: ['deactivation-day-marker'] },
  ],
  'payout-blocked': [
    {
      within: { days: 0 },
      items: ['payout-blocked-respond', 'deposit-check-before-payout', 'performance-notifications-read'],
    },
    { within: { days: 1 }, items: ['charge-method-valid'] },
  ],
  'changing-deposit-method': [
    { within: { days: 0 }, items: ['deposit-change-timing'] },
    { after: { days: 4 }, items: ['deposit-check-before-payout'] },
  ],
  'chargeback-arrived': [{ within: { days: 5 }, items: ['chargeback-respond'] }],
  'a-to-z-arrived': [{ within: { hours: 24 }, items: ['a-to-z-respond'] }],
} as const satisfies Record<string, readonly (Time & { items: readonly ItemId[] })[]>

export type IncidentId = keyof typeof table
export type MadeDue = Time & { item: ItemId }

/**
 * Something a seller can report. It makes event items due and brings other items forward. A report overrides
 * the profile: a store that ships nothing itself still gets the A-to-z item when a claim arrives. Only
 * `after` still holds, since nobody can rehearse what was never set up.
 */
export type Incident = { id: IncidentId; makesDue: readonly MadeDue[] }

export const incidents: readonly Incident[] = rowsOf(table).map(([id, times]) => ({
  id,
  makesDue: times.flatMap(({ items, ...time }) => items.map((item) => ({ item, ...time }))),
}))
export const incidentIds = idsOf(table)
export const incidentOf = finderOf(incidents, 'incident')

export function isIncidentId(id: string): id is IncidentId {
  return isIdIn(table, id)
}
