import type { SavedDraft } from '../domain/appeals/draft'
import { type Before, type ItemRecord, mostEvents, type Said, type Store } from '../domain/checklist'
import type { Measure } from '../domain/commitment'
import type { RunId } from '../domain/ids'
import { itemIds } from '../domain/items'
import type { JournalEntry } from '../domain/journal/journal'
import { isLanguage } from '../domain/languages'
import { mergedRun, type Run } from '../domain/playbooks/run'
import type { RegisterRow } from '../domain/registers/register'
import { isClock, isDateFormat, type Settings } from '../domain/settings'
import type { Changes, Counts, ImportMode, LeftOut, Preview } from '../domain/stored-data/import-report'
import type { LocalDay } from '../domain/time/time'
import { isTooLarge, tooMuchIn } from './format/bounds'
import { asideAt, asideName, asideOf } from './format/codec'
import { showingsKey } from './kinds/card-history'
import { draftKey, draftOf, draftPrefix } from './kinds/draft'
import { encodeJournalDay, journalKey, journalPrefix } from './kinds/journal'
import { recordPrefix } from './kinds/record'
import { registerPrefix } from './kinds/register-row'
import { runPrefix } from './kinds/run'
import { settingsKey, unreadSettings } from './kinds/settings'
import { hasUnknownFronts, type Stores, storesKey } from './kinds/stores'
import {
  atOnce,
  type Breathe,
  type Contents,
  contentsInSteps,
  contentsOf,
  firstStores,
  isSame,
  originOf,
  type Raw,
  rawOf,
  storesIn,
} from './snapshot'

/** What the file would make of what is stored here. Undefined: it would replace what a later version wrote. */
export async function imported(
  own: Raw,
  file: Contents,
  mode: ImportMode,
  breathe: Breathe = atOnce,
): Promise<Raw | undefined> {
  const here = await contentsInSteps(own, breathe)
  if (mode === 'replace') return here.newer.size > 0 ? undefined : replaced(own, here, file)
  return merged(own, here, file, breathe)
}

/** A file and what is here would together be more than is kept. */
export async function isTooMuch(own: Raw, after: Raw, breathe: Breathe = atOnce): Promise<boolean> {
  return overruns(await stateOf(own, breathe), await stateOf(after, breathe), breathe)
}

async function stateOf(raw: Raw, breathe: Breathe): Promise<State> {
  return { raw, contents: await contentsInSteps(raw, breathe) }
}

async function overruns(before: State, after: State, breathe: Breathe): Promise<boolean> {
  // A list that has become too long for its schema is damage.
  const isDamage = [...after.contents.damaged.keys()].some((key) => !before.contents.damaged.has(key))
  return (
    isDamage ||
    tooMuchIn(after.contents, before.contents) !== undefined ||
    (await isTooLarge(after.raw, before.raw, breathe))
  )
}

export async function previewOf(
  own: Raw,
  file: Contents,
  made: LocalDay,
  breathe: Breathe = atOnce,
): Promise<Preview> {
  const here = await contentsInSteps(own, breathe)
  const before = { raw: own, contents: here }
  const both = await stateOf(await merged(own, here, file, breathe), breathe)
  const merge = await changesBetween(before, both, storesIn(file), breathe)
  const after = here.newer.size > 0 ? undefined : await stateOf(replaced(own, here, file), breathe)
  const known = new Set<string>(itemIds)
  const named = [...file.records.keys()].map((name) => name.slice(name.indexOf('/') + 1))
  return {
    kind: 'preview',
    made,
    merge,
    ...(after ? { replace: await changesBetween(before, after, storesIn(file), breathe) } : {}),
    ...((await overruns(before, both, breathe)) ? { mergeIsTooMuch: true } : {}),
    unreadable: [...file.damaged.keys()],
    unknownItems: [...new Set(named.filter((item) => !known.has(item)))],
    leftOut: leftOutOf(file, here.settings),
    leftOutSettings: settingsNotKnown(file.settings),
  }
}

function leftOutOf({ settings = {}, stores }: Contents, own: Settings | undefined): LeftOut[] {
  const taken = narrowed(settings, own)
  const hosts = settings.loginHosts ?? []
  const is: Record<LeftOut, boolean> = {
    notifications:
      (settings.notifications === true && !taken?.notifications) ||
      (settings.longDueNotifications === true && !taken?.longDueNotifications),
    'login-pages': hosts.length > (taken?.loginHosts ?? []).length,
    pause: settings.pause !== undefined,
    'store-fronts': stores !== undefined && hasUnknownFronts(originOf(stores)),
  }
  return (Object.keys(is) as LeftOut[]).filter((name) => is[name])
}

/** What cannot be read, and choices of which this version has only the name. */
function settingsNotKnown(settings: Settings | undefined): string[] {
  if (!settings) return []
  const { language, dateFormat, clock } = settings
  const chosen = {
    language: language !== undefined && !isLanguage(language),
    dateFormat: dateFormat !== undefined && !isDateFormat(dateFormat),
    clock: clock !== undefined && !isClock(clock),
  }
  const names = (Object.keys(chosen) as (keyof typeof chosen)[]).filter((name) => chosen[name])
  return [...unreadSettings(originOf(settings)), ...names]
}

/** The file's, but for what is this browser's own. */
function replaced(own: Raw, here: Contents, file: Contents): Raw {
  const { settings, stores, showings: _showings, ...rest } = file
  const { pause } = here.settings ?? {}
  const chosen = narrowed(settings, here.settings) ?? (pause && {})
  const raw = rawOf({
    ...rest,
    ...(stores ? { stores: withKnownFronts(stores) } : {}),
    ...(chosen ? { settings: { ...chosen, ...(pause ? { pause } : {}) } } : {}),
  })
  const shown = own[showingsKey]
  return shown === undefined ? raw : { ...raw, [showingsKey]: shown }
}

/** What is read of a value that is written as it lay in the file: hosts that nobody knows must not come with it. */
function withKnownFronts(stores: Stores): Stores {
  return hasUnknownFronts(originOf(stores)) ? { ...stores } : stores
}

/**
 * A file may choose less than is chosen here, never more: permissions are given by a press in this browser. A pause is of
 * a day and of a browser.
 */
function narrowed(settings: Settings | undefined, own: Settings = {}): Settings | undefined {
  if (!settings) return undefined
  const unknown = settingsNotKnown(settings)
  const { notifications, longDueNotifications: longDue, loginHosts, pause: _pause, ...rest } = settings
  const hosts = loginHosts?.filter((host) => own.loginHosts?.includes(host))
  return {
    ...Object.fromEntries(Object.entries(rest).filter(([name]) => !unknown.includes(name))),
    ...(notifications === undefined ? {} : { notifications: notifications && own.notifications === true }),
    ...(longDue === undefined ? {} : { longDueNotifications: longDue && own.longDueNotifications === true }),
    ...(hosts ? { loginHosts: hosts } : {}),
  }
}

/**
 * Both together: of each item the later answer and the later check, every entry of the journal once, and of the rest what
 * is here.
 */
async function merged(own: Raw, here: Contents, file: Contents, breathe: Breathe): Promise<Raw> {
  const after: Record<string, unknown> = { ...own }
  const asides = asidesIn(own)
  const keepAside = (key: string, value: unknown) => {
    const same = sameText(value)
    const known = asides.get(key) ?? { texts: new Set(), count: 0 }
    // Set aside on either side: both are kept, and one that both have once.
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
  const stores = mergedStores(storesIn(here), storesIn(file))
  const { stores: _stores, showings: _showings, ...rest } = file
  const both = rawOf({
    ...rest,
    ...(isSame(stores, storesIn(here) ?? firstStores) ? {} : { stores: withKnownFronts(stores) }),
    ...(file.settings ? { settings: mergedSettings(here.settings, file.settings) } : {}),
    records: await mergedRecords(here, file, breathe),
    journal: await mergedJournal(here, file, breathe),
    runs: mergedRuns(here, file),
    rows: mergedRows(here, file),
    drafts: mergedDrafts(here, file),
  })
  for (const [key, value] of Object.entries(both)) {
    await breathe()
    const isMerged =
      key === storesKey || key === settingsKey || mergedPrefixes.some((prefix) => key.startsWith(prefix))
    const isHere = Object.hasOwn(own, key) && !here.damaged.has(key)
    const aside = asideOf(key)?.key
    if (aside !== undefined) keepAside(aside, value)
    else if (isMerged || !isHere) put(key, value)
  }
  return after
}

/** What was set aside of each key, as texts, and how many names of it are taken for certain. */
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

/** The same text for what is the same value, whatever the order of its names. */
function sameText(value: unknown): string {
  const sorted = (_: string, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one
  return JSON.stringify(value, sorted) ?? ''
}

const mergedPrefixes = [recordPrefix, journalPrefix, runPrefix, registerPrefix, draftPrefix]

/** Of a row the later one. */
function mergedRows(here: Contents, file: Contents): Map<string, RegisterRow> {
  return new Map([...file.rows].map(([key, row]) => [key, later(here.rows.get(key), row)]))
}

function later<T extends { at: number }>(own: T | undefined, theirs: T): T {
  return own && own.at >= theirs.at ? own : theirs
}

/** A version that was written on here and there is two versions afterwards. */
function mergedDrafts(here: Contents, file: Contents): Map<string, SavedDraft> {
  const both = new Map(here.drafts)
  const known = new Set([...here.drafts].map(([key, { rev }]) => `${draftOf(key)?.draft}/${rev}`))
  const isTaken = (key: string) => both.has(key) || here.damaged.has(key) || here.newer.has(key)
  for (const [key, theirs] of file.drafts) {
    const own = both.get(key)
    const place = draftOf(key)
    if (!place) continue
    const { draft, version } = place
    const name = `${draft}/${theirs.rev}`
    if (known.has(name)) continue
    known.add(name)
    let free = version
    while (own && (isTaken(draftKey(draft, free)) || file.drafts.has(draftKey(draft, free)))) free += 1
    both.set(draftKey(draft, free), theirs)
  }
  return both
}

function mergedStores(own: Stores | undefined, file: Stores | undefined): Stores {
  if (!own || !file) return own ?? file ?? firstStores
  const known = own.stores.map((store): Store => {
    const other = file.stores.find(({ id }) => id === store.id)
    return other
      ? {
          ...store,
          name: store.name || other.name,
          fronts: [...new Set([...store.fronts, ...other.fronts])],
          profile: { ...other.profile, ...store.profile },
          ...(store.payouts || !other.payouts ? {} : { payouts: other.payouts }),
          ...(other.measures ? { measures: mergedMeasures(store.measures, other.measures) } : {}),
        }
      : store
  })
  const added = file.stores.filter(({ id }) => !own.stores.some((store) => store.id === id))
  return { stores: [...known, ...added], current: own.current }
}

function mergedMeasures(own: readonly Measure[] = [], file: readonly Measure[]): readonly Measure[] {
  return [...own, ...file.filter(({ id }) => !own.some((measure) => measure.id === id))]
}

function mergedSettings(own: Settings = {}, file: Settings): Settings {
  return { ...narrowed(file, own), ...own }
}

async function mergedRecords(
  here: Contents,
  file: Contents,
  breathe: Breathe,
): Promise<Map<string, ItemRecord>> {
  const times = new Map<string, number>()
  for (const { journal } of [file, here]) {
    for (const entries of journal.values()) {
      await breathe()
      for (const { id, at } of entries) times.set(id, at)
    }
  }
  const records = new Map<string, ItemRecord>()
  for (const [name, theirs] of file.records) {
    const own = here.records.get(name)
    if (!own) records.set(name, theirs)
    else {
      const more = saidAt(theirs, times) - saidAt(own, times)
      // At once, it is the same answer: the side that knows of others beside it has merged already.
      const isLater = more === 0 ? hasSeen(theirs, own) && !hasSeen(own, theirs) : more > 0
      const [record, other] = isLater ? [theirs, own] : [own, theirs]
      records.set(name, withNote(withCheck(record, other), other))
    }
  }
  return records
}

function hasSeen({ events }: ItemRecord, other: ItemRecord): boolean {
  return other.events.every((id) => events.includes(id))
}

/**
 * A check made on the other side stays, though something else was said of the item later on this one; also when that is
 * taken back. A check that this side knew of, and no longer has, was taken back here.
 */
function withCheck(record: ItemRecord, other: ItemRecord): ItemRecord {
  const last = other.events.at(-1)
  if (last === undefined || record.events.includes(last)) return record
  const said = laterCheck(record, other)
  const before = record.before && laterBefore(record.before, other)
  if (said === record && before === record.before) return record
  // The last answer stays the last, for its undo.
  const events = [...record.events.slice(0, -1), last, ...record.events.slice(-1)].slice(-mostEvents)
  return { ...said, ...(before ? { before } : {}), events }
}

/** Also in what an undo leads to, however many follow one another. */
function laterBefore(before: Before, other: Said): Before {
  const said = laterCheck(before, other)
  const earlier = before.before && laterBefore(before.before, other)
  return said === before && earlier === before.before
    ? before
    : { ...said, ...(earlier ? { before: earlier } : {}) }
}

function laterCheck<T extends Said>(said: T, { checked, checkedBefore }: Said): T {
  if (checked === undefined || (said.checked !== undefined && said.checked >= checked)) return said
  const { checkedBefore: _checkedBefore, ...rest } = said
  return { ...rest, checked, ...(checkedBefore === undefined ? {} : { checkedBefore }) } as T
}

/** When the last answer was given: to the second where the journal has it, else by the dates of the record. */
function saidAt(record: ItemRecord, times: ReadonlyMap<string, number>): number {
  for (const id of [...record.events].reverse()) {
    const at = times.get(id)
    if (at !== undefined) return at
  }
  const days = [record, record.before ?? {}].flatMap(({ checked, standing, happened, pace }: Said) => [
    checked,
    standing?.on,
    happened?.on,
    pace?.on,
  ])
  return Math.max(0, ...days.map((day) => (day === undefined ? 0 : Date.parse(day))))
}

/** A note is nowhere else: it stays unless the later side has one, or has just taken one away. */
function withNote(record: ItemRecord, other: ItemRecord): ItemRecord {
  const isGiven = record.note !== undefined || record.before?.note !== undefined
  return isGiven || other.note === undefined ? record : { ...record, note: other.note }
}

async function mergedJournal(
  here: Contents,
  file: Contents,
  breathe: Breathe,
): Promise<Map<LocalDay, readonly JournalEntry[]>> {
  const journal = new Map<LocalDay, readonly JournalEntry[]>()
  for (const [day, theirs] of file.journal) {
    await breathe()
    journal.set(day, mergedDay(here.journal.get(day) ?? [], theirs))
  }
  return journal
}

/** The very same list when there is nothing to add. */
function mergedDay(own: readonly JournalEntry[], theirs: readonly JournalEntry[]): readonly JournalEntry[] {
  const known = new Set(own.map(({ id }) => id))
  const added: JournalEntry[] = []
  for (const entry of theirs) {
    if (known.has(entry.id)) continue
    known.add(entry.id)
    added.push(entry)
  }
  return added.length === 0 ? own : [...own, ...added].sort((a, b) => a.at - b.at)
}

function mergedRuns(here: Contents, file: Contents): Map<RunId, Run> {
  const both = [...file.runs].map(([id, theirs]): [RunId, Run] => {
    const own = here.runs.get(id)
    return [id, own ? mergedRun(own, theirs) : theirs]
  })
  return new Map(both)
}

type State = { raw: Raw; contents: Contents }

/** What a seller is told before anything is written. */
async function changesBetween(
  { raw: before, contents: was }: State,
  { raw: after, contents: will }: State,
  file: Stores | undefined,
  breathe: Breathe,
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
    await breathe()
    const owner = ownerOf(key, was) ?? ownerOf(key, will)
    if (owner !== undefined) count(stores.has(owner) ? owner : 'shared', key)
    else if (!key.startsWith(journalPrefix) && key !== storesKey && key !== settingsKey) count('other', key)
  }
  const none = { added: 0, changed: 0, removed: 0 }
  return {
    stores: [...stores.values()].map((store) => {
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
        // Its name, sites and answers to the four questions count as one.
        changed: changed + (isAltered ? 1 : 0),
        removed,
      }
    }),
    shared: counts.get('shared') ?? none,
    journal: await journalCounts(was, will, breathe),
    settings: !isSame(was.settings, will.settings),
    other: counts.get('other') ?? none,
  }
}

/** Whose a stored value is: a store's, a login's, this computer's; undefined for what is nobody's. */
function ownerOf(key: string, { drafts, runs }: Contents): string | undefined {
  const owned = [recordPrefix, registerPrefix].some((prefix) => key.startsWith(prefix))
  return owned ? key.split('/')[1] : (drafts.get(key) ?? runs.get(key.slice(runPrefix.length)))?.store
}

async function journalCounts(was: Contents, will: Contents, breathe: Breathe): Promise<Counts> {
  const counts = { added: 0, changed: 0, removed: 0 }
  for (const day of new Set([...was.journal.keys(), ...will.journal.keys()])) {
    await breathe()
    const [before, after] = [was, will].map(({ journal }) => new Set(journal.get(day)?.map(({ id }) => id)))
    counts.added += [...(after ?? [])].filter((id) => !before?.has(id)).length
    counts.removed += [...(before ?? [])].filter((id) => !after?.has(id)).length
  }
  return counts
}

/**
 * A store as on its first day: its answers, playbooks, registers, drafts and promises go, and those of its login unless
 * another store has the same. Its name, its sites, its login, the four answers about it and the journal stay.
 */
export function withoutAnswers(own: Raw, store: string, entry: JournalEntry): Raw | undefined {
  const here = contentsOf(own)
  const stores = storesIn(here)?.stores ?? []
  const found = stores.find(({ id }) => id === store)
  const login = found?.login
  // One that was taken off the list can come back.
  const isShared = stores.some((one) => one.id !== store && one.login === login)
  const owners = [store, ...(login === undefined || isShared ? [] : [login])]
  const going = Object.keys(own).filter((key) => owners.includes(ownerOf(key, here) ?? ''))
  const key = journalKey(entry.day)
  if ([...going, key].some((one) => here.newer.has(one))) return undefined
  const after = Object.fromEntries(Object.entries(own).filter(([one]) => !going.includes(one)))
  const kept = found && here.stores && withoutPromises(here.stores, found)
  const today = [...(here.journal.get(entry.day) ?? []), entry]
  return {
    ...after,
    ...rawOf({ journal: new Map([[entry.day, today]]), ...(kept ? { stores: kept } : {}) }),
    ...(here.damaged.has(key) ? { [asideName(key, (name) => Object.hasOwn(after, name))]: own[key] } : {}),
  }
}

function withoutPromises(stores: Stores, store: Store): Stores {
  const { measures: _measures, payouts: _payouts, ...rest } = store
  return { ...stores, stores: stores.stores.map((one) => (one === store ? rest : one)) }
}

/**
 * What has to be written for one value, out of a backup or set aside, to be in its place; undefined when it cannot be
 * read or may not be written there. What lies there now is set aside in turn, and days of the journal are joined.
 */
export function partChanges(own: Raw, key: string, value: unknown): Raw | undefined {
  const found = contentsOf({ [key]: value })
  // Readable, and of a kind that this version knows.
  if (found.other.size > 0 || !Object.hasOwn(rawOf(found), key)) return undefined
  if (!Object.hasOwn(own, key)) return { [key]: value }
  const here = contentsOf({ [key]: own[key] })
  if (here.newer.size > 0) return undefined
  const [mine, theirs] = [here, found].map(({ journal }) => [...journal.values()][0])
  if (mine && theirs) {
    const all = mergedDay(mine, theirs)
    return all === mine ? {} : { [key]: encodeJournalDay(all) }
  }
  if (isSame(own[key], value)) return {}
  return { [key]: value, [asideName(key, (name) => Object.hasOwn(own, name))]: own[key] }
}

/** With a value that was set aside back in its place; undefined when it still cannot be read. */
export function putBack(own: Raw, aside: string): Raw | undefined {
  const key = asideOf(aside)?.key
  if (key === undefined || !Object.hasOwn(own, aside)) return undefined
  const { [aside]: value, ...rest } = own
  const changes = partChanges(rest, key, value)
  return changes && { ...rest, ...changes }
}

/** The keys of a backup that could be brought back alone, and would change something. */
export async function partsToBringBack(own: Raw, backup: Raw, breathe: Breathe = atOnce): Promise<string[]> {
  const keys: string[] = []
  for (const [key, value] of Object.entries(backup)) {
    await breathe()
    if (Object.keys(partChanges(own, key, value) ?? {}).length > 0) keys.push(key)
  }
  return keys
}
