import type { Store } from '../domain/checklist'
import { type ItemRecord, isSaid } from '../domain/item-record'
import { itemIds } from '../domain/items'
import type { OwnCheck } from '../domain/own-check'
import { presentStores } from '../domain/present-stores'
import { type FieldName, type Register, type RegisterRow, registerOf } from '../domain/registers/register'
import type { Brought, Giving, GivingChoices, NamingText } from '../domain/stored-data/giving'
import { createNameFinder, type Name } from '../domain/text/names-in'
import { type Contents, type Part, type Raw, rawOf, singleOf, storesIn, valuesOf } from './contents'
import { type OwnChecks, ownChecksKind } from './kinds/own-checks'
import { recordKind } from './kinds/record'
import { placeOf, rowKind } from './kinds/register-row'
import { type Stores, storesKind } from './kinds/stores'
import { idsAbroad, withIds } from './owner-ids'

/** What of the records a seller can choose to give. */
export function choicesToGive(contents: Contents): GivingChoices {
  const rows = rowsIn(contents)
  const names = new Map<string, Set<string>>()
  const add = (owner: string, ...some: (string | undefined)[]) => {
    for (const name of some)
      if (name !== undefined && name !== '') names.set(name, (names.get(name) ?? new Set()).add(owner))
  }
  for (const { id, who } of storesIn(contents)?.stores ?? []) add(id, who)
  for (const [key, { who, standing }] of valuesOf(contents, recordKind))
    add(ownerIn(key), who, standing?.kind === 'handled-elsewhere' ? standing.by : undefined)
  for (const { owner, row } of rows) add(owner, row.values.owner)
  return {
    rows: rows.flatMap(({ key, owner, register, row }) => {
      const name = row.values[register.needs]
      return name ? [{ key, register: register.id, owner, name, isPerson: isOfPeople(register) }] : []
    }),
    names: [...names].map(([name, owners]) => ({ name, owners: [...owners] })),
  }
}

/**
 * What goes into the file: only values that this version can read, and of those only fields it knows. A colleague
 * gets no journal, guides, appeals, settings or anything of this computer.
 * @returns undefined if none of the stores is there.
 */
export function given(contents: Contents, giving: Giving): { raw: Raw; naming: NamingText[] } | undefined {
  const all = storesIn(contents)
  const stores = presentStores({ stores: all?.stores ?? [] }).filter(({ id }) => giving.stores.includes(id))
  const [first] = stores
  if (!first) return undefined
  const owners = new Set([...stores.map(({ id }) => id), ...(giving.login ? stores.map(loginOf) : [])])
  const rows = rowsIn(contents).filter(({ key, owner }) => owners.has(owner) && giving.rows.includes(key))
  const chosen = new Set([
    ...giving.names,
    ...rows.map(({ register, row }) => row.values[register.needs] ?? ''),
  ])
  const isChosen = (name: string) => chosen.has(name)
  const own = (singleOf(contents, ownChecksKind)?.checks ?? []).filter(
    ({ id, store, archived }) =>
      giving.own.includes(id) && archived === undefined && (store === undefined || owners.has(store)),
  )
  const measures = stores.flatMap(({ measures = [] }) => measures)
  const checks = new Set<string>([...itemIds, ...own.map(({ id }) => id), ...measures.map(({ id }) => id)])
  const records = [...valuesOf(contents, recordKind)]
    .filter(([key]) => owners.has(ownerIn(key)) && checks.has(key.split('/')[2] ?? ''))
    .map(([key, record]) => [key, recordToGive(record, isChosen, giving.notes)] as const)
    .filter(([, record]) => isSaid(record))

  const parts = new Map<string, Part>()
  const put = (kind: Part['kind'], key: string, value: unknown) => parts.set(key, { kind, value })
  const told: Stores = { stores: stores.map((store) => storeToGive(store, isChosen)), current: first.id }
  put(storesKind, storesKind.prefix, told)
  if (own.length > 0) put(ownChecksKind, ownChecksKind.prefix, { checks: own.map(checkToGive) })
  for (const [key, record] of records) put(recordKind, key, record)
  for (const { key, register, row } of rows)
    put(rowKind, key, rowToGive(register, row, isChosen, giving.notes))

  const find = createNameFinder(namesIn(contents).filter(({ name }) => !isChosen(name)))
  const naming = textsIn({ parts }, isChosen).flatMap(({ key, text }) => {
    const names = find(text)
    return names.length > 0 ? [{ key, text, names }] : []
  })
  const gift = { ...nothing, parts }
  return { raw: rawOf(withIds(gift, idsAbroad(contents))), naming }
}

const nothing: Contents = { parts: new Map(), other: new Map(), damaged: new Map(), newer: new Set() }

/** What the seller sees of such a file before it is imported. */
export function broughtBy(contents: Contents): Brought {
  const records = [...valuesOf(contents, recordKind).values()]
  const rows = [...valuesOf(contents, rowKind).values()]
  return {
    stores: storesIn(contents)?.stores.map(({ name }) => name) ?? [],
    answers: records.filter(isAnswered).length,
    adapted: records.filter(({ pace, steps, who }) => pace ?? steps ?? who).length,
    own: singleOf(contents, ownChecksKind)?.checks.length ?? 0,
    rows: rows.length,
    hasNotes: records.some(({ note }) => note !== undefined) || rows.some(({ values }) => values.note),
  }
}

function isAnswered({ checked, standing, happened }: ItemRecord): boolean {
  return [checked, standing, happened].some((part) => part !== undefined)
}

function rowsIn(contents: Pick<Contents, 'parts'>) {
  return [...valuesOf(contents, rowKind)].flatMap(([key, row]) => {
    const place = placeOf(key)
    return place ? [{ key, owner: place.owner, register: registerOf(place.register), row }] : []
  })
}

const loginOf = ({ login }: Store) => login

function ownerIn(key: string): string {
  return key.split('/')[1] ?? ''
}

/** Registers of those who sign in are lists of people. */
function isOfPeople({ fields }: Register): boolean {
  return fields.login !== undefined
}

/** Every name that is stored anywhere, in a store that is not given too. */
function namesIn(contents: Contents): Name[] {
  const { rows, names } = choicesToGive(contents)
  const written = rows.filter(({ name }) => !/^\d+$/.test(name))
  const people = new Set([
    ...names.map(({ name }) => name),
    ...written.filter(isPerson).map(({ name }) => name),
  ])
  const others = written
    .filter(({ name }) => !people.has(name))
    .map(({ name }) => ({ name, isPerson: false }))
  return [...[...people].map((name) => ({ name, isPerson: true })), ...others]
}

const isPerson = ({ isPerson }: { isPerson: boolean }) => isPerson

function storeToGive({ who, measures, ...store }: Store, isChosen: (name: string) => boolean): Store {
  return {
    ...store,
    ...(who !== undefined && isChosen(who) && { who }),
    ...(measures && { measures: measures.map((one) => ({ ...one, origin: withoutDraft(one.origin) })) }),
  }
}

function checkToGive({ origin, ...check }: OwnCheck): OwnCheck {
  return { ...check, ...(origin && { origin: withoutDraft(origin) }) }
}

function withoutDraft<Origin extends { draft?: string }>({ draft: _draft, ...origin }: Origin) {
  return origin
}

/** Without what an undo leads back to, which has notes and names of its own, and without what is said of cards. */
function recordToGive(
  { before: _, unanswered: __, quietUntil: ___, silenced: ____, note, who, standing, ...record }: ItemRecord,
  isChosen: (name: string) => boolean,
  withNotes: boolean,
): ItemRecord {
  const isKept = standing?.kind !== 'handled-elsewhere' || isChosen(standing.by)
  return {
    ...record,
    ...(standing && isKept && { standing: withNotes ? standing : withoutReason(standing) }),
    ...(withNotes && note !== undefined && { note }),
    ...(who !== undefined && isChosen(who) && { who }),
  }
}

function withoutReason(standing: NonNullable<ItemRecord['standing']>): NonNullable<ItemRecord['standing']> {
  if (standing.kind !== 'not-for-me') return standing
  const { reason: _reason, ...rest } = standing
  return rest
}

function rowToGive(
  { fields }: Register,
  { values, ...row }: RegisterRow,
  isChosen: (name: string) => boolean,
  withNotes: boolean,
): RegisterRow {
  const kept = Object.entries(values).filter(([name, value]) => {
    if (!Object.hasOwn(fields, name)) return false
    return name === 'note' ? withNotes : name !== 'owner' || isChosen(value)
  })
  return { ...row, values: Object.fromEntries(kept) }
}

/** The seller's own words in the file, except names that were chosen. */
function textsIn(contents: Pick<Contents, 'parts'>, isChosen: (name: string) => boolean) {
  const texts: { key: string; text: string }[] = []
  const add = (key: string, ...some: (string | undefined)[]) => {
    for (const text of some) if (text && !isChosen(text)) texts.push({ key, text })
  }
  const { stores }: Pick<Stores, 'stores'> = singleOf(contents, storesKind) ?? { stores: [] }
  for (const { name, measures = [] } of stores)
    add(storesKind.prefix, name, ...measures.flatMap(({ title, origin }) => [title, origin.name]))
  const { checks }: OwnChecks = singleOf(contents, ownChecksKind) ?? { checks: [] }
  for (const { title, why, steps, origin } of checks)
    add(ownChecksKind.prefix, title, why, ...steps, origin?.name)
  for (const [key, { note, steps = [], standing }] of valuesOf(contents, recordKind))
    add(key, note, ...steps, standing?.kind === 'not-for-me' ? standing.reason : undefined)
  for (const { key, register, row } of rowsIn(contents))
    for (const [name, kind] of Object.entries(register.fields))
      if (kind === 'line' || kind === 'note') add(key, row.values[name as FieldName])
  return texts
}
