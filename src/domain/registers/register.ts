import { longestName, longestNote } from '../answer'
import type { HappeningId } from '../incidents'
import type { ItemId } from '../items'
import type { PlaybookId } from '../playbooks/playbook'
import { certainSecret, withoutCertain } from '../text/secrets'
import { addDays, dayInGreenwich, hasBeen, isDay, type LocalDay } from '../time/day'
import type { Instant } from '../time/time'

/**
 * A register is a small list that the seller keeps on this computer, for a bad day. It is data: which fields a row has
 * and what may stand in them. Nothing of it ever goes to a page of Amazon's.
 */
type FieldKind =
  /** One line of the seller's own words. */
  | 'line'
  | 'note'
  /** A day that has been. */
  | 'past-day'
  | 'day'
  /** The last three digits, and never more. */
  | 'digits'
  | 'kind-of-person'

export const peopleKinds = ['person', 'agency'] as const

type Row = {
  id: string
  /** Whose it is: kept once for each store, for each login, or for this computer. */
  scope: 'store' | 'login' | 'computer'
  fields: Readonly<Record<string, FieldKind>>
  /** The first field, without which a row says nothing. */
  needs: string
  /** There is one row at most. */
  single?: true
  /** Items that speak of it. */
  items: readonly ItemId[]
  /** Nightlatch stands in it by itself. */
  hasNightlatch?: true
  /** Amazon's page tells how many there are: with as many here the one check is done, with more there the other helps. */
  count?: { same: ItemId; more: ItemId }
  /** The last digits of the payout account stand in it, and beside it is asked when payouts come. */
  isPayoutAccount?: true
  /** What a row's end date reports, and the playbook that begins with it. */
  onEnd?: { report: HappeningId; playbook: PlaybookId }
}

const table = [
  {
    id: 'people',
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
    items: ['user-list-review', 'least-privilege-review', 'agencies-as-partners', 'offboard-person'],
  },
  {
    id: 'computers',
    scope: 'login',
    fields: { name: 'line', owner: 'line', since: 'past-day', note: 'note' },
    needs: 'name',
    count: { same: 'trusted-device-review', more: 'reset-trusted-devices' },
    items: ['trusted-device-review', 'reset-trusted-devices', 'authenticator-app-primary', 'passkey-add'],
  },
  {
    id: 'phones',
    scope: 'login',
    fields: { name: 'line', owner: 'line', purpose: 'line', locked: 'past-day', note: 'note' },
    needs: 'name',
    items: ['phone-number-lock', 'seller-app-phones'],
  },
  {
    id: 'payout-account',
    scope: 'store',
    fields: { digits: 'digits', provider: 'line', since: 'past-day', note: 'note' },
    needs: 'digits',
    single: true,
    isPayoutAccount: true,
    items: ['deposit-check-before-payout', 'payment-provider-login'],
  },
  {
    id: 'apps',
    scope: 'store',
    fields: { name: 'line', purpose: 'line', since: 'past-day', note: 'note' },
    needs: 'name',
    items: ['apps-access-review'],
  },
  {
    id: 'extensions',
    scope: 'computer',
    fields: { name: 'line', purpose: 'line', since: 'past-day', note: 'note' },
    needs: 'name',
    hasNightlatch: true,
    items: ['extension-audit'],
  },
  {
    id: 'backup-users',
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
  {
    id: 'papers',
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
] as const satisfies readonly Row[]

export type RegisterId = (typeof table)[number]['id']
type FieldsOf<T> = T extends { fields: infer F } ? keyof F : never
export type FieldName = FieldsOf<(typeof table)[number]>

export type Register = Omit<Row, 'fields' | 'needs'> & {
  id: RegisterId
  fields: Readonly<Partial<Record<FieldName, FieldKind>>>
  needs: FieldName
}

export const registers: readonly Register[] = table
export const registerIds: readonly RegisterId[] = table.map(({ id }) => id)
export const fieldNames = [...new Set(table.flatMap(({ fields }) => Object.keys(fields)))] as FieldName[]

export function registerOf(id: RegisterId): Register {
  const found = registers.find((register) => register.id === id)
  if (!found) throw new RangeError(`no register ${id}`)
  return found
}

/** The register with the last digits of the payout account. */
export function payoutAccountRegister(): Register {
  const found = registers.find(({ isPayoutAccount }) => isPayoutAccount)
  if (!found) throw new RangeError('no register of the payout account')
  return found
}

/** The register that an item speaks of. */
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
  /** Of the last change. */
  at: Instant
  /** The end date that has been reported. */
  reported?: LocalDay
}

/** In one register of one store, login or computer. */
export const mostRows = 500

/** The one row of a register that has only one. */
export const singleRow = 'only'

export function ownerOf(register: Register, store: { id: string; login: string }): string {
  return { store: store.id, login: store.login, computer: 'computer' }[register.scope]
}

export type RowProblem = 'missing' | 'too-long' | 'not-a-day' | FieldProblem
type FieldProblem = 'in-future' | 'absurd' | 'before-start' | 'not-three-digits' | 'not-a-kind'

/** Amazon opened in 1995: an earlier year is a slip of the finger, and so is one a lifetime ahead. */
const earliest = '1990-01-01'
const latestDays = 30 * 366

/** What is wrong with a row, by field; empty when it can be kept. */
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

/** The row as it may be stored: certain secrets are cut out of their fields; everything else is kept. */
export function storableRow(values: RowValues): { values: RowValues; withheld: readonly FieldName[] } {
  const withheld = fieldNames.filter((name) => certainSecret(values[name] ?? '') !== undefined)
  const rest = withheld.map((name) => [name, withoutCertain(values[name] ?? '')])
  return { values: { ...values, ...Object.fromEntries(rest) }, withheld }
}

/** Three digits tell an account from another one, and no more are ever kept. */
export function isTail(digits: string): boolean {
  return /^\d{3}$/.test(digits)
}

export type Departure = { report: string; run: string }

/** Ids of the report and the run that an end date starts. They follow from the row, so both are made only once. */
export function departureOf(row: string, end: LocalDay): Departure {
  return { report: `left-${row}-${end}`, run: `offboard-${row}-${end}` }
}

/** End dates already this old when entered are history and raise no alarm. */
const longGone = 30

/** The end date has come and has not been reported yet. */
export function hasEnded({ values, reported, at }: RegisterRow, today: LocalDay): boolean {
  const { end } = values
  if (!end || end > today || reported === end) return false
  // A day off because of the time zone does not matter.
  return end >= addDays(dayInGreenwich(at), -longGone)
}
