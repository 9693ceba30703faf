import type { Store } from '../domain/checklist'
import { isCommitmentId } from '../domain/commitment'
import { itemIds } from '../domain/items'
import type { Changes, Counts, ImportMode, ImportPreview, LeftOut } from '../domain/stored-data/import-report'
import type { LocalDay } from '../domain/time/time'
import { isTooLarge, tooMuchIn } from './bounds'
import {
  atOnce,
  type Contents,
  contentsInSteps,
  isSame,
  isSilent,
  ownerOf,
  type Part,
  type Raw,
  rawOf,
  singleOf,
  storesIn,
  valuesOf,
  type YieldIfDue,
} from './contents'
import { asideAt, asideOf } from './format/codec'
import type { Kind, Merging } from './format/kind'
import { kindOf, kinds } from './kinds'
import { journalKind } from './kinds/journal'
import { recordKind } from './kinds/record'
import { roundKind } from './kinds/round'
import { narrowed, settingsKind, settingsNotKnown, unreadSettings } from './kinds/settings'
import {
  firstStores,
  hasUnknownFronts,
  isUntold,
  mergedStores,
  type Stores,
  storesKind,
} from './kinds/stores'

/** The stored data after an import. Undefined if it would replace what a later version wrote. */
export async function imported(
  own: Raw,
  file: Contents,
  mode: ImportMode,
  yieldIfDue: YieldIfDue = atOnce,
): Promise<Raw | undefined> {
  const here = await contentsInSteps(own, yieldIfDue)
  if (mode === 'replace') return here.newer.size > 0 ? undefined : replaced(own, here, file)
  return merged(own, here, file, yieldIfDue)
}

/** True if the file and the stored data together exceed the limits. */
export async function isTooMuch(own: Raw, after: Raw, yieldIfDue: YieldIfDue = atOnce): Promise<boolean> {
  return overruns(await stateOf(own, yieldIfDue), await stateOf(after, yieldIfDue), yieldIfDue)
}

async function stateOf(raw: Raw, yieldIfDue: YieldIfDue): Promise<State> {
  return { raw, contents: await contentsInSteps(raw, yieldIfDue) }
}

async function overruns(before: State, after: State, yieldIfDue: YieldIfDue): Promise<boolean> {
  // A list that has grown too long for its schema is read as damage.
  const isDamage = [...after.contents.damaged.keys()].some((key) => !before.contents.damaged.has(key))
  return (
    isDamage ||
    tooMuchIn(after.contents, before.contents) !== undefined ||
    (await isTooLarge(after.raw, before.raw, yieldIfDue))
  )
}

export async function previewOf(
  own: Raw,
  file: Contents,
  made: LocalDay,
  yieldIfDue: YieldIfDue = atOnce,
): Promise<ImportPreview> {
  const here = await contentsInSteps(own, yieldIfDue)
  const before = { raw: own, contents: here }
  const both = await stateOf(await merged(own, here, file, yieldIfDue), yieldIfDue)
  const merge = await changesBetween(before, both, storesIn(file), yieldIfDue)
  const after = here.newer.size > 0 ? undefined : await stateOf(replaced(own, here, file), yieldIfDue)
  const known = new Set<string>(itemIds)
  const named = [...valuesOf(file, recordKind).keys()].map((key) => key.split('/')[2] ?? '')
  const settings = singleOf(file, settingsKind)
  return {
    kind: 'preview',
    made,
    merge,
    ...(after ? { replace: await changesBetween(before, after, storesIn(file), yieldIfDue) } : {}),
    ...((await overruns(before, both, yieldIfDue)) ? { mergeIsTooMuch: true } : {}),
    unreadable: [...file.damaged.keys()],
    unknownItems: [...new Set(named.filter((item) => !known.has(item) && !isCommitmentId(item)))],
    leftOut: leftOutOf(file, here),
    leftOutSettings: settings
      ? [...unreadSettings(rawIn(file, settingsKind)), ...settingsNotKnown(settings)]
      : [],
  }
}

function rawIn({ parts }: Contents, { prefix }: Kind): unknown {
  return parts.get(prefix)?.raw
}

function leftOutOf(file: Contents, here: Contents): LeftOut[] {
  const settings = singleOf(file, settingsKind) ?? {}
  const taken = narrowed(settings, singleOf(here, settingsKind))
  const is: Record<LeftOut, boolean> = {
    notifications:
      (settings.notifications === true && !taken.notifications) ||
      (settings.longDueNotifications === true && !taken.longDueNotifications),
    'login-pages': (settings.loginHosts ?? []).length > (taken.loginHosts ?? []).length,
    pause: settings.pause !== undefined,
    'store-fronts': hasUnknownFronts(rawIn(file, storesKind)),
  }
  return (Object.keys(is) as LeftOut[]).filter((name) => is[name])
}

/** The contents with these values set; undefined removes one. */
function withValues({ parts, other }: Contents, ...values: readonly [Kind, unknown][]) {
  const changed = new Map(parts)
  for (const [kind, value] of values) {
    if (value === undefined) changed.delete(kind.prefix)
    else if (parts.get(kind.prefix)?.value !== value) changed.set(kind.prefix, { kind, value })
  }
  return { parts: changed, other }
}

/** The file's data, except what belongs to this browser. */
function replaced(own: Raw, here: Contents, file: Contents): Raw {
  const settings = singleOf(file, settingsKind)
  const mine = singleOf(here, settingsKind)
  const chosen = settings ? narrowed(settings, mine) : mine?.pause && {}
  const raw = rawOf(
    withValues(
      file,
      [storesKind, withKnownFronts(file, singleOf(file, storesKind))],
      [settingsKind, chosen && { ...chosen, ...(mine?.pause ? { pause: mine.pause } : {}) }],
      ...ofHere.map((kind): [Kind, unknown] => [kind, undefined]),
    ),
  )
  const kept = ofHere.filter(({ prefix }) => Object.hasOwn(own, prefix))
  return { ...raw, ...Object.fromEntries(kept.map(({ prefix }) => [prefix, own[prefix]])) }
}

/** What belongs to one browser and is never imported. */
const ofHere = kinds.filter((kind) => kind.of === 'here')

/** A round under way tells that data was imported since: some of its checks may not be due any more. */
export function importNoted(after: Raw, today: LocalDay): Raw {
  const found = roundKind.decode(after[roundKind.prefix])
  if (found.kind !== 'read') return after
  return { ...after, [roundKind.prefix]: roundKind.encode({ ...found.value, imported: today }) }
}

/** A copy if hosts are unknown, so that only what was read is written, not the value in the file. */
function withKnownFronts(file: Contents, stores: Stores | undefined): Stores | undefined {
  return stores && hasUnknownFronts(rawIn(file, storesKind)) ? { ...stores } : stores
}

/** Merges later answers and later checks, and each journal entry once; the rest stays as it is here. */
async function merged(own: Raw, here: Contents, file: Contents, yieldIfDue: YieldIfDue): Promise<Raw> {
  const after: Record<string, unknown> = { ...own }
  const asides = asidesIn(own)
  const keepAside = (key: string, value: unknown) => {
    const same = sameText(value)
    const known = asides.get(key) ?? { texts: new Set(), count: 0 }
    // A value set aside on either side is kept; the same value on both sides is kept once.
    if (known.texts.has(same)) return
    known.texts.add(same)
    do known.count += 1
    while (Object.hasOwn(after, asideAt(key, known.count)))
    after[asideAt(key, known.count)] = value
    asides.set(key, known)
  }
  const put = (key: string, value: unknown) => {
    if (here.newer.has(key)) return
    if (here.damaged.has(key)) keepAside(key, own[key])
    after[key] = value
  }
  const joined = await joinedParts(here, file, yieldIfDue)
  const others = [...file.parts].filter(([, { kind }]) => !isJoined(kind) && kind.of === undefined)
  const both = rawOf({ parts: new Map([...others, ...joined]), other: file.other })
  for (const [key, value] of Object.entries(both)) {
    await yieldIfDue()
    const isHere = Object.hasOwn(own, key) && !here.damaged.has(key)
    const aside = asideOf(key)?.key
    if (aside !== undefined) keepAside(aside, value)
    else if (joined.has(key) || !isHere) put(key, value)
  }
  return after
}

function isJoined(kind: Kind): boolean {
  return kind === storesKind || kind === settingsKind || kind.join !== undefined || kind.joinAll !== undefined
}

/** Merges each kind that has a rule for merging. */
async function joinedParts(
  here: Contents,
  file: Contents,
  yieldIfDue: YieldIfDue,
): Promise<Map<string, Part>> {
  const raws = new Map([...here.parts.values(), ...file.parts.values()].map(({ value, raw }) => [value, raw]))
  const joined = new Map<string, Part>()
  // A value that was read and not changed is written as it was stored.
  const add = (kind: Kind, key: string, value: unknown) =>
    joined.set(key, { kind, value, raw: raws.get(value) })
  const stores = mergedStores(isNew(here) && storesIn(file) ? undefined : storesIn(here), storesIn(file))
  if (!isSame(stores, storesIn(here) ?? firstStores))
    add(storesKind, storesKind.prefix, withKnownFronts(file, stores))
  const [mine, settings] = [here, file].map((side) => singleOf(side, settingsKind))
  if (settings) add(settingsKind, settingsKind.prefix, { ...narrowed(settings, mine), ...mine })
  const merging: Merging = {
    times: await timesIn([file, here], yieldIfDue),
    isUnreadable: (key) => here.damaged.has(key) || here.newer.has(key),
  }
  for (const kind of kinds) {
    const [own, theirs] = [valuesOf(here, kind), valuesOf(file, kind)]
    for (const [key, value] of kind.joinAll?.(own, theirs, merging) ?? []) add(kind, key, value)
    for (const [key, value] of kind.join ? theirs : []) {
      await yieldIfDue()
      add(kind, key, own.has(key) ? kind.join?.(own.get(key), value, merging) : value)
    }
  }
  return joined
}

async function timesIn(sides: readonly Contents[], yieldIfDue: YieldIfDue): Promise<Map<string, number>> {
  const times = new Map<string, number>()
  for (const side of sides) {
    for (const entries of valuesOf(side, journalKind).values()) {
      await yieldIfDue()
      for (const { id, at } of entries) times.set(id, at)
    }
  }
  return times
}

/** Whether nothing was ever said here: the only store is the one of the installation, and it may go. */
function isNew(here: Contents): boolean {
  return isSilent(here) && here.damaged.size === 0 && storesIn(here)?.stores.every(isUntold) === true
}

/** The values set aside for each key, as texts, and the last number known to be taken (0 at first). */
function asidesIn(raw: Raw): Map<string, { texts: Set<string>; count: number }> {
  const found = new Map<string, { texts: Set<string>; count: number }>()
  for (const [name, value] of Object.entries(raw)) {
    const key = asideOf(name)?.key
    if (key === undefined) continue
    const known = found.get(key) ?? { texts: new Set(), count: 0 }
    known.texts.add(sameText(value))
    found.set(key, known)
  }
  return found
}

/** The same text for equal values; the order of names does not matter. */
function sameText(value: unknown): string {
  const sorted = (_: string, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one
  return JSON.stringify(value, sorted) ?? ''
}

type State = { raw: Raw; contents: Contents }

/** The changes that the seller sees before anything is written. */
async function changesBetween(
  { raw: before, contents: was }: State,
  { raw: after, contents: will }: State,
  file: Stores | undefined,
  yieldIfDue: YieldIfDue,
): Promise<Changes> {
  const counts = new Map<string, Counts>()
  const count = (about: string, key: string) => {
    const one = counts.get(about) ?? { added: 0, changed: 0, removed: 0 }
    counts.set(about, one)
    if (!Object.hasOwn(before, key)) one.added += 1
    else if (!Object.hasOwn(after, key)) one.removed += 1
    else if (!isSame(before[key], after[key])) one.changed += 1
  }
  const old = storesIn(was)?.stores ?? []
  const next = storesIn(will)?.stores ?? []
  const stores = new Map([...old, ...next].map((one) => [one.id, one]))
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    await yieldIfDue()
    const kind = kindOf(key)
    const owner = ownerOf(key, was) ?? ownerOf(key, will)
    if (owner !== undefined) count(stores.has(owner) ? owner : 'shared', key)
    else if (!kind || !toldApart.includes(kind)) count('other', key)
  }
  const none = { added: 0, changed: 0, removed: 0 }
  // The store of a new installation goes unnoticed.
  const isTold = (store: Store) =>
    next.some(({ id }) => id === store.id) || counts.has(store.id) || !isUntold(store)
  return {
    stores: [...stores.values()].filter(isTold).map((store) => {
      const [here, then] = [old, next].map((list) => list.find(({ id }) => id === store.id))
      const other = file?.stores.find(({ id }) => id === store.id)?.name
      const { added, changed, removed } = counts.get(store.id) ?? none
      const isAltered = here !== undefined && then !== undefined && !isSame(here, then)
      return {
        id: store.id,
        name: (here ?? store).name,
        ...(here && other !== undefined && other !== here.name ? { other } : {}),
        is: here ? (then ? 'kept' : 'removed') : 'added',
        added,
        // Name, sites and answers to the four questions count as one change.
        changed: changed + (isAltered ? 1 : 0),
        removed,
      }
    }),
    shared: counts.get('shared') ?? none,
    journal: await journalCounts(was, will, yieldIfDue),
    settings: !isSame(singleOf(was, settingsKind), singleOf(will, settingsKind)),
    other: counts.get('other') ?? none,
  }
}

/** The preview counts the contents of these kinds separately. */
const toldApart: readonly Kind[] = [storesKind, settingsKind, journalKind]

async function journalCounts(was: Contents, will: Contents, yieldIfDue: YieldIfDue): Promise<Counts> {
  const counts = { added: 0, changed: 0, removed: 0 }
  const [before, after] = [was, will].map((side) => valuesOf(side, journalKind))
  for (const day of new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])) {
    await yieldIfDue()
    const [earlier, later] = [before, after].map((days) => new Set(days?.get(day)?.map(({ id }) => id)))
    counts.added += [...(later ?? [])].filter((id) => !earlier?.has(id)).length
    counts.removed += [...(earlier ?? [])].filter((id) => !later?.has(id)).length
  }
  return counts
}
