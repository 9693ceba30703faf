import { describe, expect, test } from 'vitest'
import { emptyChecklist } from '../../src/domain/checklist'
import { itemOf, items } from '../../src/domain/items'
import { type LongDue, lookForLongDue } from '../../src/domain/long-due'
import { addDays } from '../../src/domain/time/day'
import { checked, history, later, storeAdded } from '../support/checklist'
import { on } from '../support/time'

const none: LongDue = { seen: {} }
const essentials = items.filter(({ severity }) => severity === 'essential').map(({ id }) => id)
const allDone = (day: string) => history([on(day), ...essentials.map((id) => checked(id))])

describe('a check that was never done', () => {
  const first = lookForLongDue(emptyChecklist, none, on('2026-03-04'))

  test.each([
    ['2026-03-04', false],
    ['2026-03-17', false],
    ['2026-03-18', true],
    ['2026-05-01', true],
  ])('first seen on March 4, on %s it has been due for two weeks: %s', (day, isTime) => {
    expect(first.isTime).toBe(false)
    expect(lookForLongDue(emptyChecklist, first.after, on(day)).isTime).toBe(isTime)
  })

  test('of a store that was added later counts from then', () => {
    const before = lookForLongDue(allDone('2026-03-04'), none, on('2026-03-04'))
    const two = later(allDone('2026-03-20'), [on('2026-03-20'), storeAdded('store-2', 'login-2')])
    const seen = lookForLongDue(two, before.after, on('2026-03-20'))
    expect(seen.isTime).toBe(false)
    expect(lookForLongDue(two, seen.after, on('2026-03-25')).isTime).toBe(false)
  })
})

describe('a check that is due again', () => {
  const due = itemOf('user-list-review')
  const days = due.cadence.kind === 'every' ? due.cadence.days : 0

  test.each([
    [13, false],
    [14, true],
  ])('counts from the day on which it came back: %d days after, %s', (after, isTime) => {
    const day = addDays('2026-01-01', days + after)
    const others = essentials.filter((id) => id !== due.id).map((id) => checked(id))
    const checklist = history([on('2026-01-01'), checked(due.id)], [on(day), ...others])
    expect(lookForLongDue(checklist, none, on(day)).isTime).toBe(isTime)
  })
})

test('is told once a week at most, and no longer once nothing has waited for so long', () => {
  const { after } = lookForLongDue(emptyChecklist, none, on('2026-03-04'))
  const first = lookForLongDue(emptyChecklist, after, on('2026-03-18'))
  expect(first).toMatchObject({ isTime: true, after: { told: '2026-03-18' } })
  expect(lookForLongDue(emptyChecklist, first.after, on('2026-03-18')).isTime).toBe(false)
  expect(lookForLongDue(emptyChecklist, first.after, on('2026-03-24')).isTime).toBe(false)
  expect(lookForLongDue(emptyChecklist, first.after, on('2026-03-25')).isTime).toBe(true)
  expect(lookForLongDue(allDone('2026-03-25'), first.after, on('2026-03-25'))).toEqual({
    after: { seen: {}, told: '2026-03-18' },
    isTime: false,
  })
})

test('a clock that was years ahead neither silences it nor lets it come early', () => {
  const ahead = lookForLongDue(emptyChecklist, { ...none, told: '2028-03-01' }, on('2028-03-04'))
  expect(ahead.isTime).toBe(false)
  const back = lookForLongDue(emptyChecklist, ahead.after, on('2026-03-04'))
  expect(back.isTime).toBe(false)
  expect(new Set(Object.values(back.after.seen))).toEqual(new Set(['2026-03-04']))
  expect(lookForLongDue(emptyChecklist, back.after, on('2026-03-18')).isTime).toBe(true)
})
