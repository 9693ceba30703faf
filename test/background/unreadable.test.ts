import { describe, expect, test } from 'vitest'
import { emptyChecklist, recordKey } from '../../src/domain/checklist'
import { itemOf } from '../../src/domain/items'
import type { Overview } from '../../src/domain/overview'
import { background, okOf, wellKnown } from '../support/background'
import { answered, checked, newId, reported, storeOf } from '../support/checklist'
import { measure } from '../support/requests'
import { at } from '../support/time'

const key = 'record/login-1/two-step-on'
const odd = { version: 1, checked: '2026-02-30', events: [] }
const newer = { version: 99, checked: 'somehow' }

function withRecords(records: Record<string, unknown>) {
  return background({ kept: { local: { ...structuredClone(wellKnown), ...structuredClone(records) } } })
}

const itemsOf = (overview: Overview) => overview.areas.flatMap(({ items }) => items)

describe.each([
  ['that is damaged', odd, { kind: 'unreadable' }],
  ['of a later version', newer, { kind: 'unreadable', newer: true }],
])('a record %s', (_, record, status) => {
  test('is in no number, and is told as unreadable', async () => {
    const { overview, statusOf, platform } = withRecords({ [key]: record })
    const fresh = (await background().overview()).counted
    expect(await statusOf('two-step-on')).toEqual(status)
    const view = await overview()
    expect(view).toMatchObject({ counted: fresh - 1, unreadable: 1 })
    expect(itemsOf(view).find(({ id }) => id === 'two-step-on')).toMatchObject({
      waiting: false,
      counted: false,
      isSetAside: false,
    })
    expect(view.next).not.toBe('two-step-on')
    expect(platform.badge.title).toMatch(/couldn’t be read/)
    expect(platform.badge.text).toBe(String(fresh - 1))
  })

  test('makes no card, and the reason is told', async () => {
    const { card, overview, sees, change } = withRecords({ [key]: record })
    for (const { id } of itemsOf(await overview())) if (id !== 'two-step-on') await change(checked(id))
    expect(await card('login-settings')).toBeNull()
    expect((await sees()).outcome).toEqual({ kind: 'none', why: 'unreadable' })
  })

  test('is left as it lies there by all that would not say where the check stands', async () => {
    const { ask, change, platform, statusOf } = withRecords({ [key]: record })
    for (const answer of [
      { kind: 'noted', note: 'x' },
      { kind: 'paced', every: 30 },
      { kind: 'kept' },
    ] as const)
      expect(await change(answered('two-step-on', answer))).toHaveProperty('error')
    expect(await ask('overview', null)).toHaveProperty('ok')
    expect(platform.kept.local[key]).toEqual(record)
    expect(await statusOf('two-step-on')).toEqual(status)
  })
})

test('a new answer takes the place of a damaged record, which is set aside', async () => {
  const { change, platform, statusOf } = withRecords({ [key]: odd })
  await change(checked('two-step-on'))
  expect((await statusOf('two-step-on'))?.kind).toBe('up-to-date')
  expect(platform.kept.local[`damaged/${key}`]).toEqual(odd)
})

test('a check that a report alone brings up is shown as unreadable too', async () => {
  const before = background()
  const known = new Set(itemsOf(await before.overview()).map(({ id }) => id))
  await before.change(reported('somebody-left'))
  const [event] = itemsOf(await before.overview()).filter(({ id }) => !known.has(id))
  const { statusOf } = withRecords({
    [`record/${recordKey(itemOf(event!.id), storeOf(emptyChecklist))}`]: odd,
  })
  expect(await statusOf(event!.id)).toEqual({ kind: 'unreadable' })
})

test('a measure, a run and the payout account that cannot be read are named', async () => {
  const { change, overview } = withRecords({
    'record/store-1/own-1': odd,
    'run/run-1': 7,
    'register/store-1/payout-account/only': { version: 1 },
  })
  const promise = { ...measure, id: 'own-1' } as const
  await change({ id: newId(), kind: 'measure-promised', store: 'store-1', measure: promise })
  const { measures, storage } = await overview()
  expect(measures[0]).toMatchObject({ status: { kind: 'unreadable' }, waiting: false })
  expect(storage?.unreadable).toContain('run/run-1')
  expect(storage?.empty).toBe(false)
})

test('stores that cannot be read: no number, no card, and nothing told as never done', async () => {
  const { card, overview, platform, sees, change } = withRecords({ stores: { version: 1, stores: 7 } })
  const view = await overview()
  expect(view.counted).toBe(0)
  expect(new Set(itemsOf(view).map(({ status }) => status.kind))).toEqual(new Set(['unreadable']))
  expect(platform.badge).toMatchObject({ text: '!', title: expect.stringMatching(/couldn’t be read/) })
  expect(await card()).toBeNull()
  expect((await sees()).outcome).toEqual({ kind: 'none', why: 'unreadable' })
  // What is answered now is known.
  const after = okOf<Overview>(await change(checked('two-step-on')))
  expect(itemsOf(after).find(({ id }) => id === 'two-step-on')?.status.kind).toBe('up-to-date')
})

test('at midnight the number on the toolbar is drawn anew, and open pages are told', async () => {
  const { overview, change, platform } = background({ now: at('2026-03-04 22:00') })
  for (const { id } of itemsOf(await overview())) await change(checked(id))
  await platform.settled()
  expect(platform.badge.text).toBe('')
  const midnight = platform.kept.once.get('new-day')
  expect(midnight).toBe(at('2026-03-05 00:00').epochMilliseconds)
  // Long enough for something to have come due.
  platform.clock(at('2027-03-05 00:00'))
  const told = platform.pagesTold
  platform.ring('new-day')
  await platform.settled()
  expect(platform.badge.text).not.toBe('')
  expect(platform.pagesTold).toBeGreaterThan(told)
  expect(platform.kept.once.get('new-day')).toBe(at('2027-03-06 00:00').epochMilliseconds)
})
