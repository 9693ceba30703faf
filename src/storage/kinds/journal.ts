import { longestNote } from '../../domain/answer'
import {
  type JournalEntry,
  type JournalEvent,
  journalCap,
  journalledAnswers,
  plainKinds,
  runDetails,
  runKinds,
} from '../../domain/journal/journal'
import { isDay, type LocalDay } from '../../domain/time/time'
import { FullError } from '../format/codec'
import { atMost, defineKind } from '../format/kind'
import { day, eventId, id, instant, label, name, z } from '../format/schema'

/** One key for each day: an answer rewrites only that day's few entries, however long the journal is. */
export const journalPrefix = 'journal/'

const v1 = z.lazy(() =>
  z.object({
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
  }),
)

const detailsV1 = () =>
  Object.fromEntries(runDetails.map((detail) => [detail, z.exactOptional(name)])) as Record<
    (typeof runDetails)[number],
    z.ZodMiniExactOptional<typeof name>
  >

// Loose objects: we keep all other details of an event for people who read the file, and for later versions.
const eventV1 = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.looseObject({
      kind: z.literal('answered'),
      item: name,
      answer: z.discriminatedUnion('kind', [
        z.looseObject({ kind: z.literal('handled-elsewhere'), by: label }),
        z.looseObject({ kind: z.literal('assigned'), who: label }),
        z.looseObject({ kind: z.enum(journalledAnswers) }),
      ]),
    }),
    z.looseObject({ kind: z.literal('happened'), what: name }),
    z.looseObject({ kind: z.literal('measure-promised'), measure: z.looseObject({ title: label }) }),
    z.looseObject({ kind: z.literal('own-check-put'), check: z.looseObject({ title: label }) }),
    z.looseObject({ kind: z.literal('store-assigned'), who: label }),
    z.looseObject({ kind: z.literal('report-taken-back'), of: z.exactOptional(name) }),
    z.looseObject({ kind: z.enum(plainKinds) }),
    z.looseObject({ kind: z.enum(runKinds), playbook: name, ...detailsV1() }),
  ]),
) satisfies z.ZodMiniType<JournalEvent>

/** An event that this version does not know keeps its entry, with its day and its place. */
function eventOf(raw: unknown): JournalEvent {
  const known = eventV1.safeParse(raw)
  return known.success ? known.data : { kind: 'later-version', raw }
}

const stored = z.lazy(() =>
  z.pipe(
    v1,
    z.transform(({ entries }): readonly JournalEntry[] =>
      entries.map((entry) => ({ ...entry, what: eventOf(entry.what) })),
    ),
  ),
)

export const journalKind = defineKind<readonly JournalEntry[]>({
  prefix: journalPrefix,
  names: [isDay],
  shape: () => stored,
  version: 1,
  encode: (entries) => ({
    entries: entries.map((entry) => ({
      ...entry,
      what: entry.what.kind === 'later-version' ? entry.what.raw : entry.what,
    })),
  }),
  longest: { list: journalCap, text: longestNote },
  bounds: [
    atMost('journal', 20_000),
    {
      name: 'entries',
      most: 100_000,
      count: (days) => [...days.values()].reduce((sum, { length }) => sum + length, 0),
    },
  ],
  eventsIn: (entries) => entries.map(({ id }) => id),
  isAhead: (entries, last, key) =>
    key > journalKey(last.day) || entries.some(({ day, at }) => day > last.day || at > last.at),
  speaks: () => true,
  join: mergedDay,
})

/** Returns `own` itself if there is nothing to add. */
export function mergedDay(
  own: readonly JournalEntry[],
  theirs: readonly JournalEntry[],
): readonly JournalEntry[] {
  const known = new Set(own.map(({ id }) => id))
  const added: JournalEntry[] = []
  for (const entry of theirs) {
    if (known.has(entry.id)) continue
    known.add(entry.id)
    added.push(entry)
  }
  return added.length === 0 ? own : [...own, ...added].sort((a, b) => a.at - b.at)
}

export function journalKey(on: LocalDay): string {
  return journalPrefix + on
}

/**
 * Adds an entry. A request repeated because its reply was lost adds none.
 * @throws FullError
 */
export function withEntry(entries: readonly JournalEntry[], entry: JournalEntry): readonly JournalEntry[] {
  const others = entries.filter((one) => one.id !== entry.id)
  if (others.length >= journalCap) throw new FullError('journal')
  return [...others, entry]
}
