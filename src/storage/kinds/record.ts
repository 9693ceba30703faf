import { longestNote } from '../../domain/answer'
import { isId } from '../../domain/ids'
import { isIncidentId } from '../../domain/incidents'
import {
  type Before,
  type ItemRecord,
  isSaid,
  mostEvents,
  type Said,
  type Undo,
} from '../../domain/item-record'
import { lazily } from '../../domain/lazily'
import { mostOwnSteps } from '../../domain/own-check'
import { atMost, defineKind, type Horizon, type Merging } from '../format/kind'
import { bare, day, eventId, instant, label, name, paceDays, text, z } from '../format/schema'

/** One key for each record: an answer writes only this small value. */
export const recordPrefix = 'record/'

const said = lazily(() => ({
  checked: z.exactOptional(day),
  checkedBefore: z.exactOptional(day),
  standing: z.exactOptional(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('planned'), until: instant, on: day }),
      z.object({ kind: z.literal('handled-elsewhere'), by: label, on: day }),
      z.object({ kind: z.literal('not-for-me'), on: day, reason: z.exactOptional(text) }),
    ]),
  ),
  happened: z.exactOptional(
    z.object({
      what: name,
      on: day,
      by: z.union([z.object({ day }), z.object({ at: instant })]),
      from: z.exactOptional(day),
    }),
  ),
  quietUntil: z.exactOptional(instant),
  unanswered: z.exactOptional(z.int().check(z.nonnegative())),
  silenced: z.exactOptional(z.literal(true)),
  note: z.exactOptional(text),
  pace: z.exactOptional(
    z.object({
      every: z.union([paceDays, z.literal('off')]),
      on: day,
    }),
  ),
}))

/** Since version 2. */
const adapted = () => ({
  steps: z.exactOptional(z.array(label).check(z.maxLength(mostOwnSteps))),
  who: z.exactOptional(label),
})

const undo = lazily(() =>
  z.exactOptional(z.object({ of: eventId, on: day, isReport: z.exactOptional(z.literal(true)) })),
)

// 0.1.0 stored only `said` here and ignores the rest.
function before(
  last: (earlier?: z.ZodMiniType<StoredBefore, StoredBefore>) => z.ZodMiniType<StoredBefore, StoredBefore>,
  deep: number,
): z.ZodMiniType<StoredBefore, StoredBefore> {
  return deep === 1 ? last() : last(before(last, deep - 1))
}

const beforeV1 = z.lazy(() =>
  before(
    (earlier) =>
      earlier
        ? z.object({ ...said(), undo: undo(), before: z.exactOptional(earlier) })
        : z.object({ ...said(), undo: undo() }),
    mostEvents,
  ),
)

// Never edit a shipped shape; add a new one with a transform to the current value.
const v1 = z.lazy(() =>
  z.object({
    version: z.literal(1),
    ...said(),
    before: z.exactOptional(beforeV1),
    events: z.array(eventId).check(z.maxLength(mostEvents)),
  }),
)

const saidV2 = lazily(() => ({ ...said(), ...adapted() }))
const beforeV2 = z.lazy(() =>
  before(
    (earlier) =>
      earlier
        ? z.object({ ...saidV2(), undo: undo(), before: z.exactOptional(earlier) })
        : z.object({ ...saidV2(), undo: undo() }),
    mostEvents,
  ),
)
const v2 = z.lazy(() =>
  z.object({
    version: z.literal(2),
    ...saidV2(),
    before: z.exactOptional(beforeV2),
    events: z.array(eventId).check(z.maxLength(mostEvents)),
  }),
)

const stored = z.lazy(() =>
  z.pipe(
    z.union([bare(v1), bare(v2)]),
    z.transform(
      ({ before, events, ...record }): ItemRecord => ({
        ...known(record),
        ...(before ? { before: knownBefore(before) } : {}),
        events,
      }),
    ),
  ),
)

export const recordKind = defineKind<ItemRecord>({
  prefix: recordPrefix,
  names: [isId, isId],
  shape: () => stored,
  version: 2,
  // Where nothing new is said, version 1 says all of it, and 0.1.0 still reads it.
  encode: (record) => ({ ...(!isAdapted(record) && { version: 1 }), ...record }),
  longest: { list: mostEvents, text: longestNote },
  // Each store has some sixty checks.
  bounds: [atMost('record', 40_000)],
  eventsIn: ({ events }) => events,
  isAhead: (record, horizon) =>
    isSaidAhead(record, horizon) || (record.before !== undefined && isSaidAhead(record.before, horizon)),
  ownerOf: (key) => key.split('/')[1],
  speaks: isSaid,
  join: merged,
})

function isAdapted({ steps, who, before }: Said & { before?: Before }): boolean {
  return steps !== undefined || who !== undefined || (before !== undefined && isAdapted(before))
}

const saidAlone = () => z.object(saidV2())
type Stored = z.infer<ReturnType<typeof saidAlone>>
type StoredBefore = Stored & { undo?: Undo; before?: StoredBefore }

function knownBefore({ undo, before, ...said }: StoredBefore): Before {
  return {
    ...known(said),
    ...(undo ? { undo } : {}),
    ...(before ? { before: knownBefore(before) } : {}),
  }
}

/** A report of a kind that is not in this catalog is dropped; the rest of the record stays. */
function known({ happened, ...record }: Stored): Said {
  if (!happened || !isIncidentId(happened.what)) return record
  return { ...record, happened: { ...happened, what: happened.what } }
}

function isSaidAhead(
  { checked, checkedBefore, standing, happened, pace, quietUntil = 0 }: Said,
  last: Horizon,
): boolean {
  const days = [checked, checkedBefore, standing?.on, happened?.on, pace?.on]
  const by = happened && ('day' in happened.by ? happened.by.day > last.report : happened.by.at > endOf(last))
  return (
    days.some((day) => day !== undefined && day > last.day) ||
    (standing?.kind === 'planned' && standing.until > last.plan) ||
    by === true ||
    (happened?.from ?? '') > last.report ||
    quietUntil > last.at
  )
}

const endOf = ({ report }: Horizon) => Date.parse(report)

/** Takes the later answer of the two, with everything else that either side knows. */
function merged(own: ItemRecord, theirs: ItemRecord, { times }: Merging): ItemRecord {
  const more = saidAt(theirs, times) - saidAt(own, times)
  // If both are from the same time, the side that has the other's events wins: it was merged already.
  const isLater = more === 0 ? hasSeen(theirs, own) && !hasSeen(own, theirs) : more > 0
  const [record, other] = isLater ? [theirs, own] : [own, theirs]
  return withAdapted(withCheck(record, other), other)
}

function hasSeen({ events }: ItemRecord, other: ItemRecord): boolean {
  return other.events.every((id) => events.includes(id))
}

/**
 * Keeps a check made on the other side, even if this side later said something else about the item, also when
 * that is undone. A check that this side knew and no longer has was undone here.
 */
function withCheck(record: ItemRecord, other: ItemRecord): ItemRecord {
  const last = other.events.at(-1)
  if (last === undefined || record.events.includes(last)) return record
  const said = laterCheck(record, other)
  const before = record.before && laterBefore(record.before, other)
  if (said === record && before === record.before) return record
  // The last answer stays last, so that it can be undone.
  const events = [...record.events.slice(0, -1), last, ...record.events.slice(-1)].slice(-mostEvents)
  return { ...said, ...(before ? { before } : {}), events }
}

/** Does the same for the states that undoing leads to, however many there are. */
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

/** When the last answer was given: exact if the journal has it, otherwise from the record's dates. */
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

/** Keeps the other side's note, steps and person, unless the later side has them or has just deleted them. */
function withAdapted(record: ItemRecord, other: ItemRecord): ItemRecord {
  const names = (['note', 'steps', 'who'] as const).filter(
    (name) => record[name] === undefined && record.before?.[name] === undefined && other[name] !== undefined,
  )
  return { ...record, ...Object.fromEntries(names.map((name) => [name, other[name]])) }
}
