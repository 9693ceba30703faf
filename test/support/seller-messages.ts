import fc from 'fast-check'
import { incidentIds } from '../../src/domain/incidents'
import { itemIds } from '../../src/domain/items'
import { pageIds } from '../../src/domain/page'
import { playbookIds } from '../../src/domain/playbooks/playbook'
import { storeFronts } from '../../src/pages/hosts'
import { measure, requests, row, save, wrote } from './requests'

type Sent = { request: string; argument: unknown; from: 'own page' | 'store front'; tab: number }

const store = fc.oneof(
  { weight: 3, arbitrary: fc.constant('store-1') },
  fc.constantFrom('store-2', 'store-3'),
)
const login = fc.constantFrom('login-1', 'login-2')
/** Only a few, so that many repeat or refer to an earlier one. */
const id = fc.nat(60).map((number) => `event-${number}`)
const item = fc.constantFrom(...itemIds)
const answerable = fc.oneof(
  { weight: 6, arbitrary: item },
  { weight: 1, arbitrary: fc.constantFrom('own-1', 'own-2') },
)
const ownCheck = fc.constantFrom('own-1', 'own-2')
const host = fc.constantFrom(...storeFronts.map((front) => front.host))
const date = fc.constantFrom(
  '2026-02-28',
  '2026-03-04',
  '2026-03-05',
  '2026-04-01',
  '2026-08-31',
  '2027-03-04',
)
const words = fc.constantFrom('', 'Ana', 'Müller & Söhne', '店铺', 'مرحبا', '=1+1', '{count}', 'x'.repeat(60))

const answer = fc.oneof(
  fc.constantFrom({ kind: 'checked' }, { kind: 'dismissed' }, { kind: 'restored' }, { kind: 'kept' }),
  fc.constantFrom({ kind: 'silenced' }, { kind: 'paced', every: 'default' }, { kind: 'paced', every: 'off' }),
  fc.record({ kind: fc.constant('snoozed'), for: fc.constantFrom('hour', 'tomorrow', 'next-week') }),
  fc.record({ kind: fc.constant('snoozed'), for: fc.record({ day: date }) }),
  fc.record({ kind: fc.constant('dismissed'), reason: words }),
  fc.record({ kind: fc.constant('handled-elsewhere'), by: words }),
  fc.record({ kind: fc.constant('noted'), note: words }),
  fc.record({ kind: fc.constant('assigned'), who: words }),
  fc.record({ kind: fc.constant('own-steps'), steps: fc.array(words, { maxLength: 5 }) }),
  fc.constant({ kind: 'original' }),
  fc.record({ kind: fc.constant('paced'), every: fc.integer({ min: 30, max: 730 }) }),
  fc.record({ kind: fc.constant('undone'), of: id }),
)

/** Sent first, so that most messages find their store. */
export const stores: readonly Sent[] = ['store-2', 'store-3'].map((added) => ({
  request: 'change',
  argument: { id: `added-${added}`, store: added, kind: 'store-added', name: added, login: 'login-1' },
  from: 'own page',
  tab: 1,
}))

const event = (kind: string, more: Record<string, fc.Arbitrary<unknown>> = {}) =>
  fc.record({ id, store, kind: fc.constant(kind), ...more })

const change = fc.oneof(
  { weight: 8, arbitrary: event('answered', { item: answerable, answer }) },
  { weight: 2, arbitrary: event('happened', { what: fc.constantFrom(...incidentIds) }) },
  event('report-taken-back', { of: id }),
  event('store-added', { name: words, login }),
  event('stores-added', {
    stores: fc.array(fc.record({ id: store, name: words, login, fronts: fc.array(host, { maxLength: 2 }) }), {
      maxLength: 4,
    }),
  }),
  event('stores-changed', {
    stores: fc.array(store, { minLength: 1, maxLength: 3 }),
    change: fc.record({ group: words, who: words, login }, { requiredKeys: [] }),
  }),
  event('store-named', { name: words }),
  event('store-removed'),
  event('store-restored'),
  event('store-shown'),
  event('fronts-chosen', { fronts: fc.array(host, { maxLength: 3 }) }),
  event('login-chosen', { login }),
  event('profile-answered', {
    profile: fc.record(
      { plan: fc.constantFrom('professional', 'individual'), team: fc.constantFrom('several', 'alone') },
      { requiredKeys: [] },
    ),
  }),
  event('payouts-told', {
    rhythm: fc.constantFrom(null, { kind: 'on-request' }, { kind: 'every', days: 14, from: '2026-03-02' }),
  }),
  event('measure-promised', {
    measure: fc.constantFrom(
      { ...measure, id: 'own-1' },
      { ...measure, id: 'own-2', title: '{day}', every: 730 },
    ),
  }),
  event('own-check-put', {
    check: fc.record(
      {
        id: fc.constantFrom('own-1', 'own-2'),
        title: words.filter((some) => some !== ''),
        why: words,
        steps: fc.array(words, { maxLength: 3 }),
        recurs: fc.oneof(
          fc.record({ kind: fc.constantFrom('days', 'weeks'), every: fc.integer({ min: 1, max: 60 }) }),
          fc.record({
            kind: fc.constant('months'),
            every: fc.constantFrom(1, 3, 12),
            month: fc.integer({ min: 1, max: 12 }),
            day: fc.integer({ min: 1, max: 31 }),
          }),
          fc.constant({ kind: 'payouts' }),
        ),
        page: fc.constantFrom(...pageIds),
        store,
        counts: fc.boolean(),
      },
      { requiredKeys: ['id', 'title', 'why', 'steps', 'recurs', 'counts'] },
    ),
  }),
  event('own-check-archived', { check: ownCheck }),
  event('own-check-restored', { check: ownCheck }),
  event('own-check-moved', { check: ownCheck, before: fc.option(ownCheck) }),
  event('store-assigned', { who: words }),
  event('measure-dropped', { measure: ownCheck }),
)

const own = (request: string, argument: fc.Arbitrary<unknown>) =>
  fc.record({
    request: fc.constant(request),
    argument,
    from: fc.constant('own page' as const),
    tab: fc.constant(1),
  })
const page = (request: string, argument: fc.Arbitrary<unknown>) =>
  fc.record({
    request: fc.constant(request),
    argument,
    from: fc.constant('store front' as const),
    tab: fc.integer({ min: 1, max: 3 }),
  })
const place = { page: fc.constantFrom(...pageIds), host }
const run = fc.constantFrom('run-1', 'run-2')

/** Messages from a seller, our pages and our script, most of them valid; `requests` has one of each. */
export const message: fc.Arbitrary<Sent> = fc.oneof(
  { weight: 12, arbitrary: own('change', change) },
  { weight: 3, arbitrary: page('visit', fc.record(place)) },
  { weight: 3, arbitrary: page('claim', fc.record({ ...place, again: fc.constant(null) })) },
  {
    weight: 3,
    arbitrary: page(
      'answer-card',
      fc.record({ id, store, item, answer: fc.constantFrom({ kind: 'checked' }, { kind: 'closed' }) }),
    ),
  },
  own('start-playbook', fc.record({ run, playbook: fc.constantFrom(...playbookIds), store })),
  own(
    'change-run',
    fc.oneof(
      fc.record({ id, run }).map((by) => ({ ...wrote, ...by })),
      fc.record({ id, run, kind: fc.constant('closed'), outcome: fc.constantFrom('resolved', 'unresolved') }),
      fc.record({ id, run, kind: fc.constant('resumed') }),
    ),
  ),
  own(
    'put-row',
    fc
      .record({ owner: store, name: words, end: fc.option(date, { nil: '' }) })
      .map(({ owner, name, end }) => ({ ...row, owner, values: { name, end } })),
  ),
  own(
    'remove-row',
    store.map((owner) => ({ register: 'people', owner, row: 'row-1' })),
  ),
  own(
    'save-draft',
    fc.record({ id, version: fc.nat(4), store }).map((some) => ({ ...save, ...some })),
  ),
  own(
    'choose',
    fc.record(
      { badge: fc.boolean(), notifications: fc.boolean(), language: fc.constantFrom('de', 'ja', null) },
      { requiredKeys: [] },
    ),
  ),
  own(
    'begin-round',
    fc.record(
      {
        round: id,
        minutes: fc.constantFrom(5, 10, 20),
        stores: fc.array(store, { minLength: 1, maxLength: 3 }),
        order: fc.constantFrom('store', 'check'),
      },
      { requiredKeys: ['round'] },
    ),
  ),
  own(
    'change-round',
    fc.oneof(
      fc.record({ id, round: id, kind: fc.constantFrom('skipped', 'back'), step: fc.nat(5) }),
      fc.record({ id, round: id, kind: fc.constantFrom('ended', 'closed', 'resumed') }),
    ),
  ),
  own('pause', fc.constantFrom({ for: null }, { for: 'hour' }, { for: 'told' })),
  { weight: 2, arbitrary: own('overview', fc.constant(null)) },
  {
    weight: 4,
    arbitrary: fc.constantFrom(...Object.entries(requests)).map(([request, { argument, from }]) => ({
      request,
      argument,
      from,
      tab: 1,
    })),
  },
)

/** What may be stored in place of the seller's values. */
export const damage = fc.dictionary(
  fc.constantFrom(
    ...[
      'stores',
      'settings',
      'showings',
      'round',
      'run/run-1',
      'register/store-1/people/row-1',
      'draft/draft-1/1',
    ],
    ...['record/login-1/two-step-on', 'record/store-1/user-list-review', 'journal/2026-03-04'],
    ...['register/store-1/payout-account/only', 'journal-dropped', 'damaged/settings', 'later/thing'],
  ),
  fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.constantFrom({ version: 99 }, 'x'.repeat(20_000), [], { version: 1 }, -1, 1e300),
  ),
  { maxKeys: 3, noNullPrototype: true },
)
