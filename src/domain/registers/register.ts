import { longestName, longestNote } from '../answer'
import { finderOf, idsOf, rowsOf } from '../facts/table'
import type { IncidentId } from '../incidents'
import type { ItemId } from '../items'
import type { PageId } from '../page'
import type { PlaybookId } from '../playbooks/playbook'
import { certainSecret, withoutCertain } from '../text/secrets'
import { addDays, dayInGreenwich, hasBeen, isDay, type LocalDay } from '../time/day'
import type { Instant } from '../time/time'

/**
 * A register is a small list that the seller keeps on this computer for an incident. This table defines the
 * fields of its rows and what they accept. Nothing from a register ever appears on an Amazon page.
 */
type FieldKind =
  /** One line in the seller's own words. */
  | 'line'
  | 'note'
  /** A day that is not in the future. */
  | 'past-day'
  | 'day'
  /** Exactly the last three digits. */
  | 'digits'
  | 'kind-of-person'

export const peopleKinds = ['person', 'agency'] as const

type Row = {
  /** Whether it is kept once per store, per login, or for this computer. */
  scope: 'store' | 'login' | 'computer'
  fields: Readonly<Record<string, FieldKind>>
  /** The required first field. */
  needs: string
  /** It has at most one row. */
  single?: true
  /** The Seller Central pages on which its rows help. */
  pages?: readonly PageId[]
  /** Items that it helps with. */
  items: readonly ItemId[]
  /** Views list Nightlatch in it automatically. */
  hasNightlatch?: true
  /** If the seller counts as many on Amazon's page, `same` is done; if more, `more` helps. */
  count?: { same: ItemId; more: ItemId }
  /** It holds the last digits of the payout account. Its form also asks for the payout schedule. */
  isPayoutAccount?: true
  /** What a row's end date reports, and the playbook it starts. */
  onEnd?: { report: IncidentId; playbook: PlaybookId }
}

const table = {
  people: {
    scope: 'store',
    fields: {
      name: 'line',
      kind: 'kind-of-person',
      role: 'line',
      login: 'line',
      start: 'day',
      end: 'day',
      note: 'note',
    },
    needs: 'name',
    onEnd: { report: 'somebody-left', playbook: 'offboarding' },
    pages: ['user-permissions'],
    items: ['user-list-review', 'least-privilege-review', 'agencies-as-partners', 'offboard-person'],
  },
  computers: {
    scope: 'login',
    fields: { name: 'line', owner: 'line', since: 'past-day', note: 'note' },
    needs: 'name',
    count: { same: 'trusted-device-review', more: 'reset-trusted-devices' },
    pages: ['two-step-settings', 'login-settings'],
    items: ['trusted-device-review', 'reset-trusted-devices', 'authenticator-app-primary', 'passkey-add'],
  },
  phones: {
    scope: 'login',
    fields: { name: 'line', owner: 'line', purpose: 'line', locked: 'past-day', note: 'note' },
    needs: 'name',
    items: ['phone-number-lock', 'seller-app-phones'],
  },
  'payout-account': {
    scope: 'store',
    fields: { digits: 'digits', provider: 'line', since: 'past-day', note: 'note' },
    needs: 'digits',
    single: true,
    isPayoutAccount: true,
    pages: ['deposit-methods'],
    items: ['deposit-check-before-payout', 'payment-provider-login'],
  },
  apps: {
    scope: 'store',
    fields: { name: 'line', purpose: 'line', since: 'past-day', note: 'note' },
    needs: 'name',
    pages: ['manage-apps', 'app-consent'],
    items: ['apps-access-review'],
  },
  extensions: {
    scope: 'computer',
    fields: { name: 'line', purpose: 'line', since: 'past-day', note: 'note' },
    needs: 'name',
    hasNightlatch: true,
    items: ['extension-audit'],
  },
  'backup-users': {
    scope: 'store',
    fields: {
      name: 'line',
      login: 'line',
      rights: 'line',
      since: 'past-day',
      rehearsed: 'past-day',
      note: 'note',
    },
    needs: 'name',
    items: ['backup-super-user-created', 'backup-super-user-drill', 'backup-user-payment-limits'],
  },
  papers: {
    scope: 'store',
    fields: { name: 'line', products: 'line', issued: 'past-day', valid: 'day', place: 'line', note: 'note' },
    needs: 'name',
    items: [
      'recovery-pack',
      'invoices-365-days',
      'tax-data-current',
      'product-papers',
      'liability-insurance',
    ],
  },
} as const satisfies Record<string, Row>

export type RegisterId = keyof typeof table
type FieldsOf<T> = T extends { fields: infer F } ? keyof F : never
export type FieldName = FieldsOf<(typeof table)[RegisterId]>

export type Register = Omit<Row, 'fields' | 'needs'> & {
  id: RegisterId
  fields: Readonly<Partial<Record<FieldName, FieldKind>>>
  needs: FieldName
}

export const registers: readonly Register[] = rowsOf(table).map(([id, row]) => ({ id, ...row }))
export const registerIds = idsOf(table)
export const registerOf = finderOf(registers, 'register')
export const fieldNames = [...new Set(registers.flatMap(({ fields }) => idsOf(fields)))]

export function payoutAccountRegister(): Register {
  const found = registers.find(({ isPayoutAccount }) => isPayoutAccount)
  if (!found) throw new RangeError('no register of the payout account')
  return found
}

/** The register whose rows are people. */
export function registerOfPeople(): Register {
  const found = registers.find(({ fields }) => Object.values(fields).includes('kind-of-person'))
  if (!found) throw new RangeError('no register of people')
  return found
}

/** The names of the people of a store who have not left. */
export function peopleOf(
  rows: readonly (RowPlace & Pick<RegisterRow, 'values'>)[],
  store: { id: string; login: string },
  today: LocalDay,
): string[] {
  const register = registerOfPeople()
  const owner = ownerOf(register, store)
  return rows
    .filter((row) => row.register === register.id && row.owner === owner)
    .filter(({ values: { end } }) => !end || end >= today)
    .flatMap(({ values }) => values[register.needs] || [])
}

/** The register that helps with an item. */
export function registerFor(item: ItemId): RegisterId | undefined {
  return registers.find(({ items }) => items.includes(item))?.id
}

export type RowValues = Readonly<Partial<Record<FieldName, string>>>

/** Where a row is stored. */
export type RowPlace = {
  register: RegisterId
  /** The id of a store or of a login, or `computer`. */
  owner: string
  row: string
}

export type RegisterRow = {
  values: RowValues
  /** The last change. */
  at: Instant
  /** The end date that was reported. */
  reported?: LocalDay
}

/** Per register of one store, login or computer. */
export const mostRows = 500

/** The id of the only row in a register with `single`. */
export const singleRow = 'only'

export function ownerOf(register: Register, store: { id: string; login: string }): string {
  return { store: store.id, login: store.login, computer: 'computer' }[register.scope]
}

export type RowProblem = 'missing' | 'too-long' | 'not-a-day' | FieldProblem
type FieldProblem = 'in-future' | 'absurd' | 'before-start' | 'not-three-digits' | 'not-a-kind'

/** Amazon opened in 1995, so an earlier year is a typo. So is a date more than thirty years ahead. */
const earliest = '1990-01-01'
const latestDays = 30 * 366

/** What is wrong with a row, by field. Empty if it can be stored. */
export function problemsIn(
  register: Register,
  values: RowValues,
  today: LocalDay,
): Partial<Record<FieldName, RowProblem>> {
  const found: Partial<Record<FieldName, RowProblem>> = {}
  for (const [name, kind] of Object.entries(register.fields) as [FieldName, FieldKind][]) {
    const value = (values[name] ?? '').trim()
    const problem =
      value === '' ? (name === register.needs ? 'missing' : undefined) : problemWith(value, kind, today)
    if (problem) found[name] = problem
  }
  const { start, end } = values
  if (start && end && !found.start && !found.end && end < start) found.end = 'before-start'
  return found
}

function problemWith(value: string, kind: FieldKind, today: LocalDay): RowProblem | undefined {
  switch (kind) {
    case 'digits':
      return isTail(value) ? undefined : 'not-three-digits'
    case 'kind-of-person':
      return (peopleKinds as readonly string[]).includes(value) ? undefined : 'not-a-kind'
    case 'day':
    case 'past-day':
      if (!isDay(value)) return 'not-a-day'
      if (value < earliest || value > addDays(today, latestDays)) return 'absurd'
      return kind === 'past-day' && !hasBeen(value, today) ? 'in-future' : undefined
    case 'line':
      return value.length > longestName ? 'too-long' : undefined
    case 'note':
      return value.length > longestNote ? 'too-long' : undefined
  }
}

/** The row as it may be stored: certain secrets are removed from their fields, everything else is kept. */
export function storableRow(values: RowValues): { values: RowValues; withheld: readonly FieldName[] } {
  const withheld = fieldNames.filter((name) => certainSecret(values[name] ?? '') !== undefined)
  const rest = withheld.map((name) => [name, withoutCertain(values[name] ?? '')])
  return { values: { ...values, ...Object.fromEntries(rest) }, withheld }
}

/** Three digits are enough to tell accounts apart, and we never store more. */
export function isTail(digits: string): boolean {
  return /^\d{3}$/.test(digits)
}

export type Departure = { report: string; run: string }

/** Ids of the report and run that an end date starts. They derive from the row, so each is made only once. */
export function departureOf(row: string, end: LocalDay): Departure {
  return { report: `left-${row}-${end}`, run: `offboard-${row}-${end}` }
}

/** In days. End dates already this old when entered are history and raise no alarm. */
const longGone = 30

/** Whether the end date has come and was not reported yet. */
export function hasEnded({ values, reported, at }: RegisterRow, today: LocalDay): boolean {
  const { end } = values
  if (!end || end > today || reported === end) return false
  // A day's difference because of the time zone doesn't matter.
  return end >= addDays(dayInGreenwich(at), -longGone)
}
