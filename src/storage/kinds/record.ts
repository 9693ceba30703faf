import { paceBounds } from '../../domain/answer'
import { type Before, type ItemRecord, mostEvents, type Said, type Undo } from '../../domain/checklist'
import { isHappeningId } from '../../domain/incidents'
import { type Found, find } from '../format/codec'
import { day, eventId, instant, label, name, text, z } from '../format/schema'

/** One key for each record: an answer writes this one small value. */
export const recordPrefix = 'record/'

const said = {
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
      every: z.union([
        z.int().check(z.minimum(paceBounds.least), z.maximum(paceBounds.most)),
        z.literal('off'),
      ]),
      on: day,
    }),
  ),
}

// 0.1.0 had what was said alone, and reads the rest without it.
function before(deep: number): z.ZodMiniType<StoredBefore, StoredBefore> {
  const last = {
    ...said,
    undo: z.exactOptional(z.object({ of: eventId, on: day, isReport: z.exactOptional(z.literal(true)) })),
  }
  return deep === 1 ? z.object(last) : z.object({ ...last, before: z.exactOptional(before(deep - 1)) })
}

// A shipped row is never edited; a new shape gets a new row and a transform to the present one.
const v1 = z.object({
  version: z.literal(1),
  ...said,
  before: z.exactOptional(before(mostEvents)),
  events: z.array(eventId).check(z.maxLength(mostEvents)),
})

const stored = z.pipe(
  v1,
  z.transform(
    ({ version: _version, before, events, ...record }): ItemRecord => ({
      ...known(record),
      ...(before ? { before: knownBefore(before) } : {}),
      events,
    }),
  ),
)

const saidAlone = z.object(said)
type Stored = z.infer<typeof saidAlone>
type StoredBefore = Stored & { undo?: Undo; before?: StoredBefore }

function knownBefore({ undo, before, ...said }: StoredBefore): Before {
  return {
    ...known(said),
    ...(undo ? { undo } : {}),
    ...(before ? { before: knownBefore(before) } : {}),
  }
}

/** A report of a kind that left the catalogue, or that a later version knows, costs the report, not the record. */
function known({ happened, ...record }: Stored): Said {
  if (!happened || !isHappeningId(happened.what)) return record
  return { ...record, happened: { ...happened, what: happened.what } }
}

export function decodeRecord(raw: unknown): Found<ItemRecord> {
  return find(stored, 1, raw)
}

export function encodeRecord(record: ItemRecord): z.input<typeof v1> {
  return { version: 1, ...record, events: [...record.events] }
}
