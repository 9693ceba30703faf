import type { Platform } from '../browser/platform'
import { longestNote } from '../domain/answer'
import { itemIds } from '../domain/items'
import { lazily } from '../domain/lazily'
import { pageIds } from '../domain/page'
import { playbookIds } from '../domain/playbooks/playbook'
import { mostTyped, panelViews, sessionKey } from '../messages/panel'
import type { Outcome, PanelState, Place, Sees } from '../messages/protocol'
import { amazonLogin, storeFronts } from '../pages/hosts'
import { commitmentId, day, eventId, id, instant, name, z } from '../storage/format/schema'

const tab = z.lazy(() => z.int())
const check = z.lazy(() => z.union([z.enum(itemIds), commitmentId]))
const about = () => ({ store: id, item: check })
const place = z.lazy(() =>
  z.object({
    page: z.enum(pageIds),
    host: z.enum([...storeFronts, ...amazonLogin].map(({ host }) => host)),
  }),
) satisfies z.ZodMiniType<Place>
const outcome = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('card'), item: check }),
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
  ]),
) satisfies z.ZodMiniType<Outcome>

/** What a panel shows. */
export const panelFields = lazily(() => ({
  view: z.enum(panelViews),
  place: z.exactOptional(place),
  draft: z.exactOptional(
    z.object({
      store: id,
      item: check,
      note: z.string().check(z.maxLength(2 * longestNote)),
    }),
  ),
  scroll: z.exactOptional(
    z.object({ of: z.string().check(z.maxLength(100)), top: z.int().check(z.minimum(0)) }),
  ),
  guide: z.exactOptional(
    z.union([
      z.strictObject({ run: id, step: z.exactOptional(name) }),
      z.strictObject({ playbook: z.enum(playbookIds) }),
    ]),
  ),
  opens: z.exactOptional(z.literal(true)),
  typed: z.exactOptional(
    z
      .array(
        z.strictObject({
          store: id,
          field: z.string().check(z.maxLength(200)),
          text: z.string().check(z.maxLength(2 * longestNote)),
        }),
      )
      .check(z.maxLength(mostTyped)),
  ),
  asked: z.exactOptional(eventId),
}))

/** Session values for the whole browser. */
const wholeShapes = {
  /** The right to show the one card. `about` is missing while the card asks which store is open. */
  lease: z.lazy(() => z.object({ tab, until: z.number(), about: z.exactOptional(z.object(about())) })),
  /** When a card last asked which store is open. */
  asked: instant,
  /** The number of answers from pages on a day. */
  answers: z.lazy(() => z.object({ day, count: z.int() })),
}

/** Session values for each tab, under `<name>/<tab>`. */
const tabShapes = {
  /** What the tab's card is about: a script may answer only for that. */
  card: z.lazy(() =>
    z.object({
      ...about(),
      /** The document that was given the card. */
      document: z.exactOptional(z.string()),
      /** Whether it has a button for a playbook, which stays for as long as the card is shown. */
      guide: z.exactOptional(z.boolean()),
      /** Whether it says which of several stores it is about. */
      named: z.exactOptional(z.boolean()),
      /** Hidden or removed: it can be asked for again, but not answered. */
      away: z.exactOptional(z.boolean()),
      /** The id of its one answer; `undone` is the id of its one undo. */
      answered: z.exactOptional(eventId),
      undone: z.exactOptional(eventId),
    }),
  ),
  /** The open store, as the seller said; `none` if the seller closed the question. */
  store: id,
  /** The last page and decision, shown to the seller. */
  sees: z.lazy(() => z.object({ place: z.exactOptional(place), outcome })) satisfies z.ZodMiniType<Sees>,
  /** The number of messages on a day. */
  heard: z.lazy(() => z.object({ day, count: z.int() })),
}

/** Session values for each window, under `<name>/<window>`. */
const windowShapes = {
  /** What the panel of this window shows. */
  panel: z.lazy(() => z.object(panelFields())) satisfies z.ZodMiniType<PanelState>,
}

type Shapes = typeof wholeShapes & typeof tabShapes & typeof windowShapes
export type Remembered = { [N in keyof Shapes]: z.infer<Shapes[N]> }
type TabName = keyof typeof tabShapes
type WindowName = keyof typeof windowShapes
type Name = keyof Shapes
const shapes: { [N in Name]: z.ZodMiniType<Remembered[N]> } = {
  ...wholeShapes,
  ...tabShapes,
  ...windowShapes,
}

/** The session key of a value; it includes the tab or window for values kept for each. */
export function sessionKeyOf(
  ...[name, of]: [keyof typeof wholeShapes] | [TabName | WindowName, number]
): string {
  return of === undefined ? name : sessionKey(name, of)
}

export type Memory = ReturnType<typeof createMemory>

/**
 * Keeps what the worker must know and the browser may forget when it closes. It uses session storage, which
 * outlives the worker; a value of an unexpected shape counts as missing.
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

    async of<N extends TabName | WindowName>(name: N, of: number): Promise<Remembered[N] | undefined> {
      const key = sessionKeyOf(name, of)
      return read(name, (await session.get([key]))[key])
    },

    /** Reads one value for several tabs at once. */
    async ofAll<N extends TabName>(name: N, tabs: readonly number[]): Promise<Map<number, Remembered[N]>> {
      const found = await session.get(tabs.map((tab) => sessionKeyOf(name, tab)))
      return new Map(
        tabs.flatMap((tab) => {
          const value = read(name, found[sessionKeyOf(name, tab)])
          return value === undefined ? [] : [[tab, value] as const]
        }),
      )
    },

    /** Writes all values at once; null deletes one. */
    set: (values: Readonly<Record<string, unknown>>): Promise<void> => session.set(values),

    /** The tabs or windows that have a value of that name. */
    async allWith(name: TabName | WindowName): Promise<number[]> {
      const found = Object.entries(await session.get(null))
      return found.flatMap(([key, value]) => {
        const of = new RegExp(`^${name}/(-?\\d+)$`).exec(key)?.[1]
        return of === undefined || value === null ? [] : [Number(of)]
      })
    },

    /** Forgets a closed tab; its number is not used again. */
    forget: (tab: number): Promise<void> =>
      session.remove((Object.keys(tabShapes) as TabName[]).map((name) => sessionKeyOf(name, tab))),
  }
}
