import type { Platform } from '../browser/platform'
import { type Checklist, presentStores, recordKey, type Store } from '../domain/checklist'
import type { EventId, StoreId } from '../domain/ids'
import { itemOf } from '../domain/items'
import { chooseNudge, type Nudge, promiseOf } from '../domain/nudge'
import { cardGap, leaseTime, questionLease } from '../domain/nudge-policy'
import { letterOf } from '../domain/overview'
import { type PageId, pageTraits } from '../domain/page'
import { fittingPlaybook } from '../domain/playbooks/run'
import { isCorner } from '../domain/settings'
import { isPaused, isQuietHour, type Showings, silenceAt } from '../domain/silence'
import { isWaiting, statusesOf } from '../domain/status'
import { instantOf } from '../domain/time/time'
import type { CardAnswer, CardContent, Gone } from '../messages/card'
import type { Outcome, Place, Sees } from '../messages/protocol'
import { readRuns } from '../storage/kinds/run'
import { reminderCard, whichStoreCard } from './card-content'
import { keyOf, type Memory, type Remembered } from './memory'
import { type Keeper, RequestError, type State } from './repository'

type About = NonNullable<CardContent['about']>
type Card = Remembered['card']

/** What a page's script hands over as the seller's answer. */
type Given = About & { id: EventId; answer: CardAnswer }

/** Who asks from a page: the tab, and the document in it as far as the browser tells. */
export type Asker = { tab: number; document?: string | undefined }

type Decision =
  /** `named`: the seller has said which of several stores is open, so the card says it too. */
  | { kind: 'nudge'; nudge: Nudge; named: boolean }
  | { kind: 'which-store' }
  | Extract<Outcome, { kind: 'none' }>

/** A card where the seller wants it. */
function inCorner({ settings: { corner } }: State, card: CardContent): CardContent {
  return isCorner(corner) ? { ...card, corner } : card
}

/** Decides which tab shows which card, and what its script may answer. Runs inside the one queue. */
export function createCards(platform: Platform, keeper: Keeper, memory: Memory) {
  async function note(tab: number, place: Place, outcome: Outcome, more = {}): Promise<void> {
    await memory.set({ [keyOf('sees', tab)]: { place, outcome } satisfies Sees, ...more })
  }

  async function lease(): Promise<Remembered['lease'] | undefined> {
    const held = await memory.whole('lease')
    const now = instantOf(platform.now())
    // An end further off than any lease was written by a clock that has been set back since.
    return held && held.until > now && held.until - now <= lengthOf(held) ? held : undefined
  }

  function lengthOf({ about }: { about?: About }): number {
    return about ? leaseTime : questionLease
  }

  /** The right to be the only card, and to answer for what it is about. */
  async function grant(tab: number, card?: Card): Promise<void> {
    const about = card && { store: card.store, item: card.item }
    const whose = { tab, ...(about ? { about } : {}) }
    const until = instantOf(platform.now()) + lengthOf(whose)
    await memory.set({ [keyOf('lease')]: { ...whose, until }, [keyOf('card', tab)]: card ?? null })
  }

  async function release(): Promise<void> {
    await memory.set({ [keyOf('lease')]: null })
  }

  /** The card of that tab is not there to be answered any more. */
  async function putAway(tab: number): Promise<void> {
    const card = await memory.of('card', tab)
    // One that was answered has nothing more to ask.
    const left = card && card.answered === undefined ? { ...card, away: true } : null
    const isHolder = (await lease())?.tab === tab
    // Most pages go without ever having had a card.
    if (!card && !isHolder) return
    await memory.set({ [keyOf('card', tab)]: left, ...(isHolder ? { [keyOf('lease')]: null } : {}) })
  }

  /** Not waited for: the tab may be gone as well. */
  function tell(tab: number, gone: Gone['gone']): void {
    void platform.tell(tab, { gone } satisfies Gone).catch(() => undefined)
  }

  /** The card goes, wherever it is: from here on it can be neither answered nor asked for again without a new look. */
  async function takeBack(held: Remembered['lease']): Promise<void> {
    await putAway(held.tab)
    tell(held.tab, held.about ?? 'question')
  }

  /** The stores that may be open in a tab: one when the host or the seller has settled it. */
  async function storesAt(
    checklist: Checklist,
    host: string,
    tab: number,
  ): Promise<{ stores: readonly Store[]; isSaid: boolean }> {
    const present = presentStores(checklist)
    if (present.length <= 1) return { stores: present, isSaid: false }
    const isBound = present.some(({ fronts }) => fronts.includes(host))
    // A store without store fronts may be open on any.
    const open = present.filter(({ fronts }) => fronts.includes(host) || fronts.length === 0)
    const candidates = isBound ? open : present
    if (candidates.length === 1) return { stores: candidates, isSaid: false }
    const said = await memory.of('store', tab)
    const settled = candidates.filter(({ id }) => id === said)
    // What was said of another host does not settle this one.
    return settled.length > 0 ? { stores: settled, isSaid: true } : { stores: candidates, isSaid: false }
  }

  /** The seller has taken the host away; a browser that cannot tell has not said so. */
  async function isWithheld(host: string): Promise<boolean> {
    return (await platform.withheld([host]).catch(() => [])).length > 0
  }

  async function decide(
    { checklist, settings, showings }: State,
    place: Place,
    tab: number,
  ): Promise<Decision> {
    const now = platform.now()
    const silence = silenceAt(showings, settings, now)
    if (silence) return { kind: 'none', why: silence }
    // Whose page this is, and what was said of it, is not known.
    if (checklist.unread?.stores) return { kind: 'none', why: 'unreadable' }
    if (await isWithheld(place.host)) return { kind: 'none', why: 'withheld' }
    const held = await lease()
    if (held && held.tab !== tab) return { kind: 'none', why: 'shown-elsewhere' }
    const { stores, isSaid } = await storesAt(checklist, place.host, tab)
    const fitting = (shown: Pick<Showings, 'shown'>) =>
      stores.flatMap((store) => {
        const nudge = chooseNudge(checklist, { page: place.page, store: store.id }, now, shown)
        return nudge ? [{ nudge, key: recordKey(itemOf(nudge.item), store) }] : []
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
    // What all candidates share, such as their login's 2SV, needs no question.
    const isShared = chosen.length === stores.length && chosen.every(({ key }) => key === first.key)
    if (isShared) return { kind: 'nudge', nudge: first.nudge, named: isSaid }
    if ((await memory.of('store', tab)) === 'none') return { kind: 'none', why: 'store-unsaid' }
    // The question is no showing, so it keeps a distance of its own.
    const since = instantOf(now) - ((await memory.whole('asked')) ?? 0)
    return since >= 0 && since < cardGap ? { kind: 'none', why: 'gap' } : { kind: 'which-store' }
  }

  /** @throws RequestError when this tab was never given a card about that, or another document of it was. */
  async function cardOf(about: About, { tab, document }: Asker): Promise<Card> {
    const card = await memory.of('card', tab)
    const isIts = card?.store === about.store && card.item === about.item
    const isSame = card?.document === undefined || card.document === document
    if (!isIts || !isSame) throw new RequestError('refused')
    return card
  }

  /** Without what cannot be read: a card is no place for that. */
  async function playbookFor({ checklist }: State, store: StoreId, page: PageId) {
    const owner = checklist.stores.find(({ id }) => id === store)
    const { runs } = await readRuns(platform.storage).catch(() => ({ runs: [] }))
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

  /** No card is shown in this tab any more. */
  async function noteGone(tab: number): Promise<void> {
    const seen = await memory.of('sees', tab)
    if (seen?.place && seen.outcome.kind !== 'none')
      await note(tab, seen.place, { kind: 'none', why: 'answered' })
  }

  /** What a card calls its store, where it says so: a name that the seller typed never stands on a page. */
  function letterIn({ stores }: Checklist, { store, named }: Card): string | undefined {
    const index = stores.findIndex(({ id }) => id === store)
    return named && index >= 0 ? letterOf(index) : undefined
  }

  /** Another account may be open in all tabs: they share one session with Amazon. */
  async function forgetStores(): Promise<void> {
    const tabs = await memory.tabsWith('store')
    if (tabs.length > 0) await memory.set(Object.fromEntries(tabs.map((tab) => [keyOf('store', tab), null])))
    const held = await lease()
    if (held && (await memory.of('card', held.tab))?.named) await takeBack(held)
  }

  return {
    /** @returns whether this is a time for a card; what is due does not decide it, since a page's script may hear it. */
    async visit(state: State, place: Place, { tab }: Asker): Promise<boolean> {
      if (pageTraits[place.page]?.switchesAccount) await forgetStores()
      // Whoever arrives has no card yet: what this tab was given has ended with the page before.
      const isHolder = (await lease())?.tab === tab
      const isAnswerable = (await memory.of('card', tab)) !== undefined
      const ended = {
        ...(isAnswerable ? { [keyOf('card', tab)]: null } : {}),
        ...(isHolder ? { [keyOf('lease')]: null } : {}),
      }
      const decision = await decide(state, place, tab)
      const comes = decision.kind !== 'none'
      await note(tab, place, comes ? { kind: 'waiting-for-calm' } : decision, ended)
      if (pageTraits[place.page]?.switchesAccount) return false
      return comes || dependsOnItems.has(decision.why)
    },

    /** The moment is calm: the card, and with it the right to show and answer it. */
    async claim(place: Place, { tab, document }: Asker): Promise<CardContent | null> {
      const state = await keeper.read()
      const now = platform.now()
      const decision = await decide(state, place, tab)
      switch (decision.kind) {
        case 'none':
          await note(tab, place, decision)
          return null
        case 'which-store':
          await grant(tab)
          await note(tab, place, { kind: 'asking-store' }, { [keyOf('asked')]: instantOf(now) })
          return inCorner(state, whichStoreCard(keeper.i18n(state.settings)))
        case 'nudge': {
          const { store, item } = decision.nudge
          // Counted before it is drawn: a crash in between costs a card, not the seller's peace.
          await keeper.change({ kind: 'shown', id: crypto.randomUUID(), store, item }, 'address')
          const guide = (await playbookFor(state, store, place.page)) !== undefined
          const card: Card = {
            ...{ store, item, guide, named: decision.named },
            ...(document === undefined ? {} : { document }),
          }
          await grant(tab, card)
          await note(tab, place, { kind: 'card', item })
          const i18n = keeper.i18n(state.settings)
          const letter = letterIn(state.checklist, card)
          return inCorner(state, reminderCard(decision.nudge, place, i18n, now, guide, letter))
        }
      }
    },

    /** The card is there, or is in sight again: it keeps its right, or loses it when it has nothing more to ask. */
    async renew(place: Place, about: About, asker: Asker): Promise<CardContent | null> {
      const state = await keeper.read()
      const now = platform.now()
      const { tab } = asker
      const held = await lease()
      const store = state.checklist.stores.find(({ id }) => id === about.store)
      const { away: _away, ...card } = await cardOf(about, asker)
      const found =
        store && statusesOf(state.checklist, store, now).find(({ item }) => item.id === about.item)
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
      const promisedOn = promiseOf(found.record, now)
      const again = reminderCard(
        { ...about, ...(promisedOn === undefined ? {} : { promisedOn }) },
        place,
        keeper.i18n(state.settings),
        now,
        card.guide === true,
        letterIn(state.checklist, card),
      )
      return inCorner(state, again)
    },

    /**
     * A card takes one answer, and one undo of it; each may come again under its own id, since a reply can be lost.
     * @returns `again` for one that was taken already.
     * @throws RequestError when this tab has no such card in sight, or it was answered otherwise.
     */
    async check({ id, answer, ...about }: Given, asker: Asker): Promise<'new' | 'again'> {
      const { answered, undone, guide, away } = await cardOf(about, asker)
      if (answered === id || undone === id) return 'again'
      const isUndo = answer.kind === 'undone' && undone === undefined && (answered ?? answer.of) === answer.of
      const isFirst = answered === undefined && (answer.kind !== 'playbook' || guide === true)
      if (away || !(isUndo || isFirst)) throw new RequestError('refused')
      return 'new'
    },

    /**
     * It is stored: the card has had it.
     * @param along what is noted in the same go.
     */
    async take({ id, answer, ...about }: Given, asker: Asker, along: object): Promise<void> {
      const card = await cardOf(about, asker)
      const taken = answer.kind === 'undone' ? { answered: answer.of, undone: id } : { answered: id }
      await memory.set({ [keyOf('card', asker.tab)]: { ...card, ...taken }, ...along })
    },

    /** What the faces that follow an answer call the store. */
    async letterOn(checklist: Checklist, tab: number): Promise<string | undefined> {
      const card = await memory.of('card', tab)
      return card && letterIn(checklist, card)
    },

    async free(tab: number): Promise<null> {
      await putAway(tab)
      await noteGone(tab)
      return null
    },

    noteGone,

    forgetStores,

    /** A closed tab keeps nothing. */
    async forget(tab: number): Promise<void> {
      if ((await lease())?.tab === tab) await release()
      await memory.forget(tab)
    },

    /** Goes to the playbook that fits the page of this tab. */
    async openPlaybook(store: StoreId, tab: number): Promise<void> {
      const page = (await memory.of('sees', tab))?.place?.page
      const fits = page && (await playbookFor(await keeper.read(), store, page))
      if (!fits) await platform.openDashboard('#/playbooks')
      else
        await platform.openDashboard(
          'run' in fits ? `#/playbook/${fits.run}` : `#/playbooks/${fits.playbook}`,
        )
    },

    /** The seller wants quiet now: the card goes, wherever it is. */
    async withdraw(): Promise<void> {
      const held = await lease()
      if (held) await takeBack(held)
    },

    /** A permission was taken back: where it was the card's host, its script runs on, but is not to be seen. */
    async leaveWithheld(): Promise<void> {
      const held = await lease()
      const place = held && (await memory.of('sees', held.tab))?.place
      if (!held || !place || !(await isWithheld(place.host))) return
      await takeBack(held)
      await note(held.tab, place, { kind: 'none', why: 'withheld' })
    },

    async notCalm(why: 'not-calm' | 'altered', tab: number): Promise<null> {
      const seen = await memory.of('sees', tab)
      if (seen?.place && seen.outcome.kind === 'waiting-for-calm')
        await note(tab, seen.place, { kind: 'none', why })
      return null
    },

    /** The question on a page was closed: that tab is not asked again. */
    async leaveUnsaid(tab: number): Promise<null> {
      await memory.set({ [keyOf('store', tab)]: 'none' })
      if ((await lease())?.tab === tab) await release()
      return null
    },

    /** Which store is open in a tab, said in a page of ours; the page may have a reminder now. */
    async sayStore(store: StoreId, tab: number): Promise<Sees> {
      await memory.set({ [keyOf('store', tab)]: store })
      const held = await lease()
      if (held?.tab === tab && !held.about) await release()
      const seen = await memory.of('sees', tab)
      if (seen?.place) await note(tab, seen.place, { kind: 'waiting-for-calm' })
      tell(tab, 'question')
      return (await memory.of('sees', tab)) ?? unseen
    },

    /** Of each tab the last page that we know. */
    async seesIn(tabs: readonly number[]): Promise<(Sees & { tab: number })[]> {
      const seen = await memory.ofAll('sees', tabs)
      return [...seen].flatMap(([tab, sees]) => (sees.place ? [{ ...sees, tab }] : []))
    },

    async sees(tab: number): Promise<Sees> {
      return (await memory.of('sees', tab)) ?? unseen
    },

    /** After an answer given elsewhere: the card about it goes, wherever it is. */
    async tellAnswered({ checklist }: Pick<State, 'checklist'>): Promise<void> {
      const held = await lease()
      const about = held?.about
      const store = about && checklist.stores.find(({ id }) => id === about.store)
      if (!held || !about || !store) return
      const statuses = statusesOf(checklist, store, platform.now())
      const isOpen = statuses.some(
        ({ item, record, status }) => item.id === about.item && isWaiting(status) && !record?.silenced,
      )
      if (!isOpen) await takeBack(held)
    },
  }
}

/** Why there is no card, by what is due on the page. */
const dependsOnItems: ReadonlySet<string> = new Set(['nothing-due', 'week-cap', 'unreadable'])
const unseen: Sees = { outcome: { kind: 'none', why: 'no-page' } }
