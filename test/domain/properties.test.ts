import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Answer, longestSnoozeDays, questions } from '../../src/domain/answer'
import { apply, type Checklist, type ChecklistEvent, emptyChecklist } from '../../src/domain/checklist'
import { incidentIds } from '../../src/domain/incidents'
import { itemIds } from '../../src/domain/items'
import { chooseNudge } from '../../src/domain/nudge'
import { badgeText, overview } from '../../src/domain/overview'
import { pageIds } from '../../src/domain/page'
import { presentStores } from '../../src/domain/present-stores'
import { isWaiting, statusesOf } from '../../src/domain/status'
import { addDays, dayOf, daysBetween, hourOf, instantOf } from '../../src/domain/time/time'
import { type Moment, nowAt, zones } from '../support/time'

// Always the same inputs: a red run can be repeated.
const runs = { numRuns: 300, seed: 20260304 }

const stores = ['store-1', 'store-2', 'store-3'] as const
const day = fc.integer({ min: -30, max: 800 }).map((days) => addDays('2026-01-01', days))
const answer: fc.Arbitrary<Answer> = fc.oneof(
  fc.constantFrom<Answer>(
    { kind: 'checked' },
    { kind: 'checked' },
    { kind: 'snoozed', for: 'hour' },
    { kind: 'snoozed', for: 'tomorrow' },
    { kind: 'snoozed', for: 'next-week' },
    { kind: 'dismissed' },
    { kind: 'dismissed', reason: 'no staff' },
    { kind: 'handled-elsewhere', by: 'Ana' },
    { kind: 'closed' },
    { kind: 'restored' },
    { kind: 'noted', note: 'ask Ana' },
    { kind: 'noted', note: '' },
    { kind: 'paced', every: 'off' },
    { kind: 'paced', every: 'default' },
  ),
  fc.integer({ min: 1, max: 730 }).map((every): Answer => ({ kind: 'paced', every })),
  day.map((one): Answer => ({ kind: 'snoozed', for: { day: one } })),
  fc.integer({ min: 0, max: 30 }).map((n): Answer => ({ kind: 'undone', of: `event-${n}` })),
)
// Few items, so that answers meet.
const item = fc.constantFrom(
  ...itemIds.filter((_, index) => index % 6 === 0),
  'two-step-on' as const,
  'user-list-review' as const,
)
const profile = fc.record(
  {
    plan: fc.constantFrom(...questions.plan),
    team: fc.constantFrom(...questions.team),
    ships: fc.constantFrom(...questions.ships),
    help: fc.constantFrom(...questions.help),
  },
  { requiredKeys: [] },
)
type Body = ChecklistEvent extends infer E ? (E extends unknown ? Omit<E, 'id' | 'store'> : never) : never
const body: fc.Arbitrary<Body> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('answered' as const), item, answer }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('happened' as const), what: fc.constantFrom(...incidentIds) }),
  },
  fc.record({
    kind: fc.constant('report-taken-back' as const),
    of: fc.integer({ min: 0, max: 30 }).map((n) => `event-${n}`),
  }),
  fc.record({
    kind: fc.constant('store-added' as const),
    name: fc.string({ maxLength: 60 }),
    login: fc.constantFrom('login-1', 'login-2'),
  }),
  fc.record({ kind: fc.constant('store-named' as const), name: fc.string({ maxLength: 60 }) }),
  fc.constantFrom(
    { kind: 'store-removed' } as const,
    { kind: 'store-restored' } as const,
    { kind: 'store-shown' } as const,
  ),
  fc.record({ kind: fc.constant('login-chosen' as const), login: fc.constantFrom('login-1', 'login-2') }),
  fc.record({ kind: fc.constant('profile-answered' as const), profile }),
)
const store = fc.constantFrom(...stores)
/** Most moves of a clock are hours or days; some are years, and some go back. */
const moment = fc
  .record({
    zone: fc.constantFrom(...zones),
    ms: fc.oneof(
      { weight: 5, arbitrary: fc.integer({ min: 0, max: 400 * 24 * 60 }).map((minutes) => minutes * 60_000) },
      fc.integer({ min: -800 * 24 * 60, max: 1200 * 24 * 60 }).map((minutes) => minutes * 60_000),
    ),
  })
  .map(({ zone, ms }): Moment => nowAt(Date.UTC(2026, 0, 1) + ms, zone))
const step = fc.record({ now: moment, store, body })
const steps = fc.array(step, { minLength: 1, maxLength: 30 })

const eventOf = ({ store: id, body: what }: { store: string; body: Body }, index: number) =>
  ({ ...what, id: `event-${index}`, store: id }) as ChecklistEvent

/** What cannot be done is refused, and the checklist stays as it was. */
function attempt(list: Checklist, event: ChecklistEvent, now: Moment): Checklist {
  try {
    return apply(list, event, now)
  } catch (error) {
    expect(error).toBeInstanceOf(RangeError)
    return list
  }
}

function play(all: readonly { now: Moment; store: string; body: Body }[]): Checklist {
  return all.reduce((list, one, index) => attempt(list, eventOf(one, index), one.now), emptyChecklist)
}

describe('whatever a seller does, whatever the clock does', () => {
  test('there is always a store, and no record and no store is ever lost', () => {
    fc.assert(
      fc.property(steps, (all) => {
        let list = emptyChecklist
        for (const [index, one] of all.entries()) {
          const next = attempt(list, eventOf(one, index), one.now)
          expect(presentStores(next).length).toBeGreaterThan(0)
          expect(Object.keys(next.records)).toEqual(expect.arrayContaining(Object.keys(list.records)))
          expect(next.stores.map(({ id }) => id)).toEqual(
            expect.arrayContaining(list.stores.map(({ id }) => id)),
          )
          list = next
        }
      }),
      runs,
    )
  })

  test('every item has a status that makes sense at every moment', () => {
    fc.assert(
      fc.property(steps, moment, (all, now) => {
        const list = play(all)
        const today = dayOf(now)
        for (const one of list.stores) {
          for (const { item: row, record, status } of statusesOf(list, one, now)) {
            switch (status.kind) {
              case 'up-to-date':
                if (status.until !== undefined) {
                  expect(status.until > status.checked, `${row.id}: until after checked`).toBe(true)
                  expect(daysBetween(today, status.until)).toBeGreaterThan(0)
                }
                expect(daysBetween(today, status.checked)).toBeLessThanOrEqual(1)
                break
              case 'planned':
                expect(status.until).toBeGreaterThan(instantOf(now))
                break
              case 'not-for-me':
              case 'handled-elsewhere':
                if (record?.pace?.every !== 'off') {
                  expect(daysBetween(today, status.on)).toBeLessThanOrEqual(1)
                  expect(daysBetween(status.on, today)).toBeLessThan(365)
                }
                break
              case 'overdue':
                expect(status.since <= today).toBe(true)
                break
              case 'due':
                // A report's day may lie ahead when the clock was wrong; everything else has waited since today at most.
                if (!status.happened) expect(status.since <= addDays(today, 1)).toBe(true)
                break
              case 'never-checked':
                expect(record?.checked).toBeUndefined()
            }
          }
        }
      }),
      runs,
    )
  })

  // A report's day is believed although a wrong clock wrote it.
  test('no plan reaches further than half a year, a day of travel aside', () => {
    fc.assert(
      fc.property(steps, moment, (all, now) => {
        const list = play(all)
        const latest = hourOf(addDays(dayOf(now), longestSnoozeDays + 3), 9, now)
        for (const one of list.stores) {
          for (const { status } of statusesOf(list, one, now)) {
            if (status.kind === 'planned') expect(status.until).toBeLessThanOrEqual(latest)
          }
        }
      }),
      runs,
    )
  })

  test('all that a view shows can be computed, and its numbers agree with each other', () => {
    fc.assert(
      fc.property(steps, moment, (all, now) => {
        const list = play(all)
        const view = overview(list, now)
        const shown = view.areas.flatMap((group) => group.items)
        expect(new Set(shown.map(({ id }) => id)).size).toBe(shown.length)
        for (const one of shown) {
          expect(one.waiting).toBe(isWaiting(one.status))
          if (one.counted) expect(one.waiting).toBe(true)
        }
        expect(view.store.counted).toBe(shown.filter(({ counted }) => counted).length)
        expect(view.counted).toBeGreaterThanOrEqual(Math.max(...view.stores.map(({ counted }) => counted)))
        expect(view.counted).toBeLessThanOrEqual(view.stores.reduce((sum, { counted }) => sum + counted, 0))
        expect(view.progress.upToDate).toBeLessThanOrEqual(view.progress.total)
        expect(badgeText(view.counted) === '').toBe(view.counted === 0)
        if (view.next !== undefined) expect(shown.find(({ id }) => id === view.next)?.waiting).toBe(true)
        else expect(shown.some(({ waiting }) => waiting)).toBe(false)
      }),
      runs,
    )
  })

  test('what is stored and read again says the same', () => {
    fc.assert(
      fc.property(steps, moment, (all, now) => {
        const list = play(all)
        const read = JSON.parse(JSON.stringify(list)) as Checklist
        expect(read).toEqual(list)
        expect(overview(read, now)).toEqual(overview(list, now))
      }),
      runs,
    )
  })

  test('a reminder fits its page and waits', () => {
    fc.assert(
      fc.property(steps, moment, fc.constantFrom(...pageIds), store, (all, now, page, id) => {
        const list = play(all)
        const nudge = chooseNudge(list, { page, store: id }, now)
        if (!nudge) return
        const owner = list.stores.find((one) => one.id === id)
        const found = owner && statusesOf(list, owner, now).find((one) => one.item.id === nudge.item)
        expect(found && isWaiting(found.status)).toBe(true)
        if (page !== 'home') expect(found?.item.pages).toContain(page)
        expect(chooseNudge(list, { page, store: id }, now)).toEqual(nudge)
      }),
      runs,
    )
  })

  test('nothing that is given is changed', () => {
    fc.assert(
      fc.property(steps, step, (all, last) => {
        const list = play(all)
        const copy = structuredClone(list)
        attempt(list, eventOf(last, all.length), last.now)
        expect(list).toEqual(copy)
      }),
      runs,
    )
  })

  test('an answer or a report that arrives twice counts once', () => {
    const own = step.filter(({ body: { kind } }) => kind === 'answered' || kind === 'happened')
    fc.assert(
      fc.property(steps, own, moment, (all, last, later) => {
        const event = eventOf(last, all.length)
        const before = play(all)
        const once = attempt(before, event, last.now)
        // What was refused may be taken on another day.
        if (once !== before) expect(attempt(once, event, later)).toEqual(once)
      }),
      runs,
    )
  })

  test('answers to different items may come in any order', () => {
    const pair = fc.tuple(item, answer, item, answer).filter(([a, , b]) => a !== b)
    fc.assert(
      fc.property(steps, pair, store, store, moment, (all, [a, answerA, b, answerB], storeA, storeB, now) => {
        const list = play(all)
        const first = { id: 'first', store: storeA, kind: 'answered', item: a, answer: answerA } as const
        const second = { id: 'second', store: storeB, kind: 'answered', item: b, answer: answerB } as const
        const one = attempt(attempt(list, first, now), second, now)
        const other = attempt(attempt(list, second, now), first, now)
        expect(one).toEqual(other)
        expect(overview(one, now)).toEqual(overview(other, now))
      }),
      runs,
    )
  })

  test('the last answer can be taken back exactly', () => {
    const real = answer.filter(({ kind }) => kind !== 'closed' && kind !== 'undone')
    fc.assert(
      fc.property(steps, item, real, moment, moment, (all, which, said, then, later) => {
        const list = play(all)
        const given = attempt(
          list,
          { id: 'given', store: 'store-1', kind: 'answered', item: which, answer: said },
          then,
        )
        const undone = attempt(
          given,
          {
            id: 'undone',
            store: 'store-1',
            kind: 'answered',
            item: which,
            answer: { kind: 'undone', of: 'given' },
          },
          later,
        )
        const known = (one: Checklist) =>
          Object.fromEntries(
            Object.entries(one.records).map(([key, { before: _before, events: _events, ...rest }]) => [
              key,
              rest,
            ]),
          )
        // An item of which nothing had been said has an empty record after it.
        const empty = Object.fromEntries(Object.keys(undone.records).map((key) => [key, {}]))
        expect(known(undone)).toEqual({ ...empty, ...known(list) })
      }),
      runs,
    )
  })
})
