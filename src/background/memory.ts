import type { Platform } from '../browser/platform'
import { itemIds } from '../domain/items'
import { pageIds } from '../domain/page'
import type { Outcome, Place, Sees } from '../messages/protocol'
import { amazonLogin, storeFronts } from '../pages/hosts'
import { day, eventId, id, instant, z } from '../storage/format/schema'

const tab = z.int()
const about = z.object({ store: id, item: z.enum(itemIds) })
const hosts = [...storeFronts, ...amazonLogin].map(({ host }) => host)
const place = z.object({
  page: z.enum(pageIds),
  host: z.enum(hosts),
}) satisfies z.ZodMiniType<Place>
const outcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('card'), item: z.enum(itemIds) }),
  z.object({ kind: z.literal('asking-store') }),
  z.object({ kind: z.literal('waiting-for-calm') }),
  z.object({
    kind: z.literal('none'),
    why: z.enum([
      ...(['paused', 'first-day', 'quiet-hours', 'day-cap', 'gap'] as const),
      ...(['week-cap', 'nothing-due', 'store-unsaid', 'not-calm'] as const),
      ...(['shown-elsewhere', 'no-page', 'answered', 'withheld', 'unreadable', 'altered'] as const),
    ]),
  }),
]) satisfies z.ZodMiniType<Outcome>

/** What is kept in session storage for the whole browser. */
const wholeShapes = {
  /** The right to show the one card. `about` is missing while it asks which store is open. */
  lease: z.object({ tab, until: z.number(), about: z.exactOptional(about) }),
  /** When a card last asked which store is open. */
  asked: instant,
  /** Answers that came from pages on a day. */
  answers: z.object({ day, count: z.int() }),
}

/** What is kept for a tab, under `<name>/<tab>`. */
const tabShapes = {
  /** What the card of the tab is about: a script may answer for that and for nothing else. */
  card: z.object({
    ...about.shape,
    /** The document that was given it. */
    document: z.exactOptional(z.string()),
    /** It has a button for a playbook; it keeps that as long as it stands there. */
    guide: z.exactOptional(z.boolean()),
    /** It says which of several stores it is about. */
    named: z.exactOptional(z.boolean()),
    /** It is out of sight or was taken away: it can be asked for again, but not answered. */
    away: z.exactOptional(z.boolean()),
    /** The one answer that it was given, and the one undo of it. */
    answered: z.exactOptional(eventId),
    undone: z.exactOptional(eventId),
  }),
  /** Which store is open, as the seller said; `none` when the question was closed. */
  store: id,
  /** What was last used and decided, for the seller to look at. */
  sees: z.object({ place: z.exactOptional(place), outcome }) satisfies z.ZodMiniType<Sees>,
  /** Messages on a day. */
  heard: z.object({ day, count: z.int() }),
}

type Shapes = typeof wholeShapes & typeof tabShapes
export type Remembered = { [N in keyof Shapes]: z.infer<Shapes[N]> }
type TabName = keyof typeof tabShapes
type Name = keyof Shapes
const shapes: { [N in Name]: z.ZodMiniType<Remembered[N]> } = { ...wholeShapes, ...tabShapes }

/** Under which key: the tab is part of it where there is one for each. */
export function keyOf(...[name, tab]: [keyof typeof wholeShapes] | [TabName, number]): string {
  return tab === undefined ? name : `${name}/${tab}`
}

export type Memory = ReturnType<typeof createMemory>

/**
 * What the worker has to know and the browser may forget when it closes. In session storage, which outlives the worker;
 * what does not look like ours counts as not there.
 */
export function createMemory({ session }: Pick<Platform, 'session'>) {
  function read<N extends Name>(name: N, raw: unknown): Remembered[N] | undefined {
    const found = shapes[name].safeParse(raw)
    return found.success ? found.data : undefined
  }

  return {
    async whole<N extends keyof typeof wholeShapes>(name: N): Promise<Remembered[N] | undefined> {
      return read(name, (await session.get([name]))[name])
    },

    async of<N extends TabName>(name: N, tab: number): Promise<Remembered[N] | undefined> {
      const key = keyOf(name, tab)
      return read(name, (await session.get([key]))[key])
    },

    /** The same of several tabs at once. */
    async ofAll<N extends TabName>(name: N, tabs: readonly number[]): Promise<Map<number, Remembered[N]>> {
      const found = await session.get(tabs.map((tab) => keyOf(name, tab)))
      return new Map(
        tabs.flatMap((tab) => {
          const value = read(name, found[keyOf(name, tab)])
          return value === undefined ? [] : [[tab, value] as const]
        }),
      )
    },

    /** All at once; null forgets. */
    set: (values: Readonly<Record<string, unknown>>): Promise<void> => session.set(values),

    /** The tabs of which there is a value of that name. */
    async tabsWith(name: TabName): Promise<number[]> {
      const found = Object.entries(await session.get(null))
      return found.flatMap(([key, value]) => {
        const tab = new RegExp(`^${name}/(-?\\d+)$`).exec(key)?.[1]
        return tab === undefined || value === null ? [] : [Number(tab)]
      })
    },

    /** The tab is closed, and its number is not given again. */
    forget: (tab: number): Promise<void> =>
      session.remove((Object.keys(tabShapes) as TabName[]).map((name) => keyOf(name, tab))),
  }
}
