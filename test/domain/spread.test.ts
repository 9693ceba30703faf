import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Checklist, emptyChecklist } from '../../src/domain/checklist'
import { items } from '../../src/domain/items'
import { overview } from '../../src/domain/overview'
import { rank } from '../../src/domain/severity'
import { firstDayOf } from '../../src/domain/spread'
import { isWaiting, statusesOf } from '../../src/domain/status'
import { addDays, daysBetween, type LocalDay } from '../../src/domain/time/time'
import { answered, checked, later, statusIn, storeAdded, storeOf, takenBack } from '../support/checklist'
import { at, on, zones } from '../support/time'

const monday = '2026-03-02'

function begun(began: LocalDay = monday): Checklist {
  return { ...emptyChecklist, stores: emptyChecklist.stores.map((store) => ({ ...store, began })) }
}

const dueOn = (list: Checklist, day: LocalDay, store = 'store-1') =>
  statusesOf(list, storeOf(list, store), on(day))
    .filter(({ status }) => isWaiting(status))
    .map(({ item }) => item)

const anyDay = fc.integer({ min: 0, max: 3650 }).map((days) => addDays('2024-02-20', days))

describe('the checks of a new store', () => {
  test('are due at once if they are essential, and only those', () => {
    const due = dueOn(begun(), monday)
    expect(due.map(({ severity }) => severity)).toEqual(due.map(() => 'essential'))
    expect(due).toEqual(dueOn(emptyChecklist, monday).filter(({ severity }) => severity === 'essential'))
  })

  test('come due on working days, at most two on one, all within eight weeks', () => {
    fc.assert(
      fc.property(anyDay, (began) => {
        const days = items.flatMap((item) => firstDayOf(item, began) ?? [])
        expect(days.length).toBeGreaterThan(40)
        for (const day of new Set(days)) {
          expect(days.filter((one) => one === day).length).toBeLessThanOrEqual(2)
          expect([0, 6]).not.toContain(new Date(`${day}T00:00Z`).getUTCDay())
          expect(day > began).toBe(true)
          expect(daysBetween(began, day)).toBeLessThanOrEqual(56)
        }
      }),
    )
  })

  test('come due in the order of their importance, recommended ones within four weeks', () => {
    const spread = items
      .flatMap((item) => {
        const day = firstDayOf(item, monday)
        return day === undefined ? [] : [{ day, rank: rank[item.severity] }]
      })
      .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
    expect(spread.map((one) => one.rank)).toEqual(spread.map((one) => one.rank).sort())
    const recommended = spread.filter((one) => one.rank === rank.recommended)
    expect(daysBetween(monday, recommended.at(-1)?.day ?? '')).toBeLessThanOrEqual(28)
  })

  test('are all due after eight weeks, as in a store that began long ago', () => {
    const last = addDays(monday, 56)
    expect(dueOn(begun(), last)).toEqual(dueOn(emptyChecklist, last))
  })

  test.each(zones)('come due on the same day of the calendar in %s', (zone) => {
    const [item] = items.filter((one) => firstDayOf(one, monday) !== undefined)
    const day = firstDayOf(item!, monday)!
    const statusAt = (local: string) => {
      const list = begun()
      return statusesOf(list, storeOf(list), at(local, zone)).find((one) => one.item === item)?.status
    }
    expect(statusAt(`${addDays(day, -1)} 23:59`)).toMatchObject({ kind: 'planned', spread: day })
    expect(statusAt(`${day} 00:00`)).toEqual({ kind: 'never-checked' })
  })

  test('count neither as due nor as up to date', () => {
    const view = overview(begun(), on(monday))
    const essential = dueOn(begun(), monday).length
    expect(view.counted).toBe(essential)
    expect(view.progress).toEqual({ upToDate: 0, total: essential })
  })
})

const [first] = items.filter((one) => firstDayOf(one, monday) !== undefined)
const item = first!.id
const day = firstDayOf(first!, monday)!

describe('the seller', () => {
  test('makes a check due at once, and takes that back', () => {
    const now = answered(item, { kind: 'restored' })
    const list = later(begun(), [on(monday), now])
    expect(statusIn(list, item, on(monday))).toMatchObject({ kind: 'due', since: monday })
    const undone = later(list, [on(monday), takenBack(now)])
    expect(statusIn(undone, item, on(monday))).toMatchObject({ kind: 'planned', spread: day })
  })

  test('plans a check for another day, earlier or later than its own', () => {
    const [soon, late] = [addDays(monday, 1), addDays(monday, 90)]
    for (const chosen of [soon, late]) {
      const list = later(begun(), [on(monday), answered(item, { kind: 'snoozed', for: { day: chosen } })])
      expect(statusIn(list, item, on(addDays(chosen, -1)))).toMatchObject({ kind: 'planned' })
      expect(statusIn(list, item, on(addDays(chosen, -1)))).not.toHaveProperty('spread')
      expect(dueOn(list, chosen).map(({ id }) => id)).toContain(item)
    }
  })

  test('answers one early, and it recurs by its own interval', () => {
    const list = later(begun(), [on(monday), checked(item)])
    expect(statusIn(list, item, on(monday))).toMatchObject({ kind: 'up-to-date', checked: monday })
  })
})

describe('a store', () => {
  test('without a first day has everything due, as one of 0.1.0', () => {
    expect(dueOn(emptyChecklist, monday).length).toBeGreaterThan(40)
  })

  test('that is added later spreads its own checks, not those it shares with an older store', () => {
    const list = later(emptyChecklist, [on(monday), storeAdded('store-2', 'login-1')])
    const due = dueOn(list, monday, 'store-2')
    expect(due.filter(({ scope }) => scope === 'store').map(({ severity }) => severity)).toEqual(
      due.filter(({ scope }) => scope === 'store').map(() => 'essential'),
    )
    const shared = (store: string) => dueOn(list, monday, store).filter(({ scope }) => scope !== 'store')
    expect(shared('store-2')).toEqual(shared('store-1'))
  })

  test('whose first day a wrong clock put into the future hides nothing', () => {
    const list = begun('2036-03-03')
    expect(dueOn(list, monday)).toEqual(dueOn(emptyChecklist, monday))
  })
})
