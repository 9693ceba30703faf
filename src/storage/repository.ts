import { type Checklist, emptyChecklist, keyOf, recordKey, type Store } from '../domain/checklist'
import type { StoreId } from '../domain/ids'
import type { ItemRecord } from '../domain/item-record'
import { items } from '../domain/items'
import type { JournalEntry } from '../domain/journal/journal'
import { inForce, type Organization } from '../domain/organization'
import { ownChecksOf } from '../domain/own-check'
import { presentStores } from '../domain/present-stores'
import type { Settings, SettingsInForce } from '../domain/settings'
import type { Now } from '../domain/time/time'
import { asideName, type Found, NewerVersionError } from './format/codec'
import { type Entry, entry, type Kind } from './format/kind'
import { kindOf } from './kinds'
import { showingsKind } from './kinds/card-history'
import { writtenByKind } from './kinds/installed-version'
import { journalKey, journalKind, withEntry } from './kinds/journal'
import { organizationKind } from './kinds/organization'
import { type OwnChecks, ownChecksKind } from './kinds/own-checks'
import { recordKind, recordPrefix } from './kinds/record'
import { payoutAccountKey } from './kinds/register-row'
import { roundKind } from './kinds/round'
import { runPrefix } from './kinds/run'
import { settingsKind } from './kinds/settings'
import { firstStores, type Stores, storesKind } from './kinds/stores'
import type { Remembering } from './remembering'
import { type Others, talliesOf } from './tallies'

/** Of so many stores all records are read each time. */
const fewStores = 8

/** What was found under a key. */
type Slot = {
  kind: Kind
  found: Found<unknown>
  /** The stored value, if reading left out a part of it. */
  partly?: unknown
}

/** What was read from storage, by key. A key that is missing here was not read. */
export type Slots = ReadonlyMap<string, Slot>

/** Which keys to read. */
export type Keys = {
  keys?: readonly string[]
  /** Prefixes: read every key that starts with one. */
  begins?: readonly string[]
}

export type Wish = Keys & {
  /** The stores whose records are shown or changed, in addition to the current one. By default all. */
  stores?: readonly StoreId[]
  /** Read the runs too. If they are unreadable, `hasRuns` is false. */
  runs?: true
}

/** The checklist and everything around it, at one moment. */
export type Snapshot = {
  slots: Slots
  checklist: Checklist
  /** What counts: the seller's settings within the limits of the organization. */
  settings: SettingsInForce
  /** The seller's alone. Only these are written. */
  ownSettings: Settings
  hasRuns: boolean
  /** What the stores add whose records were not read, if it is about some of many: the current one and these. */
  others?: Others & { about: readonly StoreId[] }
}

/** What to write, all in one call. */
export type Commit = {
  put?: readonly Entry[]
  /** Unparsed values from a file or a backup, and tombstones. They were checked before. */
  raw?: Readonly<Record<string, unknown>>
  /** Keys to delete after everything else is written. */
  remove?: readonly string[]
  journal?: readonly JournalEntry[]
}

export type Repository = ReturnType<typeof createRepository>

/**
 * The only way to write, and the way to read what a request shows or changes. Each request reads again: the
 * worker may just have been killed, and no variable holds anything that matters. Only the list of keys and
 * what other stores add to a count are remembered (remembering.ts). Runs inside the one queue.
 * @param now lets many stores be counted without reading their records again (tallies.ts).
 */
export function createRepository(area: Remembering, now?: () => Now) {
  /** The stores of the last read, and the own checks: they tell which records to read in the same call. */
  let lately: (Stores & Partial<OwnChecks> & { inRound?: readonly StoreId[] }) | undefined

  async function keysOf({ keys = [], begins = [] }: Keys): Promise<string[]> {
    const listed = begins.length === 0 ? [] : await area.recallKeys()
    return [...keys, ...listed.filter((key) => begins.some((beginning) => key.startsWith(beginning)))]
  }

  /** Listing the keys of many stores takes longer than reading the runs. */
  async function runKeys(): Promise<string[]> {
    if (!lately || !isCounted(lately)) return keysOf({ begins: [runPrefix] })
    const since = area.moment()
    const kept = (await area.kept([runPrefix])).get(runPrefix)
    if (Array.isArray(kept)) return kept
    const keys = await keysOf({ begins: [runPrefix] })
    await area.keep(new Map([[runPrefix, keys]]), since)
    return keys
  }

  /** Whether the stores that a request isn't about are only counted. A few are read in no time. */
  function isCounted({ stores }: Pick<Stores, 'stores'>): boolean {
    return now !== undefined && stores.length > fewStores
  }

  async function slotsOf(keys: readonly string[]): Promise<Map<string, Slot>> {
    const raw = keys.length === 0 ? {} : await area.get([...new Set(keys)])
    return new Map(keys.flatMap((key) => slotOf(key, raw[key])))
  }

  /** Reads only these keys, without the checklist. */
  async function find(wish: Keys): Promise<Slots> {
    return slotsOf(await keysOf(wish))
  }

  async function read({ stores: about, runs, ...more }: Wish = {}): Promise<Snapshot> {
    const always = [
      ...[storesKind, settingsKind, organizationKind, showingsKind, roundKind, ownChecksKind, writtenByKind],
    ].map(({ prefix }) => prefix)
    const others = [...always, ...(await keysOf(more))]
    const guess = lately ? recordKeys(closeIn(lately, about, lately.inRound), lately.checks) : []
    const read = await seen(await slotsOf([...others, ...guess]), false, about)
    if (!runs) return read
    // The checklist is worth showing even without runs.
    const found = await runKeys()
      .then(slotsOf)
      .catch(() => undefined)
    return snapshotOf(new Map([...read.slots, ...(found ?? [])]), { ...read, hasRuns: found !== undefined })
  }

  /** Reads what is missing of the stores that a snapshot is about, and adds what is known of the others. */
  async function seen(
    slots: Slots,
    hasRuns: boolean,
    about: readonly StoreId[] | undefined,
  ): Promise<Snapshot> {
    const stores = valueIn(slots, storesKind, storesKind.prefix) ?? firstStores
    const checks = ownIn(slots)
    const round = isCounted(stores) ? valueIn(slots, roundKind, roundKind.prefix) : undefined
    const inRound = round?.steps.map(({ store }) => store)
    lately = { ...stores, ...(checks && { checks }), ...(inRound && { inRound }) }
    const near = closeIn(stores, about, inRound)
    const unread = (of: readonly Store[], known: Slots) =>
      recordKeys(of, checks).filter((key) => !known.has(key))
    const close = new Map([...slots, ...(await slotsOf(unread(near, slots)))])
    if (!now || !about || !isCounted(stores)) {
      const recalled = await area.recall(unread(stores.stores, close), (raw, key) => slotOf(key, raw))
      return snapshotOf(new Map([...close, ...[...recalled.values()].flat()]), { hasRuns })
    }
    const far = stores.stores.filter((store) => !near.includes(store))
    const { checklist } = snapshotOf(close, { hasRuns })
    const others = await talliesOf(area, far, checklist, now(), async (names) => {
      const keys = names.map((name) => recordPrefix + name)
      const found = await slotsOf(keys.filter((key) => !close.has(key)))
      return checklistIn(new Map([...close, ...found]))
    })
    return snapshotOf(close, { hasRuns, others: { ...others, about } })
  }

  /** The snapshot after a change. Another store may be shown now, or have other records. */
  async function seenAfter(slots: Slots, { hasRuns, others }: Snapshot): Promise<Snapshot> {
    return others ? seen(slots, hasRuns, others.about) : snapshotOf(slots, { hasRuns })
  }

  /**
   * Writes everything in one call, with its journal entries, and deletes keys after that. Unreadable values
   * are set aside in the same call.
   * @returns the slots after the change.
   * @throws NewerVersionError for what a later version wrote, FullError, or the area's error.
   */
  async function commit(
    before: Slots,
    { put = [], raw = {}, remove = [], journal = [] }: Commit,
  ): Promise<Slots> {
    const days = [...new Set(journal.map(({ day }) => journalKey(day)))]
    const touched = [...put.map(({ key }) => key), ...remove, ...days]
    const unseen = touched.filter((key) => !before.has(key))
    const slots = new Map([...before, ...(await slotsOf(unseen))])
    const newer = touched.find((key) => slots.get(key)?.found.kind === 'newer')
    if (newer !== undefined) throw new NewerVersionError(newer)
    const entries = [
      ...put,
      ...days.map((key) =>
        entry(
          journalKind,
          key,
          journal
            .filter(({ day }) => journalKey(day) === key)
            .reduce(withEntry, valueIn(slots, journalKind, key) ?? []),
        ),
      ),
    ]
    const changes = {
      ...raw,
      ...Object.fromEntries(entries.map(({ kind, key, value }) => [key, kind.encode(value)])),
    }
    if (Object.keys(changes).length > 0) await area.set({ ...changes, ...(await setAside(entries, slots)) })
    if (remove.length > 0) await area.remove(remove)
    const after: Slots = new Map([
      ...slots,
      ...entries.map(written),
      ...remove.flatMap((key) => slotOf(key, undefined)),
    ])
    const [stores, checks] = [valueIn(after, storesKind, storesKind.prefix) ?? lately, ownIn(after)]
    lately = stores && { ...stores, ...(checks && { checks }) }
    return after
  }

  /** The unreadable values under these keys, under new keys. */
  async function setAside(entries: readonly Entry[], slots: Slots): Promise<Record<string, unknown>> {
    const lost = new Map(
      entries.flatMap(({ key }) => {
        const { found, partly } = slots.get(key) ?? {}
        const raw = found?.kind === 'damaged' ? found.raw : partly
        return raw === undefined ? [] : [[key, raw] as const]
      }),
    )
    if (lost.size === 0) return {}
    const taken = new Set(await area.recallKeys())
    return Object.fromEntries([...lost].map(([key, raw]) => [asideName(key, (name) => taken.has(name)), raw]))
  }

  return {
    /** Unparsed. */
    get: area.get,
    keys: area.keys,
    read,
    find,
    commit,
    seenAfter,
  }
}

function slotOf(key: string, raw: unknown): [string, Slot][] {
  const kind = kindOf(key)
  if (!kind) return []
  const found = kind.decode(raw, key)
  return [[key, { kind, found, ...(kind.isPartly?.(raw) ? { partly: raw } : {}) }]]
}

export function snapshotOf(
  slots: Slots,
  { hasRuns, others }: Pick<Snapshot, 'hasRuns' | 'others'>,
): Snapshot {
  const ownSettings = valueIn(slots, settingsKind, settingsKind.prefix) ?? {}
  const organization = organizationIn(slots)
  const unreadNews = valueIn(slots, writtenByKind, writtenByKind.prefix)?.unreadNews
  return {
    slots,
    checklist: { ...withOthers(checklistIn(slots), others), ...limitsOf(organization) },
    settings: { ...inForce(ownSettings, organization), ...(unreadNews && { unreadNews }) },
    ownSettings,
    hasRuns,
    ...(others && { others }),
  }
}

function withOthers(checklist: Checklist, others: Others | undefined): Checklist {
  if (!others) return checklist
  const { stores = false, records = [] } = checklist.unread ?? {}
  const unread = { stores, records: new Map([...records, ...others.unread]) }
  return { ...checklist, far: others.tallies, ...(stores || unread.records.size > 0 ? { unread } : {}) }
}

/** What an organization sets about the checks themselves. */
function limitsOf({ intervals, stores }: Organization): Pick<Checklist, 'organization'> {
  if (!intervals && !stores) return {}
  return { organization: { ...(intervals && { intervals }), ...(stores && { stores }) } }
}

/** What the organization sets: nothing if its copy can't be read, until the browser tells it again. */
export function organizationIn(slots: Slots): Organization {
  return valueIn(slots, organizationKind, organizationKind.prefix)?.organization ?? {}
}

/** The snapshot after these entries are written. */
export function withEntries(before: Snapshot, entries: readonly Entry[]): Snapshot {
  return snapshotOf(new Map([...before.slots, ...entries.map(written)]), before)
}

function written({ kind, key, value }: Entry): [string, Slot] {
  return [key, { kind, found: { kind: 'read', value } }]
}

/** The slots of one kind, by key. */
export function slotsIn<T>(slots: Slots, kind: Kind<T>): [key: string, found: Found<T>][] {
  return [...slots].flatMap(([key, slot]) => (slot.kind === kind ? [[key, slot.found as Found<T>]] : []))
}

/** The slots of one kind, grouped by the result of reading. */
export function partedIn<T>(slots: Slots, kind: Kind<T>) {
  const found = slotsIn(slots, kind)
  const keysOf = (wanted: Found<T>['kind']) =>
    found.flatMap(([key, one]) => (one.kind === wanted ? [key] : []))
  return {
    values: found.flatMap(([key, one]) => (one.kind === 'read' ? [[key, one.value] as const] : [])),
    unreadable: keysOf('damaged'),
    newer: keysOf('newer'),
  }
}

/** The slot of a key; absent if it was not read. */
export function foundIn<T>(slots: Slots, kind: Kind<T>, key: string): Found<T> {
  const slot = slots.get(key)
  return slot?.kind === kind ? (slot.found as Found<T>) : { kind: 'absent' }
}

/** The value of a key, if it was readable. */
export function valueIn<T>(slots: Slots, kind: Kind<T>, key: string): T | undefined {
  const found = foundIn(slots, kind, key)
  return found.kind === 'read' ? found.value : undefined
}

function checklistIn(slots: Slots): Checklist {
  const stores = valueIn(slots, storesKind, storesKind.prefix) ?? emptyChecklist
  const records: Record<string, ItemRecord> = {}
  const unread = new Map<string, 'damaged' | 'newer'>()
  const found = partedIn(slots, recordKind)
  const nameOf = (key: string) => key.slice(recordPrefix.length)
  for (const [key, record] of found.values) records[nameOf(key)] = record
  for (const key of found.unreadable) unread.set(nameOf(key), 'damaged')
  for (const key of found.newer) unread.set(nameOf(key), 'newer')
  const own = ownIn(slots)
  const ofStores = foundIn(slots, storesKind, storesKind.prefix).kind
  const isUnread = ofStores === 'damaged' || ofStores === 'newer'
  return {
    stores: stores.stores,
    current: stores.current,
    records,
    ...(own && { own }),
    ...(isUnread || unread.size > 0 ? { unread: { records: unread, stores: isUnread } } : {}),
  }
}

/** The entries to write for what changed in a checklist. */
export function checklistEntries(before: Checklist, after: Checklist): Entry[] {
  const isSame = after.stores === before.stores && after.current === before.current
  const records = Object.entries(after.records).filter(([name, record]) => record !== before.records[name])
  return [
    ...(isSame
      ? []
      : [entry(storesKind, storesKind.prefix, { stores: after.stores, current: after.current })]),
    ...(after.own === before.own || !after.own
      ? []
      : [entry(ownChecksKind, ownChecksKind.prefix, { checks: after.own.filter(({ set }) => !set) })]),
    ...records.map(([name, record]) => entry(recordKind, recordPrefix + name, record)),
  ]
}

/** @param inRound the stores of a round under way: how it stands depends on all of them. */
function closeIn(
  { stores, current }: Stores,
  about: readonly StoreId[] | undefined,
  inRound: readonly StoreId[] = [],
): readonly Store[] {
  const present = presentStores({ stores })
  // What is shown if the current one was removed.
  const shown = present.find(({ id }) => id === current) ?? present[0]
  const near = about && new Set([...about, ...inRound, current, ...(shown ? [shown.id] : [])])
  return near ? stores.filter(({ id }) => near.has(id)) : stores
}

/** The seller's own checks, and behind them those that the organization sets. */
function ownIn(slots: Slots): OwnChecks['checks'] | undefined {
  const stored = valueIn(slots, ownChecksKind, ownChecksKind.prefix)?.checks
  const { ownChecks } = organizationIn(slots)
  return ownChecks ? [...(stored ?? []), ...ownChecks] : stored
}

/** The keys of all records that these stores can have, and of their payout accounts' digits. */
function recordKeys(stores: readonly Store[], own?: OwnChecks['checks']): string[] {
  const keys = stores.flatMap((store) => [
    ...items.map((item) => recordPrefix + recordKey(item, store)),
    ...ownChecksOf(own, store).map(({ id }) => recordPrefix + keyOf(id, store)),
    payoutAccountKey(store.id),
  ])
  return [...new Set(keys)]
}
