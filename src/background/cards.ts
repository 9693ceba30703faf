import type { Platform, Sender } from '../browser/platform'
import { type Checklist, isRead, keyOf, type Store } from '../domain/checklist'
import { isCommitmentId } from '../domain/commitment'
import type { EventId, StoreId } from '../domain/ids'
import { chooseNudge, chooseOwn, promiseOf } from '../domain/nudge'
import { cardGap, leaseTime, questionLease } from '../domain/nudge-policy'
import { letterOf } from '../domain/overview'
import { type PageId, pages } from '../domain/page'
import { fittingPlaybook } from '../domain/playbooks/run'
import { presentStores } from '../domain/present-stores'
import { isCorner } from '../domain/settings'
import { isPaused, isQuietHour, type Showings, silenceAt } from '../domain/silence'
import { isWaiting, ownStatusesOf, statusesOf } from '../domain/status'
import { instantOf } from '../domain/time/time'
import type { About, CardAnswer, CardContent, Gone } from '../messages/card'
import type { Outcome, Place, Request, Sees } from '../messages/protocol'
import type { Snapshot } from '../storage/repository'
import { ownCheckCard, reminderCard, whichStoreCard } from './card-content'
import { changeOf, showingsIn } from './checklist'
import type { Act } from './handler'
import { type Memory, type Remembered, sessionKeyOf } from './memory'
import type { Views } from './overview'
import { runsIn } from './playbook-runs'
import type { Repository } from './repository'
import { RequestError } from './request-error'

type Card = Remembered['card']

/** The seller's answer, as a page's script sends it. */
type Given = About & { id: EventId; answer: CardAnswer }

/** The tab that asks, and its document if the browser tells us. */
export type Asker = { tab: number; document?: string | undefined }

/** @throws RequestError if there is no tab: content scripts run in tabs. */
export function askerOf({ tab, documentId: document }: Sender): Asker {
  if (tab?.id === undefined) throw new RequestError('refused')
  return { tab: tab.id, document }
}

type Decision =
  /** `named`: the seller said which of several stores is open, so the card says it too. */
  | { kind: 'nudge'; nudge: About; named: boolean }
  | { kind: 'which-store' }
  | Extract<Outcome, { kind: 'none' }>

/** Puts the card in the corner that the seller chose. */
function inCorner({ settings: { corner } }: Snapshot, card: CardContent): CardContent {
  return isCorner(corner) ? { ...card, corner } : card
}

export type Cards = ReturnType<typeof createCards>

/** Decides which tab shows which card, and what its script may answer. Runs inside the one queue. */
export function createCards(
  platform: Platform,
  repository: Repository,
  { i18n, showBadge }: Views,
  memory: Memory,
) {
  const hasPanel = platform.panel.openBeside !== undefined

  async function note(tab: number, place: Place, outcome: Outcome, more = {}): Promise<void> {
    await memory.set({ [sessionKeyOf('sees', tab)]: { place, outcome } satisfies Sees, ...more })
  }

  async function lease(): Promise<Remembered['lease'] | undefined> {
    const held = await memory.whole('lease')
    const now = instantOf(platform.now())
    // An end further away than any lease was written before the clock was set back.
    return held && held.until > now && held.until - now <= lengthOf(held) ? held : undefined
  }

  function lengthOf({ about }: { about?: About }): number {
    return about ? leaseTime : questionLease
  }

  /** Gives a tab the right to be the only card, and to answer for the item it is about. */
  async function grant(tab: number, card?: Card): Promise<void> {
    const about = card && { store: card.store, item: card.item }
    const whose = { tab, ...(about ? { about } : {}) }
    const until = instantOf(platform.now()) + lengthOf(whose)
    await memory.set({
      [sessionKeyOf('lease')]: { ...whose, until },
      [sessionKeyOf('card', tab)]: card ?? null,
    })
  }

  async function release(): Promise<void> {
    await memory.set({ [sessionKeyOf('lease')]: null })
  }

  /** Makes the card of this tab unanswerable. */
  async function putAway(tab: number): Promise<void> {
    const card = await memory.of('card', tab)
    // An answered card has nothing more to ask.
    const left = card && card.answered === undefined ? { ...card, away: true } : null
    const isHolder = (await lease())?.tab === tab
    // Most pages close without ever having had a card.
    if (!card && !isHolder) return
    await memory.set({
      [sessionKeyOf('card', tab)]: left,
      ...(isHolder ? { [sessionKeyOf('lease')]: null } : {}),
    })
  }

  /** Does not wait for an answer: the tab may be closed too. */
  function tell(tab: number, gone: Gone['gone']): void {
    void platform.tell(tab, { gone } satisfies Gone).catch(() => undefined)
  }

  /** Removes the card from its tab. After this it can't be answered or shown again without a new decision. */
  async function takeBack(held: Remembered['lease']): Promise<void> {
    await putAway(held.tab)
    tell(held.tab, held.about ?? 'question')
  }

  /** Returns the stores that may be open in a tab: only one if the host or the seller has settled it. */
  async function storesAt(
    checklist: Checklist,
    host: string,
    tab: number,
  ): Promise<{ stores: readonly Store[]; isSaid: boolean }> {
    const present = presentStores(checklist)
    if (present.length <= 1) return { stores: present, isSaid: false }
    const isBound = present.some(({ fronts }) => fronts.includes(host))
    // A store without store fronts may be open on any of them.
    const open = present.filter(({ fronts }) => fronts.includes(host) || fronts.length === 0)
    const candidates = isBound ? open : present
    if (candidates.length === 1) return { stores: candidates, isSaid: false }
    const said = await memory.of('store', tab)
    const settled = candidates.filter(({ id }) => id === said)
    // An answer given for another host does not settle this one.
    return settled.length > 0 ? { stores: settled, isSaid: true } : { stores: candidates, isSaid: false }
  }

  /** With the records of the stores that may be open in a tab, if only others were read. */
  async function withStoresAt(snapshot: Snapshot, { host }: Place, tab: number): Promise<Snapshot> {
    const { stores } = await storesAt(snapshot.checklist, host, tab)
    return stores.every(({ id }) => isRead(snapshot.checklist, id))
      ? snapshot
      : repository.read({ stores: stores.map(({ id }) => id), ...(snapshot.hasRuns && { runs: true }) })
  }

  /** True if the seller has withdrawn access to the host. A browser that cannot tell counts as no. */
  async function isWithheld(host: string): Promise<boolean> {
    return (await platform.withheld([host]).catch(() => [])).length > 0
  }

  async function decide(snapshot: Snapshot, place: Place, tab: number): Promise<Decision> {
    const { checklist, settings } = snapshot
    const now = platform.now()
    const showings = showingsIn(snapshot, now)
    const silence = silenceAt(showings, settings, now)
    if (silence) return { kind: 'none', why: silence }
    // We know neither whose page this is nor what was answered for it.
    if (checklist.unread?.stores) return { kind: 'none', why: 'unreadable' }
    if (await isWithheld(place.host)) return { kind: 'none', why: 'withheld' }
    const held = await lease()
    if (held && held.tab !== tab) return { kind: 'none', why: 'shown-elsewhere' }
    const { stores, isSaid } = await storesAt(checklist, place.host, tab)
    const fitting = (shown: Pick<Showings, 'shown'>) =>
      stores.flatMap((store) => {
        const at = { page: place.page, store: store.id }
        const nudge = chooseNudge(checklist, at, now, shown) ?? chooseOwn(checklist, at, now, shown)
        return nudge ? [{ nudge, key: keyOf(nudge.item, store) }] : []
      })
    const chosen = fitting(showings)
    const [first] = chosen
    if (!first) {
      if (fitting({ shown: [] }).length > 0) return { kind: 'none', why: 'week-cap' }
      const isUnknown = stores.some((store) =>
        statusesOf(checklist, store, now).some(
          ({ item, status }) =>
            status.kind === 'unreadable' && item.pages.some((page) => page === place.page),
        ),
      )
      return { kind: 'none', why: isUnknown ? 'unreadable' : 'nothing-due' }
    }
    // What all candidates share, such as 2SV of their common login, needs no question.
    const isShared = chosen.length === stores.length && chosen.every(({ key }) => key === first.key)
    if (isShared) return { kind: 'nudge', nudge: first.nudge, named: isSaid }
    if ((await memory.of('store', tab)) === 'none') return { kind: 'none', why: 'store-unsaid' }
    // The question does not count as a showing, so it has a gap of its own.
    const since = instantOf(now) - ((await memory.whole('asked')) ?? 0)
    return since >= 0 && since < cardGap ? { kind: 'none', why: 'gap' } : { kind: 'which-store' }
  }

  /** @throws RequestError if this document was never given a card about that. */
  async function cardOf(about: About, { tab, document }: Asker): Promise<Card> {
    const card = await memory.of('card', tab)
    const isIts = card?.store === about.store && card.item === about.item
    const isSame = card?.document === undefined || card.document === document
    if (!isIts || !isSame) throw new RequestError('refused')
    return card
  }

  /** Ignores unreadable runs: a card is not the place to report them. */
  function playbookFor({ checklist, slots }: Snapshot, store: StoreId, page: PageId) {
    const owner = checklist.stores.find(({ id }) => id === store)
    const { runs } = runsIn(slots)
    const statuses = owner ? statusesOf(checklist, owner, platform.now()) : []
    const reports = statuses.flatMap(({ status }) =>
      'happened' in status && status.happened ? [status.happened.what] : [],
    )
    return fittingPlaybook(
      page,
      runs.filter((run) => run.store === store),
      reports,
    )
  }

  /** Notes that this tab no longer shows a card. */
  async function noteGone(tab: number): Promise<void> {
    const seen = await memory.of('sees', tab)
    if (seen?.place && seen.outcome.kind !== 'none')
      await note(tab, seen.place, { kind: 'none', why: 'answered' })
  }

  /** The letter that a card shows for its store, if any; never the name, which the seller typed. */
  function letterIn({ stores }: Checklist, { store, named }: Card): string | undefined {
    const index = stores.findIndex(({ id }) => id === store)
    return named && index >= 0 ? letterOf(index) : undefined
  }

  /** Another account may now be open in all tabs: they share one session with Amazon. */
  async function forgetStores(): Promise<void> {
    const tabs = await memory.allWith('store')
    if (tabs.length > 0)
      await memory.set(Object.fromEntries(tabs.map((tab) => [sessionKeyOf('store', tab), null])))
    const held = await lease()
    if (held && (await memory.of('card', held.tab))?.named) await takeBack(held)
  }

  /** How a check stands in a store. Undefined if the store doesn't have it. */
  function standOf(checklist: Checklist, store: Store, check: About['item']) {
    const now = platform.now()
    return isCommitmentId(check)
      ? ownStatusesOf(checklist, store, now).find((one) => one.check.id === check)
      : statusesOf(checklist, store, now).find(({ item }) => item.id === check)
  }

  function drawn(state: Snapshot, { store, item }: About, place: Place, card: Card): CardContent {
    const now = platform.now()
    const { checklist, settings } = state
    const letter = letterIn(checklist, card)
    const texts = i18n(settings)
    if (isCommitmentId(item)) return inCorner(state, ownCheckCard({ store, item }, texts, letter, hasPanel))
    const owner = checklist.stores.find(({ id }) => id === store)
    const promisedOn = promiseOf(owner && checklist.records[keyOf(item, owner)], now)
    const nudge = { store, item, ...(promisedOn === undefined ? {} : { promisedOn }) }
    return inCorner(state, reminderCard(nudge, place, texts, now, card.guide === true, letter, hasPanel))
  }

  /** Called when the page is calm: returns the card and grants the right to show and answer it. */
  async function claim(place: Place, { tab, document }: Asker): Promise<CardContent | null> {
    const state = await withStoresAt(await repository.read({ stores: [], runs: true }), place, tab)
    const now = platform.now()
    const decision = await decide(state, place, tab)
    switch (decision.kind) {
      case 'none':
        await note(tab, place, decision)
        return null
      case 'which-store':
        await grant(tab)
        await note(tab, place, { kind: 'asking-store' }, { [sessionKeyOf('asked')]: instantOf(now) })
        return inCorner(state, whichStoreCard(i18n(state.settings)))
      case 'nudge': {
        const { store, item } = decision.nudge
        // Counted before it is drawn: a crash in between costs a card, not the seller's peace.
        const shown = { kind: 'shown', id: crypto.randomUUID(), store, item } as const
        const after = await repository.commit(state, changeOf(state, shown, 'address', now))
        await showBadge(after)
        const guide = isCommitmentId(item) || playbookFor(state, store, place.page) !== undefined
        const card: Card = {
          ...{ store, item, guide, named: decision.named },
          ...(document === undefined ? {} : { document }),
        }
        await grant(tab, card)
        await note(tab, place, { kind: 'card', item })
        return drawn(state, decision.nudge, place, card)
      }
    }
  }

  /** The card is drawn or visible again: renews its right, or ends it if there is nothing to ask. */
  async function renew(place: Place, about: About, asker: Asker): Promise<CardContent | null> {
    const state = await repository.read({ stores: [about.store] })
    const now = platform.now()
    const { tab } = asker
    const held = await lease()
    const store = state.checklist.stores.find(({ id }) => id === about.store)
    const { away: _away, ...card } = await cardOf(about, asker)
    const found = store && standOf(state.checklist, store, about.item)
    const isGone = await isWithheld(place.host)
    const isOpen =
      found !== undefined &&
      !isGone &&
      card.answered === undefined &&
      isWaiting(found.status) &&
      !state.checklist.unread?.stores &&
      !found.record?.silenced &&
      !isPaused(state.settings, now) &&
      !isQuietHour(state.settings, now)
    if (!isOpen || (held && held.tab !== tab)) {
      await putAway(tab)
      const why = isGone ? 'withheld' : isOpen ? 'shown-elsewhere' : 'answered'
      await note(tab, place, { kind: 'none', why })
      return null
    }
    await grant(tab, card)
    await note(tab, place, { kind: 'card', item: about.item })
    return drawn(state, about, place, card)
  }

  const handlers = {
    claim: ({ again, ...place }, sender) =>
      again ? renew(place, again, askerOf(sender)) : claim(place, askerOf(sender)),

    async free(_, sender) {
      const { tab } = askerOf(sender)
      await putAway(tab)
      await noteGone(tab)
      return null
    },

    async 'not-calm'(why, sender) {
      const { tab } = askerOf(sender)
      const seen = await memory.of('sees', tab)
      if (seen?.place && seen.outcome.kind === 'waiting-for-calm')
        await note(tab, seen.place, { kind: 'none', why: why ?? 'not-calm' })
      return null
    },

    /** The seller closed the question on a page: don't ask in that tab again. */
    async 'choose-store'(_, sender) {
      const { tab } = askerOf(sender)
      await memory.set({ [sessionKeyOf('store', tab)]: 'none' })
      if ((await lease())?.tab === tab) await release()
      return null
    },

    async 'account-may-differ'() {
      await forgetStores()
      return null
    },

    sees: async ({ tab }) => (await memory.of('sees', tab)) ?? unseen,

    /** Returns the last page we know of in each tab. */
    async 'sees-in'({ tabs }) {
      const seen = await memory.ofAll('sees', tabs)
      return [...seen].flatMap(([tab, sees]) => (sees.place ? [{ ...sees, tab }] : []))
    },
  } satisfies { [R in Request]?: Act<R> }

  return {
    handlers,

    /** @returns whether a card may come; what is due plays no part, since the page may see the reply. */
    async visit(found: Snapshot, place: Place, { tab }: Asker): Promise<boolean> {
      if (pages[place.page].switchesAccount) await forgetStores()
      // A new page has no card yet: what this tab was granted ended with the page before.
      const isHolder = (await lease())?.tab === tab
      const isAnswerable = (await memory.of('card', tab)) !== undefined
      const ended = {
        ...(isAnswerable ? { [sessionKeyOf('card', tab)]: null } : {}),
        ...(isHolder ? { [sessionKeyOf('lease')]: null } : {}),
      }
      const decision = await decide(await withStoresAt(found, place, tab), place, tab)
      const comes = decision.kind !== 'none'
      await note(tab, place, comes ? { kind: 'waiting-for-calm' } : decision, ended)
      if (pages[place.page].switchesAccount) return false
      return comes || dependsOnItems.has(decision.why)
    },

    /**
     * Allows one answer per card and one undo. Each may be sent again under its own id, since a reply can be
     * lost.
     * @returns `again` if it was already taken.
     * @throws RequestError if this tab shows no such card, or the card had a different answer.
     */
    async check({ id, answer, ...about }: Given, asker: Asker): Promise<'new' | 'again'> {
      const { answered, undone, guide, away } = await cardOf(about, asker)
      if (answered === id || undone === id) return 'again'
      const isUndo = answer.kind === 'undone' && undone === undefined && (answered ?? answer.of) === answer.of
      const isFirst = answered === undefined && (answer.kind !== 'playbook' || guide === true)
      // What the card doesn't say can't be answered on it.
      const isBlind = isCommitmentId(about.item) && answer.kind !== 'closed' && answer.kind !== 'playbook'
      if (away || isBlind || !(isUndo || isFirst)) throw new RequestError('refused')
      return 'new'
    },

    /**
     * Records on the card that its answer is stored.
     * @param along session values to write in the same call.
     */
    async take({ id, answer, ...about }: Given, asker: Asker, along: object): Promise<void> {
      const card = await cardOf(about, asker)
      const taken = answer.kind === 'undone' ? { answered: answer.of, undone: id } : { answered: id }
      await memory.set({ [sessionKeyOf('card', asker.tab)]: { ...card, ...taken }, ...along })
    },

    /** @throws RequestError if this tab shows no such card. */
    async hold(about: About, asker: Asker): Promise<void> {
      if ((await cardOf(about, asker)).away) throw new RequestError('refused')
    },

    /** The letter for the store on the faces that follow an answer. */
    async letterOn(checklist: Checklist, tab: number): Promise<string | undefined> {
      const card = await memory.of('card', tab)
      return card && letterIn(checklist, card)
    },

    noteGone,

    /** Drops everything kept for a closed tab. */
    async forget(tab: number): Promise<void> {
      if ((await lease())?.tab === tab) await release()
      await memory.forget(tab)
    },

    /** Opens the playbook that fits the page of this tab, or the seller's own check. */
    async openPlaybook(snapshot: Snapshot, { store, item }: About, tab: number): Promise<void> {
      if (isCommitmentId(item)) return platform.openDashboard(`#/item/${item}`)
      const page = (await memory.of('sees', tab))?.place?.page
      const fits = page && playbookFor(snapshot, store, page)
      if (!fits) await platform.openDashboard('#/playbooks')
      else
        await platform.openDashboard(
          'run' in fits ? `#/playbook/${fits.run}` : `#/playbooks/${fits.playbook}`,
        )
    },

    /** The seller wants quiet now: removes the card from whichever tab shows it. */
    async withdraw(): Promise<void> {
      const held = await lease()
      if (held) await takeBack(held)
    },

    /** After a permission is withdrawn: removes the card on that host, whose script still runs. */
    async leaveWithheld(): Promise<void> {
      const held = await lease()
      const place = held && (await memory.of('sees', held.tab))?.place
      if (!held || !place || !(await isWithheld(place.host))) return
      await takeBack(held)
      await note(held.tab, place, { kind: 'none', why: 'withheld' })
    },

    /** Stores which store is open in a tab, as said in our page; the tab may get a reminder now. */
    async sayStore(store: StoreId, tab: number): Promise<Sees> {
      await memory.set({ [sessionKeyOf('store', tab)]: store })
      const held = await lease()
      if (held?.tab === tab && !held.about) await release()
      const seen = await memory.of('sees', tab)
      if (seen?.place) await note(tab, seen.place, { kind: 'waiting-for-calm' })
      tell(tab, 'question')
      return (await memory.of('sees', tab)) ?? unseen
    },

    /** After an answer given elsewhere: removes the card about that check from whichever tab shows it. */
    async tellAnswered(after: Snapshot): Promise<void> {
      const held = await lease()
      const about = held?.about
      const store = about && after.checklist.stores.find(({ id }) => id === about.store)
      if (!held || !about || !store) return
      const { checklist } = isRead(after.checklist, store.id)
        ? after
        : await repository.read({ stores: [store.id] })
      const found = standOf(checklist, store, about.item)
      if (!found || !isWaiting(found.status) || found.record?.silenced) await takeBack(held)
    },
  }
}

/** The reasons for showing no card that depend on what is due on the page. */
const dependsOnItems: ReadonlySet<string> = new Set(['nothing-due', 'week-cap', 'unreadable'])
const unseen: Sees = { outcome: { kind: 'none', why: 'no-page' } }
