import type { Answer } from '../../src/domain/answer'
import { apply, type Checklist, type ChecklistEvent, recordKey } from '../../src/domain/checklist'
import { type ItemId, itemOf } from '../../src/domain/items'
import { chooseNudge } from '../../src/domain/nudge'
import type { PageId } from '../../src/domain/page'
import { presentStores } from '../../src/domain/present-stores'
import type { Settings } from '../../src/domain/settings'
import { type Showings, silenceAt, withShowing } from '../../src/domain/silence'
import { isWaiting, type Status, statusesOf } from '../../src/domain/status'
import { dayOf, type Instant, instantOf, type LocalDay } from '../../src/domain/time/time'
import { storeOf } from './checklist'
import { type Moment, on } from './time'

/** A random generator that repeats for the same seed, so that a failed run can be repeated (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export type Visit = { minute: number; page: PageId; store?: string }

/** How a seller spends days; `day` counts from 0. */
export type Seller = {
  /** The seller's time zone on that day. */
  zone?: (day: number) => string
  /** By how many days the clock is wrong on that day. */
  clockOff?: (day: number) => number
  /** The pages visited that day, by minutes after local midnight; none if not at work. */
  visits: (day: number, random: () => number) => readonly Visit[]
  /** Whether a moment is calm; by default always. */
  isCalm?: (random: () => number) => boolean
  /** The answer given on a card; undefined if none. */
  answer: (item: ItemId, random: () => number) => Answer | undefined
  /** What the seller does in the popup at eight. */
  morning?: (world: World, now: Moment) => readonly ChecklistEvent[]
  settings?: Settings
}

export type World = { checklist: Checklist; showings: Showings; settings: Settings }

export type Shown = {
  day: number
  local: LocalDay
  at: Instant
  now: Moment
  page: PageId
  item: ItemId
  store: string
  key: string
  status: Status
}

/** How long an item has been due: the days on which it could have been shown, until it was. */
export type Wait = { key: string; item: ItemId; from: number; activeDays: number; shown: boolean }

/** An answer given on a card. */
export type Given = { key: string; at: Instant; answer: Answer['kind'] }

/** The first morning of every simulation. */
export const firstDay = (zone?: string): Moment => on('2026-01-05', zone)

export type Life = { shown: readonly Shown[]; waits: readonly Wait[]; events: readonly Given[]; world: World }

/**
 * Simulates days of a seller with the rules that decide on cards, called as the background calls them.
 * @param begin the checklist on the first day.
 */
export function live(seller: Seller, days: number, begin: Checklist, seed = 20260304): Life {
  const random = seeded(seed)
  const shown: Shown[] = []
  const events: Given[] = []
  const waits = new Map<string, Wait>()
  const ended: Wait[] = []
  let made = 0
  const world: World = {
    checklist: begin,
    showings: { since: instantOf(firstDay(seller.zone?.(0))), opened: true, shown: [] },
    settings: seller.settings ?? {},
  }
  const happen = (event: ChecklistEvent, now: Moment) => {
    world.checklist = apply(world.checklist, event, now)
  }
  for (let day = 0; day < days; day += 1) {
    const midnight = firstDay(seller.zone?.(day))
      .startOfDay()
      .add({ days: day + (seller.clockOff?.(day) ?? 0) })
    const visits = [...seller.visits(day, random)].sort((a, b) => a.minute - b.minute)
    const morning = midnight.add({ hours: 8 })
    for (const event of seller.morning?.(world, morning) ?? []) happen(event, morning)
    const calmPages = new Set<string>()
    for (const { minute, page, store = 'store-1' } of visits) {
      const now = midnight.add({ minutes: minute })
      if (!(seller.isCalm?.(random) ?? true)) continue
      calmPages.add(`${store} ${page}`)
      if (silenceAt(world.showings, world.settings, now)) continue
      const nudge = chooseNudge(world.checklist, { page, store }, now, world.showings)
      if (!nudge) continue
      const owner = storeOf(world.checklist, nudge.store)
      const key = recordKey(itemOf(nudge.item), owner)
      const status = statusesOf(world.checklist, owner, now).find(
        ({ item }) => item.id === nudge.item,
      )?.status
      if (!status) throw new Error(`${nudge.item} does not exist`)
      shown.push({
        day,
        local: dayOf(now),
        at: instantOf(now),
        now,
        page,
        item: nudge.item,
        store,
        key,
        status,
      })
      happen({ id: `shown-${made++}`, store, kind: 'shown', item: nudge.item }, now)
      world.showings = withShowing(world.showings, now)
      const wait = waits.get(key) ?? { key, item: nudge.item, from: day, activeDays: 0, shown: true }
      waits.set(key, { ...wait, shown: true })
      const answer = seller.answer(nudge.item, random)
      if (!answer) continue
      events.push({ key, at: instantOf(now), answer: answer.kind })
      happen({ id: `answer-${made++}`, store, kind: 'answered', item: nudge.item, answer }, now)
    }
    const evening = midnight.add({ hours: 23 })
    // Count for each due item the days on which home and a page of the item were open at a calm moment.
    const waiting = new Set<string>()
    for (const store of presentStores(world.checklist)) {
      for (const { item, status } of statusesOf(world.checklist, store, evening)) {
        if (!isWaiting(status)) continue
        const key = recordKey(item, store)
        if (waiting.has(key)) continue
        waiting.add(key)
        const wait = waits.get(key) ?? { key, item: item.id, from: day, activeDays: 0, shown: false }
        waits.set(key, wait)
        const isActive = item.pages.some((page) => calmPages.has(`${store.id} ${page}`))
        if (isActive && calmPages.has(`${store.id} home`) && !wait.shown) wait.activeDays += 1
      }
    }
    for (const [key, wait] of waits) {
      if (waiting.has(key)) continue
      ended.push(wait)
      waits.delete(key)
    }
  }
  return { shown, events, waits: [...ended, ...waits.values()], world }
}
