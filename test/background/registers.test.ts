import { describe, expect, test } from 'vitest'
import type { RunsView } from '../../src/domain/playbooks/playbook'
import type { RegisterId, RowValues } from '../../src/domain/registers/register'
import type { RegisterRows, RowChanged } from '../../src/messages/protocol'
import { again, background, com, okOf } from '../support/background'
import { text } from '../support/messages'
import { onPage } from '../support/platform'
import { on } from '../support/time'

const place = (register: RegisterId, owner = 'store-1', row = 'row-1') => ({ register, owner, row })
const put = async (
  { ask }: ReturnType<typeof background>,
  values: RowValues,
  where = place('people'),
): Promise<RowChanged> => okOf(await ask('put-row', { ...where, values }))
const rowsOf = async ({ ask }: ReturnType<typeof background>) =>
  okOf<RegisterRows>(await ask('registers', null))
const today = on('2026-03-04')

describe('a row', () => {
  test('is added, changed and removed, and the next worker knows it', async () => {
    const one = background({ now: today })
    await put(one, { name: 'Ana' })
    await put(one, { name: 'Ana', role: 'Shipping' })
    const two = again(one.platform)
    expect((await rowsOf(two)).rows).toMatchObject([
      { ...place('people'), values: { name: 'Ana', role: 'Shipping' } },
    ])
    await two.ask('remove-row', place('people'))
    expect(await rowsOf(two)).toEqual({ rows: [], unreadable: 0 })
    expect(Object.keys(one.platform.kept.local).filter((key) => key.startsWith('register/'))).toEqual([])
  })

  test('is kept as it was looked through: trimmed, and without fields of another register', async () => {
    const one = background({ now: today })
    await put(
      one,
      { digits: ' 123 ', purpose: '4111 1111 1111 1111' },
      place('payout-account', 'store-1', 'only'),
    )
    expect((await rowsOf(one)).rows[0]?.values).toEqual({ digits: '123' })
  })

  test('of two at once, none is lost', async () => {
    const one = background({ now: today })
    await Promise.all(
      ['row-1', 'row-2', 'row-3'].map((row) => put(one, { name: row }, place('people', 'store-1', row))),
    )
    expect((await rowsOf(one)).rows).toHaveLength(3)
  })

  test('that two tabs change at once keeps both, but for a field that both changed', async () => {
    const one = background({ now: today })
    await put(one, { name: 'Ana', role: 'Shipping', login: 'ana@' })
    await put(one, { role: 'Returns', note: 'first' })
    await put(one, { login: '', note: 'second' })
    expect((await rowsOf(one)).rows[0]?.values).toEqual({
      name: 'Ana',
      role: 'Returns',
      login: '',
      note: 'second',
    })
  })

  test('is judged as it will be: a change cannot take away what it is about', async () => {
    const one = background({ now: today })
    await put(one, { name: 'Ana', start: '2026-03-01' })
    for (const values of [{ name: '' }, { end: '2026-02-28' }])
      expect(await one.ask('put-row', { ...place('people'), values })).toEqual({ error: 'refused' })
  })

  test.each<[string, RowValues, ReturnType<typeof place>]>([
    ['without what it is about', { role: 'x' }, place('people')],
    ['with four digits', { digits: '1234' }, place('payout-account', 'store-1', 'only')],
    ['with an end before the start', { name: 'a', start: '2026-03-04', end: '2026-03-03' }, place('people')],
    ['of a store that is not there', { name: 'a' }, place('people', 'store-9')],
    ['of a store, where it belongs to the login', { name: 'a' }, place('computers', 'store-1')],
  ])('%s is refused, and nothing is written', async (_, values, where) => {
    const one = background({ now: today })
    expect(await one.ask('put-row', { ...where, values })).toEqual({ error: 'refused' })
    expect((await rowsOf(one)).rows).toEqual([])
  })

  test('with a secret is stored without it, and the answer says in which field; what may be one is stored', async () => {
    const one = background({ now: today })
    const values = { name: 'Ana', login: 'ana, password: Hunter22!', note: 'Visa 4111 1111 1111 1111, hers' }
    expect((await put(one, values)).withheld).toEqual(['note'])
    expect((await rowsOf(one)).rows[0]?.values).toEqual({ ...values, note: 'Visa …, hers' })
    expect(await put(one, { note: 'hers' })).not.toHaveProperty('withheld')
  })

  test('what cannot be read is counted, and set aside when it is written over; what is newer stays', async () => {
    const local = {
      'register/store-1/people/row-1': 'broken',
      'register/store-1/people/row-2': { version: 7 },
    }
    const one = background({ now: today, kept: { local, session: {}, alarms: new Map() } })
    expect(await rowsOf(one)).toEqual({ rows: [], unreadable: 2 })
    await put(one, { name: 'Ana' })
    expect(one.platform.kept.local['damaged/register/store-1/people/row-1']).toBe('broken')
    const newer = place('people', 'store-1', 'row-2')
    expect(await one.ask('put-row', { ...newer, values: { name: 'Bo' } })).toEqual({ error: 'newer-version' })
    expect(await one.ask('remove-row', newer)).toEqual({ error: 'newer-version' })
  })
})

describe('an end date that has come', () => {
  const left = async (one: ReturnType<typeof background>) => (await one.statusOf('offboard-person'))?.kind

  test('makes the checks for somebody who left due, once, and can be taken back', async () => {
    const one = background({ now: today })
    const { reported, overview } = await put(one, { name: 'Ana', end: '2026-03-04' })
    expect(overview.areas.flatMap(({ items }) => items).map(({ id }) => id)).toContain('offboard-person')
    const entries = (await one.journal()).entries
    expect(entries).toContainEqual(
      expect.objectContaining({ what: { kind: 'happened', what: 'somebody-left' } }),
    )
    const runs = async () => okOf<RunsView>(await one.ask('runs', null)).runs
    const begun = { id: reported?.run, playbook: 'offboarding', store: 'store-1', from: '2026-03-04' }
    expect(await runs()).toMatchObject([begun])
    const id = 'event-back'
    await one.change({ id, store: 'store-1', kind: 'report-taken-back', of: reported?.report ?? '' })
    expect(await left(one)).toBeUndefined()
    // Saved again with the same date: it is known by now.
    expect((await put(one, { name: 'Ana', end: '2026-03-04', role: 'x' })).reported).toBeUndefined()
    expect(await runs()).toHaveLength(1)
    expect(await left(one)).toBeUndefined()
    // Another date is another departure.
    expect((await put(one, { name: 'Ana', end: '2026-03-03' })).reported).toBeDefined()
  })

  test('is found by the worker that runs on that day', async () => {
    const one = background({ now: today })
    expect((await put(one, { name: 'Ana', end: '2026-03-06' })).reported).toBeUndefined()
    expect(await left(again(one.platform, on('2026-03-05')))).toBeUndefined()
    const later = again(one.platform, on('2026-03-06'))
    await later.platform.settled()
    expect(await left(later)).toBe('due')
    const entries = async () => (await later.journal()).entries.length
    const before = await entries()
    const next = again(one.platform, on('2026-03-07'))
    await next.platform.settled()
    expect(await entries()).toBe(before)
  })

  test('that lies long back is only noted', async () => {
    const one = background({ now: today })
    expect((await put(one, { name: 'Ana', end: '2025-12-31' })).reported).toBeUndefined()
    expect(await left(one)).toBeUndefined()
  })

  test('of a store that was removed is left alone, and the badge is drawn', async () => {
    const one = background({ now: today })
    await put(one, { name: 'Ana', end: '2026-03-06' })
    await one.change({ id: 'event-a', store: 'store-2', kind: 'store-added', name: '', login: 'login-2' })
    await one.change({ id: 'event-b', store: 'store-1', kind: 'store-removed' })
    const later = again(one.platform, on('2026-03-07'))
    await later.platform.settled()
    expect(later.platform.badge.text).not.toBe('!')
    const kinds = (await later.journal()).entries.map(({ what }) => what.kind)
    expect(kinds).not.toContain('happened')
  })
})

describe('the payout account', () => {
  test('its digits are asked back in the overview of their store alone', async () => {
    const one = background({ now: today })
    const { overview } = await put(one, { digits: '123' }, place('payout-account', 'store-1', 'only'))
    expect(overview.payout).toEqual({ tail: '123' })
    await one.change({ id: 'event-a', store: 'store-2', kind: 'store-added', name: '', login: 'login-2' })
    expect((await one.overview()).payout).toBeUndefined()
  })
})

test('no word of a register, a draft or a promise reaches a page of Amazon’s', async () => {
  const one = background({ now: today })
  const words = [
    'Wordofpeople',
    'Wordofcomputers',
    'Wordofpapers',
    'Wordofdraft',
    'Wordofpromise',
    'Wordofplaybook',
    '…987',
    '987',
  ]
  const [people = '', computers = '', papers = '', draft = '', promise = '', line = ''] = words
  await put(one, { name: people, end: '2026-03-04' })
  await put(one, { name: computers }, place('computers', 'login-1'))
  await put(one, { name: papers }, place('papers'))
  await put(one, { digits: '987' }, place('payout-account', 'store-1', 'only'))
  await one.ask('save-draft', {
    id: 'event-d',
    draft: 'draft-1',
    version: 1,
    base: null,
    store: 'store-1',
    content: {
      title: draft,
      noticed: '',
      reference: '',
      happened: draft,
      cause: '',
      done: [],
      measures: [],
      evidence: [],
    },
  })
  const origin = { name: draft, on: '2026-03-04' }
  const measure = { id: 'own-1', title: promise, every: 1, origin } as const
  await one.change({ id: 'event-m', store: 'store-1', kind: 'measure-promised', measure })
  // Begun by the end date, and offered on the card below: with nothing that was written in it.
  const [run] = okOf<RunsView>(await one.ask('runs', null)).runs
  const wrote = { kind: 'wrote', step: 'list-doors', what: 'note', text: line } as const
  expect(await one.ask('change-run', { id: 'event-w', run: run?.id ?? '', ...wrote })).toHaveProperty('ok')
  const said: unknown[] = []
  for (const page of [
    'home',
    'user-permissions',
    'two-step-settings',
    'deposit-methods',
    'payments-dashboard',
  ] as const) {
    said.push(await one.ask('visit', { page, host: com }, onPage(com)))
    const card = await one.look(page)
    said.push(card)
    if (card?.about) {
      const { store, item } = card.about
      const answer = { id: `event-${page}`, store, item, answer: { kind: 'checked' } } as const
      said.push(await one.ask('answer-card', answer, onPage(com)))
    }
    await one.free()
  }
  expect(said.filter((one) => typeof one === 'object' && one !== null).length).toBeGreaterThan(3)
  const heard = JSON.stringify([said, one.platform.told])
  expect(heard).toContain(text('card_playbook'))
  for (const word of words) expect(heard).not.toContain(word)
  // And a page may not ask for any of it.
  for (const [request, argument] of [
    ['registers', null],
    ['runs', null],
    ['export', { after: null }],
    ['drafts', null],
    ['draft', { draft: 'draft-1', version: 1 }],
    ['overview', null],
  ] as const) {
    expect(await one.ask(request, argument, onPage(com)), request).toEqual({ error: 'refused' })
  }
})
