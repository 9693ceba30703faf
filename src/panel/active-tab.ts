import { type ReadonlySignal, signal } from '@preact/signals'
import { askTab, frontTab, onRemembered, onTabs, ownTab } from '../browser/front-tab'
import { inTime, wait } from '../browser/in-time'
import { type PageId, pageIds } from '../domain/page'
import { sessionKey, type WhereAsked } from '../messages/panel'
import type { Place } from '../messages/protocol'
import { isLoginHost, isStoreFront } from '../pages/hosts'

/** What the tab in front shows, as far as our script there tells. */
export type Where =
  | { kind: 'looking'; tab?: number }
  /** Our script doesn't run there: another site, or a page that was opened before Nightlatch started. */
  | { kind: 'elsewhere'; tab?: number }
  /** `page` is missing for a page that has no checks. */
  | ({ kind: 'seller-central'; tab: number; page?: PageId; isTyping: boolean } & Pick<Place, 'host'>)

export type ActiveTab = {
  where: ReadonlySignal<Where>
  /** Asks the tab once more, and again while it loads: its script may answer only later. */
  look(): Promise<Where>
}

/** Milliseconds until a tab that loads is asked again. */
const pauses = [400, 1600]
/** Milliseconds after which the panel shows the tab before no longer, though the one in front has not answered. */
const shownMeanwhile = 1000
/**
 * Milliseconds after which a page that hangs counts as one without our script. A tab without it rejects at once, so a
 * long time delays nothing there; a short one would open a new tab where only the computer is busy.
 */
const longestAnswer = 6000

/** Follows the tab in front of one window. A panel that is shown in a tab follows the one it was opened from. */
export function followActiveTab(window: Promise<number>): ActiveTab {
  const where = signal<Where>({ kind: 'looking' })
  let turn = 0
  const own = ownTab().catch(() => undefined)

  async function target(): Promise<{ tab: number; isLoading: boolean } | undefined> {
    const front = await frontTab(await window)
    const self = await own
    if (!self || front?.tab !== self.tab) return front
    const before = where.value.tab ?? self.opener
    return before === undefined ? undefined : { tab: before, isLoading: false }
  }

  /** @param later the pauses after which a tab that loads is asked again. */
  async function look(later = pauses): Promise<Where> {
    turn += 1
    const mine = turn
    const found = await target().catch(() => undefined)
    const answer = found && answerOf(found.tab)
    if (found && answer && found.tab !== where.value.tab)
      void inTime(answer, shownMeanwhile).catch(() => {
        if (mine === turn) where.value = { kind: 'looking', tab: found.tab }
      })
    const here = found && placeIn(await answer)
    const [pause, ...rest] = later
    const isEarly = found?.isLoading === true && !here && pause !== undefined
    const tab = found && { tab: found.tab }
    const seen: Where = here
      ? { kind: 'seller-central', tab: found.tab, ...here }
      : { kind: isEarly ? 'looking' : 'elsewhere', ...tab }
    if (mine !== turn) return seen
    where.value = seen
    if (isEarly) void wait(pause).then(() => (mine === turn ? look(rest) : undefined))
    return seen
  }

  onTabs(({ tab, window: other }) => {
    void (async () => {
      if (other === undefined ? tab === where.value.tab : other === (await window)) await look()
    })()
  })
  onRemembered((keys) => {
    const { tab } = where.value
    if (tab !== undefined && keys.includes(sessionKey('sees', tab))) void look()
  })
  void look()
  return {
    where,
    async look() {
      let seen = await look()
      for (const pause of pauses) {
        if (seen.kind !== 'looking') break
        await wait(pause)
        seen = await look()
      }
      return seen
    },
  }
}

function answerOf(tab: number): Promise<unknown> {
  return inTime(askTab(tab, { asked: 'where' } satisfies WhereAsked), longestAnswer).catch(() => undefined)
}

/** What the script says is checked like everything that comes from a page's process. */
function placeIn(
  answer: unknown,
): Omit<Extract<Where, { kind: 'seller-central' }>, 'kind' | 'tab'> | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined
  const { host, page, isTyping } = answer as Record<string, unknown>
  if (typeof host !== 'string' || !(isStoreFront(host) || isLoginHost(host))) return undefined
  const known = pageIds.find((id) => id === page)
  return { host, ...(known && { page: known }), isTyping: isTyping !== false }
}
