import type { Area } from '../../browser/platform'
import type { RunId } from '../../domain/ids'
import type { JournalEntry } from '../../domain/journal/journal'
import { lineKinds, outcomes } from '../../domain/playbooks/playbook'
import { mostLogLines, type Run, type RunEntry } from '../../domain/playbooks/run'
import { type Found, find, NewerVersionError, setAside } from '../format/codec'
import { day, eventId, id, instant, name, text, z } from '../format/schema'
import { findAll, findOne } from '../kept'
import { decodeJournalDay, encodeJournalDay, journalKey, withEntry } from './journal'

/** One key for each run: a line of its log rewrites that run alone. */
export const runPrefix = 'run/'

const by = { id: eventId, at: instant }
const way = z.enum(['by', 'from'])

// A kind that is added later is no new version: what does not know it keeps it as it lies there.
const entryV1 = z.discriminatedUnion('kind', [
  z.object({ ...by, kind: z.literal('started') }),
  z.object({
    ...by,
    kind: z.literal('stepped'),
    step: name,
    answer: z.exactOptional(name),
  }),
  z.object({ ...by, kind: z.literal('undone'), step: name }),
  z.object({
    ...by,
    kind: z.literal('wrote'),
    step: name,
    what: z.enum(lineKinds),
    text,
    struck: z.exactOptional(z.literal(true)),
  }),
  z.object({ ...by, kind: z.literal('struck'), of: eventId }),
  z.object({
    ...by,
    kind: z.literal('clock-started'),
    clock: name,
    way,
    on: day,
    due: z.union([z.object({ day }), z.object({ at: instant })]),
    figure: z.exactOptional(name),
  }),
  z.object({ ...by, kind: z.literal('told'), clock: name, way, day }),
  z.object({ ...by, kind: z.literal('met'), clock: name }),
  z.object({ ...by, kind: z.literal('closed'), outcome: z.enum(outcomes) }),
  z.object({ ...by, kind: z.literal('resumed') }),
])

const v1 = z.object({
  version: z.literal(1),
  id,
  playbook: name,
  store: id,
  from: day,
  log: z.array(z.looseObject({ ...by, kind: z.string() })).check(z.minLength(1), z.maxLength(mostLogLines)),
})

const stored = z.pipe(
  v1,
  z.transform(
    ({ version: _version, log, ...run }): Run => ({
      ...run,
      log: log.map((raw): RunEntry => {
        const known = entryV1.safeParse(raw)
        return known.success ? known.data : { id: raw.id, at: raw.at, kind: 'later-version', raw }
      }),
    }),
  ),
)

/** @param key where it lies, if it does: one that goes by another's name would be written in that one's place. */
export function decodeRun(raw: unknown, key?: string): Found<Run> {
  const found = find(stored, 1, raw)
  return found.kind === 'read' && key !== undefined && runPrefix + found.value.id !== key
    ? { kind: 'damaged', raw }
    : found
}

export function encodeRun({ log, ...run }: Run): unknown {
  return { version: 1, ...run, log: log.map((entry) => (entry.kind === 'later-version' ? entry.raw : entry)) }
}

export type FoundRuns = {
  runs: readonly Run[]
  /** Keys whose value cannot be read, and keys that a later version wrote. */
  unreadable: readonly string[]
  newer: readonly string[]
}

export async function readRuns(area: Area): Promise<FoundRuns> {
  const found = [...(await findAll(area, runPrefix, decodeRun))]
  const keysOf = (wanted: Found<Run>['kind']) =>
    found.filter(([, { kind }]) => kind === wanted).map(([key]) => key)
  return {
    runs: found.flatMap(([, one]) => (one.kind === 'read' ? [one.value] : [])),
    unreadable: keysOf('damaged'),
    newer: keysOf('newer'),
  }
}

export function readRun(area: Area, id: RunId): Promise<Found<Run>> {
  return findOne(area, runPrefix + id, decodeRun)
}

/**
 * Writes a run with its journal entry, in one call: both or neither. An unreadable value is set aside in the same call.
 * @throws NewerVersionError, or whatever the area rejects with.
 */
export async function writeRun(area: Area, run: Run, entry: JournalEntry | undefined): Promise<void> {
  const key = runPrefix + run.id
  const dayKey = entry && journalKey(entry.day)
  const raw = await area.get(dayKey === undefined ? [key] : [key, dayKey])
  const changes: Record<string, unknown> = { [key]: encodeRun(run) }
  const kept = [{ key, kind: decodeRun(raw[key], key).kind }]
  if (entry && dayKey !== undefined) {
    const day = decodeJournalDay(raw[dayKey])
    changes[dayKey] = encodeJournalDay(withEntry(day.kind === 'read' ? day.value : [], entry))
    kept.push({ key: dayKey, kind: day.kind })
  }
  const damaged = new Map<string, unknown>()
  for (const { key: one, kind } of kept) {
    if (kind === 'newer') throw new NewerVersionError(one)
    if (kind === 'damaged') damaged.set(one, raw[one])
  }
  await area.set({ ...changes, ...(await setAside(area, damaged)) })
}
