import type { Area } from '../../browser/platform'
import {
  daysToDrop,
  type JournalEntry,
  type JournalEvent,
  type JournalPage,
  journalCap,
  journalledAnswers,
  plainKinds,
  runDetails,
  runKinds,
} from '../../domain/journal/journal'
import { isDay, type LocalDay } from '../../domain/time/time'
import { type Found, FullError, find, setAside } from '../format/codec'
import { day, eventId, id, instant, label, name, z } from '../format/schema'
import { findOne } from '../kept'

/** One key for each day: an answer rewrites that day's few entries, however long the journal is. */
export const journalPrefix = 'journal/'

const v1 = z.object({
  version: z.literal(1),
  entries: z
    .array(
      z.object({
        id: eventId,
        at: instant,
        day,
        store: id,
        what: z.unknown(),
        who: z.exactOptional(label),
        onPage: z.exactOptional(z.literal(true)),
      }),
    )
    .check(z.maxLength(journalCap)),
})

const detailsV1 = Object.fromEntries(runDetails.map((detail) => [detail, z.exactOptional(name)])) as Record<
  (typeof runDetails)[number],
  z.ZodMiniExactOptional<typeof name>
>

// Loose: what else is kept of an event is for whoever reads the file, and for later versions.
const eventV1 = z.discriminatedUnion('kind', [
  z.looseObject({
    kind: z.literal('answered'),
    item: name,
    answer: z.discriminatedUnion('kind', [
      z.looseObject({ kind: z.literal('handled-elsewhere'), by: label }),
      z.looseObject({ kind: z.enum(journalledAnswers) }),
    ]),
  }),
  z.looseObject({ kind: z.literal('happened'), what: name }),
  z.looseObject({ kind: z.literal('measure-promised'), measure: z.looseObject({ title: label }) }),
  z.looseObject({ kind: z.literal('report-taken-back'), of: z.exactOptional(name) }),
  z.looseObject({ kind: z.enum(plainKinds) }),
  z.looseObject({ kind: z.enum(runKinds), playbook: name, ...detailsV1 }),
]) satisfies z.ZodMiniType<JournalEvent>

/** What is no event that this version knows costs itself alone: the entry has its day and its place. */
function eventOf(raw: unknown): JournalEvent {
  const known = eventV1.safeParse(raw)
  return known.success ? known.data : { kind: 'later-version', raw }
}

const stored = z.pipe(
  v1,
  z.transform(({ entries }): readonly JournalEntry[] =>
    entries.map((entry) => ({ ...entry, what: eventOf(entry.what) })),
  ),
)

export function decodeJournalDay(raw: unknown): Found<readonly JournalEntry[]> {
  return find(stored, 1, raw)
}

export function encodeJournalDay(entries: readonly JournalEntry[]): z.input<typeof v1> {
  return {
    version: 1,
    entries: entries.map((entry) => ({
      ...entry,
      what: entry.what.kind === 'later-version' ? entry.what.raw : entry.what,
    })),
  }
}

export function journalKey(on: LocalDay): string {
  return journalPrefix + on
}

/**
 * A request that was sent again because its reply was lost is one entry.
 * @throws FullError
 */
export function withEntry(entries: readonly JournalEntry[], entry: JournalEntry): readonly JournalEntry[] {
  const others = entries.filter((one) => one.id !== entry.id)
  if (others.length >= journalCap) throw new FullError('journal')
  return [...others, entry]
}

export const droppedKey = 'journal-dropped'

const droppedV1 = z.object({ version: z.literal(1), entries: z.int().check(z.nonnegative()), through: day })

const dropped = z.pipe(
  droppedV1,
  z.transform(({ entries, through }) => ({ entries, through })),
)

export type Dropped = { entries: number; through: LocalDay }

export function decodeDropped(raw: unknown): Found<Dropped> {
  return find(dropped, 1, raw)
}

export function encodeDropped({ entries, through }: Dropped): z.input<typeof droppedV1> {
  return { version: 1, entries, through }
}

/** Entries on one page of the journal, roughly: a day is never cut. */
const pageSize = 200

/** @param before a day: only older entries. */
export async function readJournal(area: Area, before: LocalDay | null): Promise<Omit<JournalPage, 'who'>> {
  const days = (await journalDays(area)).reverse().filter((on) => before === null || on < before)
  const entries: JournalEntry[] = []
  const unreadable: LocalDay[] = []
  let read = 0
  while (read < days.length && entries.length < pageSize) {
    // A handful of days at a time: most journals fit into the first.
    const some = days.slice(read, read + 30)
    const found = await area.get(some.map(journalKey))
    for (const on of some) {
      const chunk = decodeJournalDay(found[journalKey(on)])
      if (chunk.kind === 'read') entries.push(...[...chunk.value].reverse())
      else if (chunk.kind !== 'absent') unreadable.push(on)
      read += 1
      if (entries.length >= pageSize) break
    }
  }
  const last = days[read - 1]
  const gone = await findOne(area, droppedKey, decodeDropped)
  return {
    entries,
    unreadable,
    ...(read < days.length && last !== undefined ? { before: last } : {}),
    ...(gone.kind === 'read' ? { dropped: gone.value } : {}),
  }
}

/** All entries from one day to another, both included, oldest day first. */
export async function readJournalBetween(
  area: Area,
  first: LocalDay,
  last: LocalDay,
): Promise<{ entries: readonly JournalEntry[]; unreadable: readonly LocalDay[] }> {
  const days = (await journalDays(area)).filter((on) => on >= first && on <= last)
  const found = await area.get(days.map(journalKey))
  const entries: JournalEntry[] = []
  const unreadable: LocalDay[] = []
  for (const on of days) {
    const chunk = decodeJournalDay(found[journalKey(on)])
    if (chunk.kind === 'read') entries.push(...chunk.value)
    else if (chunk.kind !== 'absent') unreadable.push(on)
  }
  return { entries, unreadable }
}

/** Drops the oldest days beyond the cap, and writes down how many entries that were. */
export async function pruneJournal(area: Area, today: LocalDay): Promise<void> {
  const days = await journalDays(area)
  const found = await area.get(days.map(journalKey))
  const counts = days.flatMap((on) => {
    const chunk = decodeJournalDay(found[journalKey(on)])
    // What we cannot read we do not drop.
    return chunk.kind === 'read' ? [{ day: on, entries: chunk.value.length }] : []
  })
  const going = daysToDrop(counts, today)
  const through = going.at(-1)
  if (through === undefined) return
  const before = await findOne(area, droppedKey, decodeDropped)
  if (before.kind === 'newer') return
  const sum = counts
    .filter(({ day: on }) => going.includes(on))
    .reduce((total, { entries }) => total + entries, 0)
  const entries = sum + (before.kind === 'read' ? before.value.entries : 0)
  // Said before it is done: a worker that dies in between has dropped less than it said, never more.
  const damaged = new Map(before.kind === 'damaged' ? [[droppedKey, before.raw]] : [])
  await area.set({ [droppedKey]: encodeDropped({ entries, through }), ...(await setAside(area, damaged)) })
  await area.remove(going.map(journalKey))
}

async function journalDays(area: Area): Promise<LocalDay[]> {
  const keys = await area.keys()
  return (
    keys
      .filter((key) => key.startsWith(journalPrefix))
      .map((key) => key.slice(journalPrefix.length))
      // What lies under another name is listed with all else that cannot be read.
      .filter(isDay)
      .sort()
  )
}
