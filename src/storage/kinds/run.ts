import { longestNote } from '../../domain/answer'
import { isId } from '../../domain/ids'
import { lineKinds, mostRuns, outcomes, type RunEntry } from '../../domain/playbooks/playbook'
import { mergedRun, mostLogLines, type Run } from '../../domain/playbooks/run'
import { atMost, defineKind } from '../format/kind'
import { bare, day, eventId, id, instant, name, text, z } from '../format/schema'

/** One key for each run: a new line of its log rewrites only that run. */
export const runPrefix = 'run/'

const by = { id: eventId, at: instant }
const way = z.lazy(() => z.enum(['by', 'from']))

// A new kind of entry needs no new version: versions that don't know it keep it unparsed.
const entryV1 = z.lazy(() =>
  z.discriminatedUnion('kind', [
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
  ]),
)

const v1 = z.lazy(() =>
  z.object({
    version: z.literal(1),
    id,
    playbook: name,
    store: id,
    from: day,
    log: z.array(z.looseObject({ ...by, kind: z.string() })).check(z.minLength(1), z.maxLength(mostLogLines)),
  }),
)

const stored = z.lazy(() =>
  z.pipe(
    bare(v1),
    z.transform(
      ({ log, ...run }): Run => ({
        ...run,
        log: log.map((raw): RunEntry => {
          const known = entryV1.safeParse(raw)
          return known.success ? known.data : { id: raw.id, at: raw.at, kind: 'later-version', raw }
        }),
      }),
    ),
  ),
)

export const runKind = defineKind<Run>({
  prefix: runPrefix,
  names: [isId],
  shape: () => stored,
  version: 1,
  // A run under another run's key would be written over that run.
  fits: ({ id }, key) => runPrefix + id === key,
  encode: ({ log, ...run }) => ({
    ...run,
    log: log.map((entry) => (entry.kind === 'later-version' ? entry.raw : entry)),
  }),
  longest: { list: mostLogLines, text: longestNote },
  bounds: [atMost('run', mostRuns)],
  eventsIn: ({ log }) => log.map(({ id }) => id),
  isAhead: ({ log }, horizon) => log.some(({ at }) => at > horizon.at),
  problemIn: (raw, found) =>
    found.kind === 'damaged' && stored.safeParse(raw).success ? 'odd-names' : undefined,
  ownerOf: (_, value) => value?.store,
  speaks: () => true,
  join: mergedRun,
})
