import { start } from '../../src/background/start'
import type { Sender } from '../../src/browser/platform'
import type { SellerEvent } from '../../src/domain/checklist'
import type { ItemId } from '../../src/domain/items'
import type { JournalPage } from '../../src/domain/journal/journal'
import type { Overview } from '../../src/domain/overview'
import type { PageId } from '../../src/domain/page'
import type { CardContent } from '../../src/messages/card'
import type { Argument, Place, Reply, Request, Sees } from '../../src/messages/protocol'
import { newId } from './checklist'
import { type FakePlatform, fakePlatform, notUpdated, onPage, ownPage } from './platform'
import type { Moment } from './time'

export const com = 'sellercentral.amazon.com'
export const de = 'sellercentral.amazon.de'

type Options = Parameters<typeof fakePlatform>[0]

/** The seller has used Nightlatch for a while and has seen no card lately. */
export const wellKnown = { showings: { version: 1, since: 0, opened: true, shown: [] as number[] } }

/** Starts a background, after `prepare` has changed its browser; returns all that pages can ask it. */
export function background({
  kept,
  prepare,
  ...options
}: Options & { prepare?: (platform: FakePlatform) => void } = {}) {
  const platform = fakePlatform({ ...options, kept: kept ?? { local: structuredClone(wellKnown) } })
  prepare?.(platform)
  notUpdated(platform)
  start(platform)
  const ask = <R extends Request>(request: R, argument: Argument<R>, sender: Sender = ownPage) =>
    platform.send({ request, argument }, sender) as Promise<Reply<R>>
  const overview = async () => okOf<Overview>(await ask('overview', null))
  const visit = async (page: PageId = 'home', host: Place['host'] = com, tab = 1) =>
    okOf<boolean>(await ask('visit', { page, host }, onPage(host, tab, page)))
  const claim = async (
    page: PageId = 'home',
    host: Place['host'] = com,
    tab = 1,
    again: Argument<'claim'>['again'] = null,
  ) => okOf<CardContent | null>(await ask('claim', { page, host, again }, onPage(host, tab, page)))
  /** As our script does: reports the visit and claims a card if one may come. */
  const card = async (page: PageId = 'home', host: Place['host'] = com, tab = 1) =>
    (await visit(page, host, tab)) ? claim(page, host, tab) : null
  return {
    platform,
    ask,
    overview,
    change: (event: SellerEvent) => ask('change', event),
    visit,
    claim,
    card,
    /** The same, long after any other card, for tests that look at several in a row. */
    look: (page: PageId = 'home', host: Place['host'] = com, tab = 1) => {
      rest(platform)
      return card(page, host, tab)
    },
    /** The seller says in the popup which store is open in a tab. */
    sayStore: (store: string, tab = 1) => ask('say-store', { tab, store }),
    free: (tab = 1) => ask('free', null, onPage(com, tab)),
    /** Answers as if this tab had been given the card. */
    answerCard: (
      item: Argument<'answer-card'>['item'],
      answer: Argument<'answer-card'>['answer'],
      store = 'store-1',
      id = newId(),
      tab = 1,
    ) => {
      platform.kept.session[`card/${tab}`] = { store, item }
      return ask('answer-card', { id, store, item, answer }, onPage(com, tab))
    },
    sees: async (tab = 1) => okOf<Sees>(await ask('sees', { tab })),
    statusOf: async (item: ItemId) =>
      (await overview()).areas.flatMap((area) => area.items).find(({ id }) => id === item)?.status,
    journal: async () => okOf<JournalPage>(await ask('journal', { before: null })),
  }
}

/** The next worker in the same browser. */
export const again = (platform: FakePlatform, now: Moment = platform.now()) =>
  background({ kept: platform.kept, now })

export function okOf<T>(reply: Reply | undefined): T {
  if (!reply || !('ok' in reply)) throw new Error(`no answer but ${JSON.stringify(reply)}`)
  return reply.ok as T
}

/** Makes the last showing long ago without moving the clock. */
function rest({ kept }: FakePlatform): void {
  kept.local['showings'] = structuredClone(wellKnown.showings)
  kept.session['lease'] = null
  for (const [key, value] of Object.entries(kept.local)) {
    if (!key.startsWith('record/') || typeof value !== 'object') continue
    const record = value as { unanswered?: number; quietUntil?: number }
    // Only showings: closing a card is an answer, so it stays.
    if (record.unanswered === undefined) continue
    delete record.unanswered
    delete record.quietUntil
  }
}
