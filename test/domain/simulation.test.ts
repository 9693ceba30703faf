import { describe, expect, test } from 'vitest'
import type { Answer } from '../../src/domain/answer'
import { emptyChecklist } from '../../src/domain/checklist'
import type { ItemRecord } from '../../src/domain/item-record'
import { type Item, type ItemId, itemOf, items } from '../../src/domain/items'
import {
  cardGap,
  cardsPerDay,
  cardsPerWeek,
  quickRhythm,
  quietAfterClose,
  showingsBeforeDemotion,
  week,
} from '../../src/domain/nudge-policy'
import { overview } from '../../src/domain/overview'
import type { PageId } from '../../src/domain/page'
import { pauseFor } from '../../src/domain/silence'
import { intervalOf, isWaiting, statusesOf } from '../../src/domain/status'
import { dayAt, dayOf } from '../../src/domain/time/time'
import { answered, history, later, storeAdded } from '../support/checklist'
import { firstDay, type Life, live, type Seller, type Shown, type Visit } from '../support/simulation'
import { zones } from '../support/time'

const days = 400
// A life takes a second, and several on a busy machine.

const ordinary = items.filter(({ cadence }) => cadence.kind !== 'event')
const essential = ordinary.filter(({ severity }) => severity === 'essential')
const pagesOf = (list: readonly (typeof items)[number][]): PageId[] => [
  ...new Set(list.flatMap(({ pages }) => [...pages])),
]
const allPages = pagesOf(ordinary)
const essentialPages = pagesOf(essential).filter((page) => page !== 'home')
const everyPageOf =
  (day: (random: () => number) => Visit[]): Seller['visits'] =>
  (_, random) =>
    day(random)

const pick = <T>(list: readonly T[], random: () => number): T => list[Math.floor(random() * list.length)] as T
/** Between nine and six. */
const officeMinute = (random: () => number) => 540 + Math.floor(random() * 540)
const isWorkday = (day: number) => day % 7 < 5

/** Home in the morning and after lunch, and whatever else the day brings. */
const usualDay = (random: () => number, store = 'store-1'): Visit[] => [
  { minute: 540, page: 'home', store },
  { minute: 800, page: 'home', store },
  ...Array.from({ length: 8 }, () => ({ minute: officeMinute(random), page: pick(allPages, random), store })),
]
const usual: Seller['visits'] = (day, random) => (isWorkday(day) ? usualDay(random) : [])

const pressesAnything = (_: ItemId, random: () => number): Answer | undefined =>
  pick<Answer | undefined>(
    [
      undefined,
      { kind: 'closed' },
      { kind: 'checked' },
      { kind: 'checked' },
      { kind: 'snoozed', for: 'hour' },
      { kind: 'snoozed', for: 'tomorrow' },
      { kind: 'snoozed', for: 'next-week' },
      { kind: 'dismissed' },
    ],
    random,
  )

/** Does what every card says. */
const checksAll: Seller['answer'] = () => ({ kind: 'checked' })

const sellers = {
  'who is always busy': { visits: usual, isCalm: () => false, answer: checksAll },
  'who is diligent': { visits: usual, answer: checksAll },
  'who ignores everything': { visits: everyPageOf(usualDay), answer: () => undefined },
  'who closes everything': { visits: everyPageOf(usualDay), answer: () => ({ kind: 'closed' }) },
  'who puts everything off': {
    visits: everyPageOf(usualDay),
    answer: () => ({ kind: 'snoozed', for: 'tomorrow' }),
  },
  'who refuses everything': { visits: everyPageOf(usualDay), answer: () => ({ kind: 'dismissed' }) },
  'who does now this, now that': {
    visits: usual,
    isCalm: (random) => random() < 0.6,
    answer: pressesAnything,
  },
  'who travels': {
    zone: (day) => zones[Math.floor(day / 9) % zones.length] ?? 'Europe/Berlin',
    visits: everyPageOf(usualDay),
    answer: pressesAnything,
  },
  'who is on holiday for a month': {
    visits: (day, random) => (day >= 100 && day < 130 ? [] : usual(day, random)),
    answer: checksAll,
  },
  'with two stores': {
    visits: (day, random) =>
      isWorkday(day) ? [...usualDay(random, 'store-1'), ...usualDay(random, 'store-2')] : [],
    answer: pressesAnything,
  },
  'with quiet mornings': {
    visits: everyPageOf((random) => [
      ...usualDay(random),
      { minute: 60, page: 'home' },
      { minute: 1400, page: 'home' },
    ]),
    answer: () => undefined,
    settings: { quietHours: { from: 22, to: 11 } },
  },
  'who has paused': {
    visits: usual,
    answer: checksAll,
    settings: { pause: pauseFor('told', firstDay()) },
  },
} as const satisfies Record<string, Seller>
type Name = keyof typeof sellers
const names = Object.keys(sellers) as Name[]

const lives = new Map<Name, Life>()
function lifeOf(name: Name): Life {
  const lived =
    lives.get(name) ??
    live(
      sellers[name],
      days,
      name === 'with two stores' ? history([firstDay(), storeAdded('store-2', 'login-1')]) : emptyChecklist,
    )
  lives.set(name, lived)
  return lived
}

function countBy<T>(list: readonly T[], of: (one: T) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const one of list) counts.set(of(one), (counts.get(of(one)) ?? 0) + 1)
  return counts
}
const most = (counts: Map<string, number>) => Math.max(0, ...counts.values())
const keyOf = ({ key }: Shown) => key

describe.each(names)('a seller %s, for 400 days', (name) => {
  test('sees two cards a day at most, and never two within four hours', () => {
    const { shown } = lifeOf(name)
    for (const [index, { at, now }] of shown.entries()) {
      // The local day of the place where the seller is at that moment.
      const lately = shown.slice(Math.max(0, index - 12), index + 1)
      const sameDay = lately.filter((other) => dayAt(other.at, now) === dayOf(now))
      expect(sameDay.length, now.toString()).toBeLessThanOrEqual(cardsPerDay)
      const before = shown[index - 1]
      if (before) expect(at - before.at, now.toString()).toBeGreaterThanOrEqual(cardGap)
    }
  })

  test('sees an item when it waits, and not twice within a day', () => {
    const last = new Map<string, number>()
    for (const { key, at, now, status } of lifeOf(name).shown) {
      expect(isWaiting(status), `${key} on ${now}`).toBe(true)
      // A snooze of an hour or until tomorrow is the seller's own time.
      if (!promised(name)) expect(at - (last.get(key) ?? 0), key).toBeGreaterThanOrEqual(quietAfterClose)
      last.set(key, at)
    }
  })

  test('sees no item of another page, but on the home page', () => {
    for (const { item, page } of lifeOf(name).shown) {
      if (page !== 'home') expect(itemOf(item).pages, item).toContain(page)
    }
  })

  test('is never asked on a page again for what was refused', () => {
    const { shown, events } = lifeOf(name)
    const refused = new Map<string, number>()
    for (const one of events) {
      if (one.answer === 'dismissed') refused.set(one.key, one.at)
    }
    for (const { key, at } of shown) expect(at, key).toBeLessThanOrEqual(refused.get(key) ?? at)
  })
})

function promised(name: Name): boolean {
  const { answer } = sellers[name] as Seller
  return answer === pressesAnything || name === 'who puts everything off'
}

test('the same life leaves the same traces', () => {
  const { shown } = live(sellers['who travels'], days, emptyChecklist)
  const again = lifeOf('who travels')
  expect(shown.map(({ at, key }) => [at, key])).toEqual(again.shown.map(({ at, key }) => [at, key]))
})

describe('each in their own way', () => {
  test('always busy: no card in 400 days, and nothing is held against any item', () => {
    const { shown, world } = lifeOf('who is always busy')
    expect(shown).toEqual([])
    expect(world.checklist).toEqual(emptyChecklist)
  })

  test('paused until told: no card in 400 days', () => {
    expect(lifeOf('who has paused').shown).toEqual([])
  })

  test('quiet hours: no card in them, and no pile after them', () => {
    const { shown } = lifeOf('with quiet mornings')
    expect(shown.length).toBeGreaterThan(0)
    for (const { now } of shown) {
      expect(now.hour).toBeGreaterThanOrEqual(11)
      expect(now.hour).toBeLessThan(22)
    }
  })

  test('ignores everything: three cards an item at most, then silence; the popup goes on and asks', () => {
    // Long enough for the last of what is not essential.
    const { shown, world } = live(sellers['who ignores everything'], 2 * days, emptyChecklist)
    expect(most(countBy(shown, keyOf))).toBe(showingsBeforeDemotion)
    expect(shown.length).toBeLessThanOrEqual(ordinary.length * showingsBeforeDemotion)
    expect(shown.filter(({ item }) => itemOf(item).severity === 'essential')).toHaveLength(
      essential.length * showingsBeforeDemotion,
    )
    // A few a week from the second month on, and in the end none at all.
    const months = countBy(shown, ({ day }) => String(Math.floor(day / 28)))
    expect(most(new Map([...months].filter(([month]) => Number(month) > 0)))).toBeLessThanOrEqual(
      4 * cardsPerWeek,
    )
    expect(Math.max(...shown.map(({ day }) => day))).toBeLessThan(2 * days - 100)
    const view = overview(world.checklist, firstDay().add({ days: 2 * days }))
    expect(view.counted).toBe(essential.length)
    const counted = view.areas.flatMap((area) => area.items).filter((item) => item.counted)
    expect(counted.map(({ offPages }) => offPages)).toEqual(counted.map(() => 'unanswered'))
  })

  test('closes everything: each item gets its turn, and none is pushed off pages', () => {
    const { shown, world } = lifeOf('who closes everything')
    const turns = countBy(
      shown.filter(({ item }) => itemOf(item).severity === 'essential'),
      keyOf,
    )
    expect(turns.size).toBe(essential.length)
    expect(Object.values(world.checklist.records).filter(({ unanswered }) => unanswered)).toEqual([])
  })

  test('refuses everything: one card an item in 400 days', () => {
    const { shown } = lifeOf('who refuses everything')
    expect(shown.length).toBeGreaterThan(40)
    expect(most(countBy(shown, keyOf))).toBe(1)
  })

  test.each([
    ['not for me', { kind: 'dismissed' }],
    ['handled elsewhere', { kind: 'handled-elsewhere', by: 'our agency' }],
    ['only in the popup', { kind: 'silenced' }],
    ['never by the calendar', { kind: 'paced', every: 'off' }],
  ] as const)('said of everything on the first day: %s; 800 days without a card', (_, answer) => {
    const begin = history([firstDay(), ...items.map(({ id }) => answered(id, answer))])
    expect(live(sellers['who is diligent'], 800, begin).shown).toEqual([])
  })

  test('set aside: after a year the popup asks, once, and the answer holds for another year', () => {
    const begin = history([firstDay(), ...items.map(({ id }) => answered(id, { kind: 'dismissed' }))])
    const then = firstDay().add({ days: 365 })
    expect(overview(begin, then.subtract({ days: 1 })).counted).toBe(0)
    const asked = overview(begin, then).areas.flatMap((area) => area.items)
    expect(asked.find(({ id }) => id === 'two-step-on')?.status).toMatchObject({
      kind: 'due',
      setAside: dayOf(firstDay()),
    })
    const still = later(begin, [then, answered('two-step-on', { kind: 'dismissed' })])
    const status = (list: typeof begin, when: typeof then) =>
      overview(list, when)
        .areas.flatMap((area) => area.items)
        .find(({ id }) => id === 'two-step-on')?.waiting
    expect(status(still, then)).toBe(false)
    expect(status(still, then.add({ days: 364 }))).toBe(false)
  })

  test('a holiday of a month: no card meanwhile, no pile afterwards, and nothing is forgotten', () => {
    const { shown, waits } = lifeOf('who is on holiday for a month')
    expect(shown.filter(({ day }) => day >= 100 && day < 130)).toEqual([])
    expect(shown.filter(({ day }) => day >= 130 && day < 137).length).toBeLessThanOrEqual(7 * cardsPerDay)
    const essentials = waits.filter(({ item, from }) => itemOf(item).severity === 'essential' && from < 130)
    expect(essentials.length).toBeGreaterThan(0)
    for (const { item, activeDays } of essentials) expect(activeDays, item).toBeLessThanOrEqual(14)
  })

  test('two stores: what they share is shown for one of them', () => {
    const { shown } = lifeOf('with two stores')
    expect(new Set(shown.map(({ store }) => store))).toEqual(new Set(['store-1', 'store-2']))
    for (const { item, key } of shown) {
      if (itemOf(item).scope !== 'store') expect(key, item).not.toContain('store-')
    }
  })
})

describe('a clock that was wrong', () => {
  const visits = everyPageOf(usualDay)
  const begin = history([firstDay(), ...ordinary.map(({ id }) => answered(id, { kind: 'checked' }))])
  const wrong = 21

  test.each<[string, Seller['answer']]>([
    ['answers nothing', () => undefined],
    ['checks all', () => ({ kind: 'checked' })],
    ['puts all off', () => ({ kind: 'snoozed', for: 'next-week' })],
  ])('neither floods nor silences who %s', (_, answer) => {
    const isHeardAfter = ({ shown }: Life, right: number) =>
      shown.some(({ day }) => day >= right && day < right + 7)
    const usual = live({ visits, answer }, 60, begin)
    for (const [off, length] of [
      [730, 1],
      [730, 14],
      [7, 1],
      [-2200, 14],
      [-7, 1],
    ] as const) {
      const right = wrong + length
      const clockOff = (day: number) => (day >= wrong && day < right ? off : 0)
      const life = live({ visits, answer, clockOff }, 60, begin)
      const how = `${off} days for ${length}`
      expect(most(countBy(life.shown, ({ day }) => String(day))), how).toBeLessThanOrEqual(cardsPerDay)
      expect(isHeardAfter(life, right), how).toBe(isHeardAfter(usual, right))
    }
  })
})

describe('nothing essential starves', () => {
  const orders: Record<string, Seller['visits']> = {
    'home first, its pages after': () => [
      { minute: 540, page: 'home' },
      ...essentialPages.map((page, index) => ({ minute: 550 + 5 * index, page })),
      { minute: 820, page: 'home' },
    ],
    'its pages first, home last': () => [
      ...essentialPages.map((page, index) => ({ minute: 550 + 5 * index, page })),
      { minute: 1000, page: 'home' },
    ],
    'in any order': everyPageOf((random) =>
      ['home' as const, ...essentialPages].map((page) => ({ minute: officeMinute(random), page })),
    ),
    'home first, then everything there is': everyPageOf((random) => [
      { minute: 530, page: 'home' },
      ...allPages.map((page) => ({ minute: officeMinute(random), page })),
    ]),
  }
  const answers: Record<string, Seller['answer']> = {
    'ignores everything': () => undefined,
    'closes everything': () => ({ kind: 'closed' }),
    'checks everything': checksAll,
    'puts everything off until tomorrow': () => ({ kind: 'snoozed', for: 'tomorrow' }),
    'puts everything off for an hour': () => ({ kind: 'snoozed', for: 'hour' }),
    'puts one check off for ever, and ignores the rest': (item) =>
      item === 'two-step-on' ? { kind: 'snoozed', for: 'hour' } : undefined,
  }

  test.each(
    Object.entries(orders).flatMap(([order, visits]) =>
      Object.entries(answers).map(([habit, answer]) => [order, habit, { visits, answer }] as const),
    ),
  )('%s, %s: shown within 14 active days', (_, habit, seller) => {
    const { waits } = live(seller, days, emptyChecklist)
    // To keep a promise takes a turn too; who puts every check off once more has them all in turn a day later.
    const longest = habit.startsWith('puts everything off') ? 15 : 14
    const late = waits.filter(
      ({ item, activeDays }) => itemOf(item).severity === 'essential' && activeDays > longest,
    )
    // Of a daily check that was done, a card comes after a week: that is no starving.
    expect(late.map(({ item, activeDays }) => `${item}: ${activeDays}`)).toEqual([])
  })
})

describe('a diligent seller', () => {
  const perWeek = ({ shown }: Pick<Life, 'shown'>) =>
    (shown.filter(({ day }) => day >= 30).length / (days - 30)) * 7

  test('who works through the list on Mondays, and its top in the mornings, sees three cards a week at most', () => {
    const seller: Seller = {
      visits: usual,
      answer: checksAll,
      morning({ checklist }, now) {
        const [store] = checklist.stores
        if (!store || now.dayOfWeek > 5) return []
        const { next } = overview(checklist, now)
        const isDone = (item: Item, record: ItemRecord | undefined) =>
          now.dayOfWeek === 1 || item.id === next || (intervalOf(item, record, store) ?? days) <= quickRhythm
        return statusesOf(checklist, store, now)
          .filter(({ item, record, status }) => isWaiting(status) && isDone(item, record))
          .map(({ item }) => answered(item.id, { kind: 'checked' }))
      },
    }
    expect(perWeek(live(seller, days, emptyChecklist))).toBeLessThanOrEqual(3)
  })

  test('who does what the cards say and never opens the popup sees three a week at most', () => {
    expect(perWeek(lifeOf('who is diligent'))).toBeLessThanOrEqual(3)
  })

  test('sees no more than the week’s share of what is not essential in any seven days', () => {
    const { shown } = lifeOf('who is diligent')
    for (const [index, { at, item, key }] of shown.entries()) {
      if (itemOf(item).severity === 'essential') continue
      const before = shown.slice(0, index).filter((other) => at - other.at < week)
      expect(before.length, key).toBeLessThan(cardsPerWeek)
    }
    // And it goes round, so that it is not always the same that have it.
    const lesser = shown.filter(({ item }) => itemOf(item).severity !== 'essential')
    expect(new Set(lesser.map(keyOf)).size).toBeGreaterThan(lesser.length * 0.8)
  })
})
