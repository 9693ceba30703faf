import { type Checklist, presentStores, recordKey, type Store, type StoreId } from '../domain/checklist'
import { itemOf } from '../domain/items'
import { isPaused, isQuietHour, type Showings, silenceAt } from '../domain/moment'
import { chooseNudge, type Nudge, promiseOf } from '../domain/nudge'
import { cardGap, leaseTime, questionLease } from '../domain/nudge-parameters'
import type { PageId } from '../domain/page'
import { fittingPlaybook } from '../domain/run'
import { isCorner } from '../domain/settings'
import { isWaiting, statusesOf } from '../domain/status'
import { instantOf } from '../domain/time'
import type { CardContent, Gone } from '../messages/card'
import type { Outcome, Place, Sees } from '../messages/protocol'
import type { Platform } from '../platform/platform'
import { readRuns } from '../storage/run'
import { reminderCard, whichStoreCard } from './card-content'
import { type Keeper, RequestError, type State } from './keeper'

type About = NonNullable<CardContent['about']>

/** The right to show the one card of the browser. In session storage: it outlives the worker, not the browser. */
type Lease = { tab: number; until: number; about?: About }

const leaseKey = 'lease'
/** Which store is open in a tab, as the seller said; `none` when the question was closed. */
const storeKey = (tab: number | '') => `store/${tab}`
/** What the card of a tab is about: a script may answer for that and for nothing else. */
const cardKey = (tab: number) => `card/${tab}`
/** Whether it has a button for a playbook: as long as it stands there, its buttons stay the same. */
const playbookKey = (tab: number) => `playbook/${tab}`
/** When a card last asked which store is open. */
const askedKey = 'asked'
/** What was last used and decided for a tab, for the seller to look at. */
const seesKey = (tab: number) => `sees/${tab}`

type Decision =
  | { kind: 'nudge'; nudge: Nudge }
  | { kind: 'which-store'; candidates: readonly Store[] }
  | Extract<Outcome, { kind: 'none' }>

/** A card where the seller wants it. */
function inCorner({ settings: { corner } }: State, card: CardContent): CardContent {
  return isCorner(corner) ? { ...card, corner } : card
}

/** Decides which tab shows which card. Runs inside the one queue. */
export function createCards(platform: Platform, keeper: Keeper) {
  const { session } = platform

  async function recall<T>(key: string): Promise<T | undefined> {
    return (await session.get([key]))[key] as T | undefined
  }

  async function note(tab: number, place: Place, outcome: Outcome): Promise<void> {
    await session.set({ [seesKey(tab)]: { place, outcome } satisfies Sees })
  }

  async function lease(): Promise<Lease | undefined> {
    const held = await recall<Lease | null>(leaseKey)
    const now = instantOf(platform.now())
    // An end further off than any lease was written by a clock that has been set back since.
    return held && held.until > now && held.until - now <= lengthOf(held) ? held : undefined
  }

  function lengthOf({ about }: Pick<Lease, 'about'>): number {
    return about ? leaseTime : questionLease
  }

  async function grant(tab: number, about?: About): Promise<void> {
    const whose = { tab, ...(about ? { about } : {}) }
    const held: Lease = { ...whose, until: instantOf(platform.now()) + lengthOf(whose) }
    await session.set({ [leaseKey]: held, ...(about ? { [cardKey(tab)]: about } : {}) })
  }

  async function release(): Promise<void> {
    await session.set({ [leaseKey]: null })
  }

  /** The stores that may be open in a tab: one when the host or the seller has settled it. */
  async function storesAt(checklist: Checklist, host: string, tab: number): Promise<readonly Store[]> {
    const present = presentStores(checklist)
    if (present.length <= 1) return present
    const isBound = present.some(({ fronts }) => fronts.includes(host))
    // A store without store fronts may be open on any.
    const open = present.filter(({ fronts }) => fronts.includes(host) || fronts.length === 0)
    const candidates = isBound ? open : present
    if (candidates.length === 1) return candidates
    const said = await recall<string>(storeKey(tab))
    const settled = candidates.filter(({ id }) => id === said)
    // What was said of another host does not settle this one.
    return settled.length > 0 ? settled : candidates
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
    const held = await lease()
    if (held && held.tab !== tab) return { kind: 'none', why: 'shown-elsewhere' }
    const candidates = await storesAt(checklist, place.host, tab)
    const fitting = (shown: Pick<Showings, 'shown'>) =>
      candidates.flatMap((store) => {
        const nudge = chooseNudge(checklist, { page: place.page, store: store.id }, now, shown)
        return nudge ? [{ nudge, key: recordKey(itemOf(nudge.item), store) }] : []
      })
    const chosen = fitting(showings)
    const [first] = chosen
    if (!first) {
      if (fitting({ shown: [] }).length > 0) return { kind: 'none', why: 'week-cap' }
      const isUnknown = candidates.some((store) =>
        statusesOf(checklist, store, now).some(
          ({ item, status }) =>
            status.kind === 'unreadable' && item.pages.some((page) => page === place.page),
        ),
      )
      return { kind: 'none', why: isUnknown ? 'unreadable' : 'nothing-due' }
    }
    // What all candidates share, such as their login's 2SV, needs no question.
    const isShared = chosen.length === candidates.length && chosen.every(({ key }) => key === first.key)
    if (isShared) return { kind: 'nudge', nudge: first.nudge }
    if ((await recall<string>(storeKey(tab))) === 'none') return { kind: 'none', why: 'store-unsaid' }
    // The question is no showing, so it keeps a distance of its own.
    const since = instantOf(now) - ((await recall<number>(askedKey)) ?? 0)
    return since >= 0 && since < cardGap ? { kind: 'none', why: 'gap' } : { kind: 'which-store', candidates }
  }

  /** Whoever comes back from there may have another store open, in all tabs: they share one session with Amazon. */
  async function forgetStores(): Promise<void> {
    const said = Object.entries(await session.get(null)).filter(
      ([key, store]) => key.startsWith(storeKey('')) && store !== null,
    )
    if (said.length > 0) await session.set(Object.fromEntries(said.map(([key]) => [key, null])))
  }

  /** @throws RequestError when this tab was never given a card about that. */
  async function checkGranted(about: About, tab: number): Promise<void> {
    const granted = await recall<About>(cardKey(tab))
    if (granted?.store !== about.store || granted.item !== about.item) throw new RequestError('refused')
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
    const seen = await recall<Sees>(seesKey(tab))
    if (seen?.place && seen.outcome.kind !== 'none')
      await note(tab, seen.place, { kind: 'none', why: 'answered' })
  }

  function outcomeOf(decision: Decision): Outcome {
    switch (decision.kind) {
      case 'nudge':
        return { kind: 'card', item: decision.nudge.item }
      case 'which-store':
        return { kind: 'asking-store' }
      case 'none':
        return decision
    }
  }

  return {
    async visit(state: State, place: Place, tab: number): Promise<boolean> {
      if (place.page === 'account-switcher') await forgetStores()
      const decision = await decide(state, place, tab)
      const comes = decision.kind !== 'none'
      await note(tab, place, comes ? { kind: 'waiting-for-calm' } : decision)
      return comes
    },

    async claim(place: Place, again: About | null, tab: number): Promise<CardContent | null> {
      const state = await keeper.read()
      const now = platform.now()
      if (again) {
        const held = await lease()
        const store = state.checklist.stores.find(({ id }) => id === again.store)
        await checkGranted(again, tab)
        const found =
          store && statusesOf(state.checklist, store, now).find(({ item }) => item.id === again.item)
        const isOpen =
          found !== undefined &&
          isWaiting(found.status) &&
          !state.checklist.unread?.stores &&
          !found.record?.silenced &&
          !isPaused(state.settings, now) &&
          !isQuietHour(state.settings, now)
        if (!isOpen || (held && held.tab !== tab)) {
          if (held?.tab === tab) await release()
          await note(tab, place, { kind: 'none', why: isOpen ? 'shown-elsewhere' : 'answered' })
          return null
        }
        await grant(tab, again)
        await note(tab, place, { kind: 'card', item: again.item })
        const promisedOn = promiseOf(found.record, now)
        const hasPlaybook = (await recall<boolean>(playbookKey(tab))) === true
        return inCorner(
          state,
          reminderCard(
            { ...again, ...(promisedOn === undefined ? {} : { promisedOn }) },
            place,
            keeper.i18n(state.settings),
            now,
            hasPlaybook,
          ),
        )
      }
      const decision = await decide(state, place, tab)
      if (decision.kind === 'none') await note(tab, place, decision)
      switch (decision.kind) {
        case 'none':
          return null
        case 'which-store':
          await grant(tab)
          await session.set({ [askedKey]: instantOf(now) })
          await note(tab, place, outcomeOf(decision))
          return inCorner(
            state,
            whichStoreCard(state.checklist, decision.candidates, keeper.i18n(state.settings)),
          )
        case 'nudge': {
          const { store, item } = decision.nudge
          // Counted before it is drawn: a crash in between costs a card, not the seller's peace.
          await keeper.change({ kind: 'shown', id: crypto.randomUUID(), store, item }, 'address')
          await grant(tab, { store, item })
          await note(tab, place, outcomeOf(decision))
          const hasPlaybook = (await playbookFor(state, store, place.page)) !== undefined
          await session.set({ [playbookKey(tab)]: hasPlaybook })
          return inCorner(
            state,
            reminderCard(decision.nudge, place, keeper.i18n(state.settings), now, hasPlaybook),
          )
        }
      }
    },

    checkGranted,

    async free(tab: number): Promise<null> {
      if ((await lease())?.tab === tab) await release()
      await noteGone(tab)
      return null
    },

    noteGone,

    /** Goes to the playbook that fits the page of this tab. */
    async openPlaybook(store: StoreId, tab: number): Promise<void> {
      const page = (await recall<Sees>(seesKey(tab)))?.place?.page
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
      if (!held?.about) return
      await release()
      await platform.tell(held.tab, { gone: held.about } satisfies Gone)
    },

    async notCalm(why: 'not-calm' | 'altered', tab: number): Promise<null> {
      const seen = await recall<Sees>(seesKey(tab))
      if (seen?.place) await note(tab, seen.place, { kind: 'none', why })
      return null
    },

    async chooseStore(store: string | null, tab: number): Promise<null> {
      await session.set({ [storeKey(tab)]: store ?? 'none' })
      if ((await lease())?.tab === tab) await release()
      return null
    },

    /** Of each tab the last page that we know. */
    async seesIn(tabs: readonly number[]): Promise<(Sees & { tab: number })[]> {
      const seen = await session.get(tabs.map(seesKey))
      return tabs.flatMap((tab) => {
        const sees = seen[seesKey(tab)] as Sees | undefined
        return sees?.place ? [{ ...sees, tab }] : []
      })
    },

    async sees(tab: number): Promise<Sees> {
      return (await recall<Sees>(seesKey(tab))) ?? { outcome: { kind: 'none', why: 'no-page' } }
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
      if (isOpen) return
      await release()
      await platform.tell(held.tab, { gone: about } satisfies Gone)
    },
  }
}
