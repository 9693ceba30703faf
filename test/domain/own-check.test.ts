import { describe, expect, test } from 'vitest'
import type { Answer } from '../../src/domain/answer'
import { ChecklistProblem, type SellerEvent } from '../../src/domain/checklist'
import { weeksAhead } from '../../src/domain/home'
import { journalled } from '../../src/domain/journal/journal'
import { monthOf } from '../../src/domain/journal/month'
import { calendarOf } from '../../src/domain/journal/schedule'
import { chooseNudge } from '../../src/domain/nudge'
import { overview } from '../../src/domain/overview'
import { mostOwnChecks, type OwnCheckInput } from '../../src/domain/own-check'
import { pageIds } from '../../src/domain/page'
import { dueIn, planRound } from '../../src/domain/round'
import { history, later, newId, recordOf, storeOf } from '../support/checklist'
import { on } from '../support/time'

const vat: OwnCheckInput = {
  id: 'own-vat',
  title: 'File the VAT return',
  why: 'A late return costs a fine.',
  steps: ['Download the report', 'Send it to Ana'],
  recurs: { kind: 'months', every: 3, month: 1, day: 31 },
  page: 'payments-reports',
  store: 'store-1',
  counts: true,
}
const weekly: OwnCheckInput = {
  ...{ id: 'own-weekly', title: 'Back up the listings', why: '', steps: [] },
  ...{ recurs: { kind: 'weeks', every: 1 }, counts: false },
}
const event = (what: Partial<SellerEvent> & { kind: SellerEvent['kind'] }) =>
  ({ id: newId(), store: 'store-1', ...what }) as SellerEvent
const put = (check: OwnCheckInput) => event({ kind: 'own-check-put', check })
const said = (item: OwnCheckInput['id'], answer: Answer) => event({ kind: 'answered', item, answer })
const secondStore = event({ store: 'store-2', kind: 'store-added', name: 'Second', login: 'login-1' })
const first = (list: ReturnType<typeof history>, day: string) => overview(list, on(day)).measures[0]

describe('a check on a date', () => {
  const list = history([on('2026-03-04'), put(vat)])

  test.each([
    ['2026-03-04', { kind: 'not-yet', first: '2026-04-30' }, false],
    ['2026-04-30', { kind: 'due', since: '2026-04-30' }, true],
    ['2026-05-01', { kind: 'overdue', since: '2026-04-30' }, true],
  ])('is not due before its first date: on %s it is %j', (day, status, waiting) => {
    const shown = first(list, day)
    expect(shown).toMatchObject({ ...vat, status, waiting, counted: waiting })
    expect(overview(list, on(day)).counted).toBe(
      overview(history([on('2026-03-04')]), on(day)).counted + (waiting ? 1 : 0),
    )
  })

  test('done early, it counts for the date to come; done late, for the last one', () => {
    const checked = (day: string) => later(list, [on(day), said(vat.id, { kind: 'checked' })])
    expect(first(checked('2026-04-09'), '2026-04-10')?.status).toMatchObject({ until: '2026-07-31' })
    expect(first(checked('2026-04-08'), '2026-04-10')?.status).toMatchObject({ until: '2026-04-30' })
    expect(first(checked('2026-05-20'), '2026-05-20')?.status).toMatchObject({ until: '2026-07-31' })
  })

  test('is in calendar, month and weeks on its dates, without its words', () => {
    const now = on('2026-03-04')
    const entry = calendarOf(list, now).find(({ item }) => item === vat.id)
    expect(entry).toMatchObject({ day: '2026-04-30', again: '2026-07-31', date: { every: 3, day: 31 } })
    expect(JSON.stringify(entry)).not.toContain('VAT')
    const daysIn = (month: string) =>
      monthOf(list, storeOf(list), month, { entries: [], unreadable: [] }, now).days.flatMap(
        ({ day, entries }) => entries.filter(({ item }) => item === vat.id).map(({ is }) => [day, is]),
      )
    expect(daysIn('2026-04')).toEqual([['2026-04-30', 'due']])
    expect(daysIn('2026-05')).toEqual([])
    expect(daysIn('2026-10')).toEqual([['2026-10-31', 'again']])
    expect(daysIn('2027-01')).toEqual([['2027-01-31', 'again']])
    const { days } = weeksAhead(overview(list, on('2026-04-29')))
    expect(days.filter(({ comes }) => comes.includes(vat.id)).map(({ day }) => day)).toEqual(['2026-04-30'])
  })

  test('with an interval of its own, it is counted from the last check', () => {
    const paced = later(
      list,
      [on('2026-03-05'), said(vat.id, { kind: 'checked' })],
      [on('2026-03-05'), said(vat.id, { kind: 'paced', every: 10 })],
    )
    expect(first(paced, '2026-03-05')).toMatchObject({ pace: 10, status: { until: '2026-03-15' } })
    const entry = calendarOf(paced, on('2026-03-05')).find(({ item }) => item === vat.id)
    expect(entry).toMatchObject({ day: '2026-03-15', every: 10 })
    expect(entry).not.toHaveProperty('date')
  })
})

describe('a check before each payout', () => {
  const before: OwnCheckInput = { ...vat, id: 'own-payout', recurs: { kind: 'payouts' } }
  const list = history([on('2026-03-04'), put(before)])

  test('is not due while the payout day is unknown, and the row asks for it', () => {
    const shown = first(list, '2026-05-04')
    expect(shown).toMatchObject({ status: { kind: 'not-yet' }, waiting: false, needsPayouts: true })
    expect(shown).not.toHaveProperty('next')
    expect(calendarOf(list, on('2026-05-04')).some(({ item }) => item === before.id)).toBe(false)
    const checked = later(list, [on('2026-05-04'), said(before.id, { kind: 'checked' })])
    expect(first(checked, '2027-05-04')).toMatchObject({
      status: { kind: 'up-to-date', checked: '2026-05-04' },
      waiting: false,
      needsPayouts: true,
    })
  })

  test('comes due on the eve of each payout once its day is known', () => {
    const rhythm = { kind: 'every', days: 14, from: '2026-03-18' } as const
    const known = later(list, [on('2026-03-04'), event({ kind: 'payouts-told', rhythm })])
    expect(first(known, '2026-03-15')).toMatchObject({ status: { kind: 'not-yet', first: '2026-03-16' } })
    expect(first(known, '2026-03-16')).toMatchObject({ status: { kind: 'due' }, pace: 14 })
    const checked = later(known, [on('2026-03-17'), said(before.id, { kind: 'checked' })])
    expect(first(checked, '2026-03-17')).toMatchObject({ status: { until: '2026-03-30' } })
    expect(first(checked, '2026-03-17')).not.toHaveProperty('needsPayouts')
    const entry = calendarOf(checked, on('2026-03-17')).find(({ item }) => item === before.id)
    expect(entry).toMatchObject({ day: '2026-03-30', every: 14 })
  })
})

describe('the list of own checks', () => {
  test('a check of every store has answers of its own in each; one of a store is only there', () => {
    const list = history([on('2026-03-04'), secondStore, put(weekly), put(vat)])
    const after = later(list, [on('2026-03-05'), said(weekly.id, { kind: 'checked' })])
    const kinds = (store: string) =>
      overview(after, on('2026-03-05'), {}, storeOf(after, store)).measures.map(({ id, status }) => [
        id,
        status.kind,
      ])
    expect(kinds('store-1')).toEqual([
      [weekly.id, 'up-to-date'],
      [vat.id, 'not-yet'],
    ])
    expect(kinds('store-2')).toEqual([[weekly.id, 'never-checked']])
  })

  test('an edit keeps answers and first day; it can be for its own store or every one, for no other', () => {
    const list = history(
      [on('2026-03-04'), put(weekly)],
      [on('2026-03-05'), said(weekly.id, { kind: 'checked' })],
    )
    const edited = later(list, [
      on('2026-03-09'),
      put({ ...weekly, title: 'Save the listings', store: 'store-1' }),
    ])
    expect(first(edited, '2026-03-09')).toMatchObject({
      ...{ title: 'Save the listings', began: '2026-03-04' },
      status: { kind: 'up-to-date', checked: '2026-03-05' },
    })
    expect(() => later(list, [on('2026-03-09'), put({ ...weekly, store: 'store-9' })])).toThrow(
      ChecklistProblem,
    )
  })

  test('an archived one is nowhere but in its list, and comes back with its answers', () => {
    const archived = later(
      history([on('2026-03-04'), put(weekly)], [on('2026-03-05'), said(weekly.id, { kind: 'checked' })]),
      [on('2026-03-06'), event({ kind: 'own-check-archived', check: weekly.id })],
    )
    const shown = overview(archived, on('2026-03-20'))
    expect(shown.measures).toEqual([])
    expect(shown.own).toEqual([{ id: weekly.id, title: weekly.title, archived: '2026-03-06' }])
    expect(calendarOf(archived, on('2026-03-20')).some(({ item }) => item === weekly.id)).toBe(false)
    const back = later(archived, [on('2026-03-20'), event({ kind: 'own-check-restored', check: weekly.id })])
    expect(first(back, '2026-03-20')?.status).toMatchObject({ kind: 'overdue', since: '2026-03-12' })
  })

  test('is sorted by the seller', () => {
    const three = ['own-a', 'own-b', 'own-c'].map((id) => put({ ...weekly, id: id as OwnCheckInput['id'] }))
    const list = history([on('2026-03-04'), ...three])
    const order = (check: string, before: string | null) =>
      overview(
        later(list, [on('2026-03-04'), event({ kind: 'own-check-moved', check, before } as SellerEvent)]),
        on('2026-03-04'),
      ).measures.map(({ id }) => id)
    expect(order('own-c', 'own-a')).toEqual(['own-c', 'own-a', 'own-b'])
    expect(order('own-a', null)).toEqual(['own-b', 'own-c', 'own-a'])
    expect(order('own-a', 'own-gone')).toEqual(['own-b', 'own-c', 'own-a'])
    expect(order('own-b', 'own-b')).toEqual(['own-a', 'own-b', 'own-c'])
  })

  test('has a bound, also for measures that join it', () => {
    const all = Array.from({ length: mostOwnChecks }, (_, at) => put({ ...weekly, id: `own-${at}` }))
    const full = history([on('2026-03-04'), ...all])
    expect(() => later(full, [on('2026-03-04'), put({ ...weekly, id: 'own-more' })])).toThrow('too many')
    expect(later(full, [on('2026-03-04'), put({ ...weekly, id: 'own-0', title: 'B' })]).own?.[0]?.title).toBe(
      'B',
    )
  })

  test.each<[string, Partial<OwnCheckInput>]>([
    ['no title', { title: ' ' }],
    ['six steps', { steps: ['1', '2', '3', '4', '5', '6'] }],
    ['an empty step', { steps: [''] }],
    ['no such interval', { recurs: { kind: 'days', every: 0 } }],
  ])('one with %s is refused', (_, part) => {
    expect(() => history([on('2026-03-04'), put({ ...weekly, ...part })])).toThrow(ChecklistProblem)
  })
})

describe('a measure that was promised', () => {
  const measure = {
    id: 'own-1',
    title: 'Count the stock',
    every: 7,
    origin: { name: 'A', on: '2026-03-01' },
  } as const
  const list = history([on('2026-03-04'), event({ kind: 'measure-promised', measure })])

  test('becomes an own check with its origin and its answers when more is said about it', () => {
    const checked = later(list, [on('2026-03-05'), said('own-1', { kind: 'checked' })])
    const more = later(checked, [
      on('2026-03-06'),
      put({ ...vat, id: 'own-1', title: 'Count it', recurs: { kind: 'days', every: 14 } }),
    ])
    expect(overview(more, on('2026-03-06')).measures).toMatchObject([
      { title: 'Count it', origin: measure.origin, status: { until: '2026-03-19' } },
    ])
    expect(storeOf(more).measures).toEqual([measure])
  })

  test('can be archived, and stays in its store although it says every store', () => {
    const away = later(list, [on('2026-03-06'), event({ kind: 'own-check-archived', check: 'own-1' })])
    expect(overview(away, on('2026-03-06')).measures).toEqual([])
    const { store: _store, ...everywhere } = { ...vat, id: 'own-1' as const }
    const two = later(list, [on('2026-03-06'), put(everywhere)], [on('2026-03-06'), secondStore])
    expect(overview(two, on('2026-03-06')).measures).toEqual([])
  })
})

test('a round has them: what counts or was promised with the essential checks, the others with the rest', () => {
  const list = history([on('2026-03-04'), put({ ...weekly, id: 'own-counts', counts: true }), put(weekly)])
  const shown = overview(list, on('2026-03-04'))
  expect(dueIn(shown).map(({ id }) => id)).toContain('own-counts')
  expect(dueIn(shown).map(({ id }) => id)).not.toContain(weekly.id)
  const ids = planRound(shown).checks.map(({ id }) => id)
  expect(ids).toContain(weekly.id)
  expect(ids.indexOf('own-counts')).toBeLessThan(ids.indexOf(weekly.id))
})

test('one never becomes a card of its own', () => {
  const list = history([on('2026-03-04'), put({ ...weekly, page: 'reports' })])
  const others = overview(list, on('2026-03-05')).areas.flatMap(({ items }) => items)
  const done = others.map(({ id }) => event({ kind: 'answered', item: id, answer: { kind: 'dismissed' } }))
  const alone = later(list, [on('2026-03-05'), ...done])
  for (const page of pageIds)
    expect(chooseNudge(alone, { store: 'store-1', page }, on('2026-03-05')), page).toBeUndefined()
})

describe('an adapted check of the catalog', () => {
  const steps = event({
    kind: 'answered',
    item: 'two-step-on',
    answer: { kind: 'own-steps', steps: ['Ask Ana for the phone'] },
  })
  const shownIn = (list: ReturnType<typeof history>) =>
    overview(list, on('2026-03-04'))
      .areas.flatMap(({ items }) => items)
      .find(({ id }) => id === 'two-step-on')

  test('has steps of its own; back to the original, they are gone with interval and note, not its checks', () => {
    const list = history([
      on('2026-03-04'),
      event({ kind: 'answered', item: 'two-step-on', answer: { kind: 'checked' } }),
      steps,
      event({ kind: 'answered', item: 'two-step-on', answer: { kind: 'paced', every: 45 } }),
      event({ kind: 'answered', item: 'two-step-on', answer: { kind: 'noted', note: 'the red phone' } }),
    ])
    expect(shownIn(list)).toMatchObject({ ownSteps: ['Ask Ana for the phone'], isAdapted: true })
    const original = event({ kind: 'answered', item: 'two-step-on', answer: { kind: 'original' } })
    const back = later(list, [on('2026-03-04'), original])
    const { ownSteps, isAdapted, note, every, status } = shownIn(back) ?? {}
    expect([ownSteps, isAdapted, note, every?.days]).toEqual([undefined, undefined, undefined, 90])
    expect(status).toMatchObject({ checked: '2026-03-04' })
    const undone = { kind: 'undone', of: original.id } as const
    const again = later(back, [
      on('2026-03-04'),
      event({ kind: 'answered', item: 'two-step-on', answer: undone }),
    ])
    expect(recordOf(again, 'two-step-on')).toMatchObject({
      note: 'the red phone',
      steps: ['Ask Ana for the phone'],
    })
  })

  test('the journal keeps that it was adapted, not the words', () => {
    expect(journalled(steps)).toMatchObject({ kind: 'answered', answer: { kind: 'own-steps' } })
    expect(JSON.stringify(journalled(steps))).not.toContain('phone')
  })

  test('an own check has nothing to go back to', () => {
    const list = history([on('2026-03-04'), put(weekly)])
    for (const answer of [{ kind: 'original' }, { kind: 'own-steps', steps: ['x'] }] as const)
      expect(() => later(list, [on('2026-03-04'), said(weekly.id, answer)])).toThrow(ChecklistProblem)
  })
})

describe('the person responsible', () => {
  test('is that of the check, or else that of its store', () => {
    const list = history([on('2026-03-04'), put(weekly), event({ kind: 'store-assigned', who: 'Ana' })])
    expect(first(list, '2026-03-04')).toMatchObject({ who: 'Ana' })
    const two = later(list, [on('2026-03-04'), said(weekly.id, { kind: 'assigned', who: 'Ben' })])
    expect(first(two, '2026-03-04')).toMatchObject({ who: 'Ben', assigned: 'Ben' })
    const none = later(two, [
      on('2026-03-04'),
      said(weekly.id, { kind: 'assigned', who: '' }),
      event({ kind: 'store-assigned', who: '' }),
    ])
    expect(first(none, '2026-03-04')).not.toHaveProperty('who')
  })

  test('is in the journal', () => {
    expect(journalled(event({ kind: 'store-assigned', who: 'Ana' }))).toMatchObject({ who: 'Ana' })
    expect(journalled(said(weekly.id, { kind: 'assigned', who: 'Ben' }))).toMatchObject({
      answer: { kind: 'assigned', who: 'Ben' },
    })
  })
})
