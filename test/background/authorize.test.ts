import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { authorize } from '../../src/background/authorize'
import { longestName, longestNote, longestReason } from '../../src/domain/answer'
import { longestPart, longestTitle } from '../../src/domain/appeals/draft'
import type { Request } from '../../src/messages/protocol'
import { amazonLogin, storeFronts } from '../../src/pages/hosts'
import { onPage, own, ownPage, strangers } from '../support/platform'
import { by, check, measure, requests, row, runBy, save, written, wrote } from '../support/requests'

const all = Object.entries(requests) as [Request, { argument: unknown; from: string }][]

describe('who may ask what', () => {
  const senders = [
    ['own page', ownPage],
    ['own page', { ...ownPage, tab: { id: 3 }, frameId: 0 }],
    ['own page', { ...ownPage, origin: undefined }],
    ['store front', onPage()],
    ['store front', { ...onPage(), origin: undefined }],
    ...storeFronts.map(({ host }) => ['store front', onPage(host)] as const),
    // Where the seller has let the script run.
    ...amazonLogin.map(({ host }) => ['store front', onPage(host)] as const),
  ] as const

  test.each(
    all.flatMap(([request, { argument, from }]) =>
      senders.map(
        ([kind, sender]) => [request, kind, sender.origin ?? sender.url, { argument, from, sender }] as const,
      ),
    ),
  )('%s, asked by our %s (%s)', (request, kind, place, { argument, from, sender }) => {
    // A script tells the host it runs on.
    const said =
      (request === 'visit' || request === 'claim') && kind === from
        ? { ...(argument as object), host: new URL(place ?? '').host }
        : argument
    expect(authorize({ request, argument: said }, sender, own)).toEqual(
      kind === from ? { request, argument: said } : 'refused',
    )
  })

  test.each(
    strangers.flatMap(([who, sender]) =>
      all.map(([request, { argument }]) => [who, request, argument, sender] as const),
    ),
  )('%s may not ask for %s', (_, request, argument, sender) => {
    expect(authorize({ request, argument }, sender, own)).toBe('refused')
  })

  test('whoever sends it, only a store front or our own page is ever heard', () => {
    const text = fc.oneof(
      fc.webUrl(),
      fc.string(),
      fc.constantFrom(own.origin, own.id, 'https://sellercentral.amazon.com', 'https://www.amazon.com'),
    )
    const sender = fc.record(
      {
        id: text,
        origin: text,
        url: text,
        frameId: fc.constantFrom(0, 1, -1),
        tab: fc.record({ id: fc.integer() }, { requiredKeys: [] }),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(sender, fc.constantFrom(...all), (who, [request, { argument, from }]) => {
        const admitted = authorize({ request, argument }, who, own)
        if (admitted === 'refused') return
        expect(who.id).toBe(own.id)
        const places =
          from === 'own page' ? [own.origin] : ['https://sellercentral.amazon.com', 'https://www.amazon.com']
        expect(places.some((place) => `${who.origin ?? who.url}/`.startsWith(`${place}/`))).toBe(true)
      }),
      { numRuns: 500, seed: 20260304 },
    )
  })
})

describe('what is no request of ours is left to others', () => {
  test.each([
    undefined,
    null,
    0,
    true,
    '',
    'overview',
    [],
    ['overview', null],
    {},
    { request: 'overview', argument: null, extra: 1 },
    { request: 'toString', argument: null },
    { request: '__proto__', argument: null },
    { request: 'constructor', argument: null },
    { request: ['overview'], argument: null },
    { request: 'Overview', argument: null },
    { type: 'overview' },
  ])('%j', (message) => {
    expect(authorize(message, ownPage, own)).toBeUndefined()
    expect(authorize(message, onPage(), own)).toBeUndefined()
    expect(authorize(message, {}, own)).toBeUndefined()
  })
})

test.each([1, null, ['a'], 'x'.repeat(101)])('what a page shows is named by a short text: %j', (since) => {
  expect(authorize({ request: 'overview', argument: null, since }, ownPage, own)).toBe('refused')
  expect(authorize({ request: 'overview', argument: null, since: 'w/1' }, ownPage, own)).toMatchObject({
    since: 'w/1',
  })
})

test('a page of Amazon’s does not hear when something was stored', () => {
  expect(authorize({ request: 'free', argument: null, since: '' }, onPage(), own)).toBe('refused')
})

const answer = (given: unknown) => ({ ...by, kind: 'answered', item: 'two-step-on', answer: given })
const disguises = [
  ['a line break', '\n'],
  ['a tab', '\t'],
  ['a zero byte', '\u0000'],
  ['a bell', '\u0007'],
  ['an escape', '\u001b[31m'],
  ['a C1 control', '\u0085'],
  ['an override to the left', '\u202e'],
  ['an embedding', '\u202a'],
  ['an isolate', '\u2066'],
  ['the end of an isolate', '\u2069'],
] as const
const disguised = disguises.flatMap(([what, sign]) =>
  (
    [
      ['change', 'a reason', answer({ kind: 'dismissed', reason: `no ${sign}staff` })],
      ['change', 'who handles it', answer({ kind: 'handled-elsewhere', by: `our ${sign}agency` })],
      ['change', 'a store’s name', { ...by, kind: 'store-named', name: `my ${sign}shop` }],
      [
        'change',
        'a new store’s name',
        { ...by, kind: 'store-added', name: `my ${sign}shop`, login: 'login-1' },
      ],
      ['name-self', 'the seller’s own name', { who: `An${sign}a` }],
      ...(sign === '\n'
        ? []
        : ([
            ['change', 'a note', answer({ kind: 'noted', note: `ask ${sign}Ana` })],
            ['change-run', 'a line of a log', { ...wrote, text: `ask ${sign}Ana` }],
          ] as const)),
    ] as const
  ).map(([request, where, argument]) => [`${what} in ${where}`, request, argument] as const),
)

const malformed: readonly (readonly [what: string, request: Request, argument: unknown])[] = [
  ['a line without words', 'change-run', { ...wrote, text: '' }],
  ['a line that is too long', 'change-run', { ...wrote, text: 'x'.repeat(longestNote + 1) }],
  ['a line of an unknown sort', 'change-run', { ...wrote, what: 'password' }],
  ['a run without an id', 'change-run', { ...wrote, run: '' }],
  ['a step that is no name', 'change-run', { ...wrote, step: '../record' }],
  ['more than an event of a run', 'change-run', { ...wrote, html: '<p>' }],
  ['a day that does not exist', 'change-run', { ...runBy, kind: 'told', clock: 'day-60', day: '2026-02-30' }],
  ['a clock without its day', 'change-run', { ...runBy, kind: 'clock-started', clock: 'day-60' }],
  ['an outcome of another kind', 'change-run', { ...runBy, kind: 'closed', outcome: 'won' }],
  ['a playbook that is not there', 'start-playbook', { run: 'r', playbook: 'fire', store: 'store-1' }],
  [
    'a day that is no day',
    'start-playbook',
    { run: 'r', playbook: 'hijack', store: 'store-1', from: 'today' },
  ],
  ['nothing', 'change', undefined],
  ['null', 'change', null],
  ['a text', 'change', 'checked'],
  ['a list', 'change', [check]],
  ['an empty object', 'change', {}],
  ['an unknown kind', 'change', { ...check, kind: 'forgotten' }],
  ['no id', 'change', { ...check, id: undefined }],
  ['an empty id', 'change', { ...check, id: '' }],
  ['a long id', 'change', { ...check, id: 'x'.repeat(41) }],
  ['an id with a slash', 'change', { ...check, id: '../record' }],
  ['a store with a slash', 'change', { ...check, store: 'store-1/two-step-on' }],
  ['a number for a store', 'change', { ...check, store: 1 }],
  ['an unknown item', 'change', { ...check, item: 'left-the-catalogue' }],
  ['an item of every object', 'change', { ...check, item: 'toString' }],
  ['one key too many', 'change', { ...check, at: 0 }],
  ['one key too many in the answer', 'change', answer({ kind: 'checked', checked: '2020-01-01' })],
  ['an unknown answer', 'change', answer({ kind: 'done' })],
  ['an unknown snooze', 'change', answer({ kind: 'snoozed', for: 'next-year' })],
  ['a snooze to no day', 'change', answer({ kind: 'snoozed', for: { day: '2026-02-30' } })],
  ['a snooze to a moment', 'change', answer({ kind: 'snoozed', for: 1772618400000 })],
  ['nobody who handles it', 'change', answer({ kind: 'handled-elsewhere', by: '' })],
  [
    'a reason that is too long',
    'change',
    answer({ kind: 'dismissed', reason: 'x'.repeat(longestReason + 1) }),
  ],
  ['a reason that is no text', 'change', answer({ kind: 'dismissed', reason: { toString: 'x' } })],
  ['a note that is too long', 'change', answer({ kind: 'noted', note: 'x'.repeat(longestNote + 1) })],
  ['a card number in a note', 'change', answer({ kind: 'noted', note: '4111 1111 1111 1111' })],
  ['a seed as a reason', 'change', answer({ kind: 'dismissed', reason: 'JBSW Y3DP EHPK 3PXP' })],
  ['a token for a name', 'change', answer({ kind: 'handled-elsewhere', by: 'Atzr|IwEBIExample123' })],
  [
    'a key for a measure',
    'change',
    { ...by, kind: 'measure-promised', measure: { ...measure, title: 'AKIAIOSFODNN7EXAMPLE' } },
  ],
  [
    'an IBAN for where it was promised',
    'change',
    {
      ...by,
      kind: 'measure-promised',
      measure: { ...measure, origin: { ...measure.origin, name: 'DE89370400440532013000' } },
    },
  ],
  ['a row of a long name', 'put-row', { ...row, row: 'x'.repeat(21) }],
  ['a note of ten thousand', 'change', answer({ kind: 'noted', note: 'x'.repeat(10_000) })],
  ['a name of ten million', 'change', { ...by, kind: 'store-named', name: 'x'.repeat(10_000_000) }],
  ['a host of ten million', 'visit', { page: 'home', host: 'x'.repeat(10_000_000) }],
  ['an interval of 0 days', 'change', answer({ kind: 'paced', every: 0 })],
  ['an interval of 731 days', 'change', answer({ kind: 'paced', every: 731 })],
  ['half a day', 'change', answer({ kind: 'paced', every: 1.5 })],
  ['an interval as text', 'change', answer({ kind: 'paced', every: '7' })],
  ['no number', 'change', answer({ kind: 'paced', every: Number.NaN })],
  ['an unknown incident', 'change', { ...by, kind: 'happened', what: 'meteor' }],
  ['an unknown host', 'change', { ...by, kind: 'fronts-chosen', fronts: ['evil.example'] }],
  ['a host with a path', 'change', { ...by, kind: 'fronts-chosen', fronts: ['sellercentral.amazon.com/x'] }],
  ['a host that is an address', 'change', { ...by, kind: 'fronts-chosen', fronts: ['javascript:alert(1)'] }],
  [
    'too many hosts',
    'change',
    { ...by, kind: 'fronts-chosen', fronts: Array(51).fill('sellercentral.amazon.com') },
  ],
  [
    'an unknown answer to a question',
    'change',
    { ...by, kind: 'profile-answered', profile: { plan: 'vendor' } },
  ],
  ['an unknown question', 'change', { ...by, kind: 'profile-answered', profile: { colour: 'red' } }],
  [
    'a question of every object',
    'change',
    { ...by, kind: 'profile-answered', profile: JSON.parse('{"__proto__":{"plan":"individual"}}') },
  ],
  ['a name that is too long', 'change', { ...by, kind: 'store-named', name: 'x'.repeat(longestName + 1) }],
  [
    'payouts every day',
    'change',
    { ...by, kind: 'payouts-told', rhythm: { kind: 'every', days: 1, from: '2026-03-01' } },
  ],
  [
    'payouts from no day',
    'change',
    { ...by, kind: 'payouts-told', rhythm: { kind: 'every', days: 14, from: '' } },
  ],
  ['payouts as one likes', 'change', { ...by, kind: 'payouts-told', rhythm: { kind: 'daily' } }],
  ['payouts with more', 'change', { ...by, kind: 'payouts-told', rhythm: { kind: 'on-request', iban: 'x' } }],
  [
    'a measure under a check’s id',
    'change',
    { ...by, kind: 'measure-promised', measure: { ...measure, id: 'two-step-on' } },
  ],
  [
    'a measure without words',
    'change',
    { ...by, kind: 'measure-promised', measure: { ...measure, title: ' ' } },
  ],
  [
    'a measure of every 0 days',
    'change',
    { ...by, kind: 'measure-promised', measure: { ...measure, every: 0 } },
  ],
  [
    'a measure of no day',
    'change',
    { ...by, kind: 'measure-promised', measure: { ...measure, origin: { name: 'x', on: 'once' } } },
  ],
  [
    'an answer to what is no check, from a card',
    'answer-card',
    { ...by, item: 'own-1/two-step-on', answer: { kind: 'checked' } },
  ],
  [
    'a card for what is no check',
    'claim',
    {
      page: 'home',
      host: 'sellercentral.amazon.com',
      again: { store: 'store-1', item: 'own-1/two-step-on' },
    },
  ],
  ['an unknown register', 'put-row', { ...row, register: 'secrets' }],
  ['an unknown field', 'put-row', { ...row, values: { password: 'x' } }],
  ['a field of every object', 'put-row', { ...row, values: JSON.parse('{"__proto__":"x"}') }],
  ['a row of ten thousand', 'put-row', { ...row, values: { note: 'x'.repeat(10_000) } }],
  ['a row whose name turns direction', 'put-row', { ...row, values: { name: 'a\u202eb' } }],
  ['a row with a path', 'put-row', { ...row, row: '../stores' }],
  ['an owner with a path', 'remove-row', { register: 'people', owner: 'store-1/people', row: 'row-1' }],
  ['a draft with a path', 'draft', { draft: '../stores', version: 1 }],
  ['version 0', 'draft', { draft: 'draft-1', version: 0 }],
  ['a draft with a file', 'save-draft', { ...save, content: { ...written, files: ['data:'] } }],
  [
    'a draft of ten million',
    'save-draft',
    { ...save, content: { ...written, cause: 'x'.repeat(longestPart + 1) } },
  ],
  [
    'a draft of a thousand measures',
    'save-draft',
    { ...save, content: { ...written, measures: Array(1000).fill(written.measures[0]) } },
  ],
  [
    'a title that is too long',
    'save-draft',
    { ...save, content: { ...written, title: 'x'.repeat(longestTitle + 1) } },
  ],
  ['a login with a slash', 'change', { ...by, kind: 'login-chosen', login: 'a/b' }],
  ['an argument where there is none', 'overview', {}],
  ['no argument', 'overview', undefined],
  ['a page that does not exist', 'visit', { page: 'checkout', host: 'sellercentral.amazon.com' }],
  ['a host that is no store front', 'visit', { page: 'home', host: 'www.amazon.cn' }],
  ['a host that is no store front', 'claim', { page: 'home', host: 'www.amazon.cn', again: null }],
  ['an address', 'visit', { page: 'home', host: 'sellercentral.amazon.com', address: 'https://x' }],
  ['a title', 'visit', { page: 'home', host: 'sellercentral.amazon.com', title: 'Home' }],
  ['no day', 'journal', { before: 'yesterday' }],
  ['nothing at all', 'journal', {}],
  ['a name that is too long', 'name-self', { who: 'x'.repeat(longestName + 1) }],
  ['a name that is a list', 'name-self', { who: ['Ana'] }],
  // A page’s script can send anything in the name of a content script.
  [
    'a day of one’s own on a card',
    'answer-card',
    { ...by, item: 'two-step-on', answer: { kind: 'snoozed', for: { day: '2026-04-01' } } },
  ],
  [
    'a reason on a card',
    'answer-card',
    { ...by, item: 'two-step-on', answer: { kind: 'dismissed', reason: 'x' } },
  ],
  ['a note on a card', 'answer-card', { ...by, item: 'two-step-on', answer: { kind: 'noted', note: 'x' } }],
  [
    'who handles it on a card',
    'answer-card',
    { ...by, item: 'two-step-on', answer: { kind: 'handled-elsewhere', by: 'x' } },
  ],
  [
    'an interval on a card',
    'answer-card',
    { ...by, item: 'two-step-on', answer: { kind: 'paced', every: 'off' } },
  ],
  ['an undo of nothing', 'change', { ...check, answer: { kind: 'undone' } }],
  ['an undo of nothing on a card', 'answer-card', { ...by, item: 'two-step-on', answer: { kind: 'undone' } }],
  ['putting back on a card', 'answer-card', { ...by, item: 'two-step-on', answer: { kind: 'restored' } }],
  ['a text on a card', 'answer-card', { ...by, item: 'two-step-on', answer: { kind: 'checked', text: 'x' } }],
  ['an incident on a card', 'answer-card', { ...by, kind: 'happened', what: 'somebody-left' }],
  ['an empty store in a tab', 'choose-store', { store: '' }],
  ['a list of stores in a tab', 'choose-store', { store: ['store-1'] }],
  ['no word on whether it is asked again', 'claim', { page: 'home', host: 'sellercentral.amazon.com' }],
  [
    'a card about an unknown item',
    'claim',
    {
      page: 'home',
      host: 'sellercentral.amazon.com',
      again: { store: 'store-1', item: 'left-the-catalogue' },
    },
  ],
  [
    'a card with a text',
    'claim',
    {
      page: 'home',
      host: 'sellercentral.amazon.com',
      again: { store: 'store-1', item: 'two-step-on', title: 'x' },
    },
  ],
  [
    'putting an item off pages on a card',
    'answer-card',
    { ...by, item: 'two-step-on', answer: { kind: 'silenced' } },
  ],
  ['going on with cards on a card', 'answer-card', { ...by, item: 'two-step-on', answer: { kind: 'kept' } }],
  [
    'a showing that nobody but the background knows of',
    'change',
    { ...by, kind: 'shown', item: 'two-step-on' },
  ],
  ['a pause of ten years', 'pause', { for: 'ten-years' }],
  ['a pause until a moment', 'pause', { for: { until: 4_000_000_000_000 } }],
  ['quiet hours from 24', 'choose', { quietHours: { from: 24, to: 8 } }],
  ['quiet hours from half past', 'choose', { quietHours: { from: 20.5, to: 8 } }],
  ['quiet hours without an end', 'choose', { quietHours: { from: 20 } }],
  ['a badge that is a text', 'choose', { badge: 'yes' }],
  ['another setting', 'choose', { who: 'Ana' }],
  ['a date format of the page’s own', 'choose', { dateFormat: "'the' dd" }],
  ['a date format in other letters', 'choose', { dateFormat: 'DD/MM/YYYY' }],
  ['no date format at all', 'choose', { dateFormat: '' }],
  ['a corner of the page’s own', 'choose', { corner: 'middle' }],
  ['a clock by its hours', 'choose', { clock: 24 }],
  ['a clock as browsers call it', 'choose', { clock: 'h23' }],
  ['a login on a store front', 'choose', { loginHosts: ['sellercentral.amazon.com'] }],
  ['a login on any site', 'choose', { loginHosts: ['evil.example'] }],
  ['a login with a pattern', 'choose', { loginHosts: ['*.amazon.com'] }],
  ['too many logins', 'choose', { loginHosts: Array(50).fill('www.amazon.com') }],
  ['a tab by name', 'sees', { tab: 'current' }],
  ['no tab', 'sees', {}],
  ['a key of a thousand signs', 'read-raw', { key: 'x'.repeat(1000) }],
  ['a list of keys', 'put-back', { id: 'event-1', key: ['settings'] }],
  ['an export from nowhere', 'export', {}],
  ['a piece before the first', 'import-piece', { file: 'file-1', index: -1, text: '' }],
  ['a piece behind the last', 'import-piece', { file: 'file-1', index: 1_000_000, text: '' }],
  ['a piece of a megabyte', 'import-piece', { file: 'file-1', index: 0, text: 'x'.repeat(1024 * 1024) }],
  ['a piece that is no text', 'import-piece', { file: 'file-1', index: 0, text: { length: 1 } }],
  ['a file of endless pieces', 'import-preview', { file: 'file-1', pieces: Number.POSITIVE_INFINITY }],
  [
    'another way to import',
    'import',
    { id: 'event-1', file: 'file-1', pieces: 1, mode: 'append', withoutBackup: false },
  ],
  [
    'no word on the backup before an import',
    'import',
    { id: 'event-1', file: 'file-1', pieces: 1, mode: 'replace' },
  ],
  ['a backup by its date', 'restore-backup', { id: 'event-1', backup: new Date(0), withoutBackup: false }],
  ['no word on what is reset', 'reset', { id: 'event-1', withoutBackup: false }],
  ['an empty store to reset', 'reset', { id: 'event-1', store: '', withoutBackup: false }],
  ...disguised,
]

describe('what a request does not take is refused', () => {
  const senderOf = (request: Request) => (requests[request].from === 'own page' ? ownPage : onPage())

  test.each(malformed)('%s: %s', (_, request, argument) => {
    expect(authorize({ request, argument }, senderOf(request), own)).toBe('refused')
  })

  test.each(all)('%s with one key too many', (request, { argument }) => {
    if (argument === null) return
    expect(
      authorize({ request, argument: { ...(argument as object), extra: 1 } }, senderOf(request), own),
    ).toBe('refused')
    const polluted = JSON.parse(JSON.stringify(argument).replace(/^\{/, '{"__proto__":{"x":1},'))
    expect(authorize({ request, argument: polluted }, senderOf(request), own)).toBe('refused')
  })

  test('text in any language, with signs and emoji, passes', () => {
    for (const name of [
      'Müller & Söhne',
      '深圳市有限公司',
      'شركة البيع',
      "O'Neill <b>",
      '=1+1',
      '👩‍💻 Shop',
      '',
    ]) {
      const argument = { ...by, kind: 'store-named', name }
      expect(authorize({ request: 'change', argument }, ownPage, own), name).toEqual({
        request: 'change',
        argument,
      })
    }
    const note = answer({ kind: 'noted', note: 'first line\nsecond line' })
    expect(authorize({ request: 'change', argument: note }, ownPage, own)).toEqual({
      request: 'change',
      argument: note,
    })
  })

  // It overflows the stack instead, and who asked gets no reply.
  test('a note of ten million', () => {
    const argument = answer({ kind: 'noted', note: 'x'.repeat(10_000_000) })
    expect(authorize({ request: 'change', argument }, ownPage, own)).toBe('refused')
  })

  // The comment at `line` promises it.
  test.each([
    ['spaces for a name', { ...by, kind: 'store-named', name: '   ' }],
    ['a space who handles it', answer({ kind: 'handled-elsewhere', by: ' ' })],
  ])('what is typed arrives trimmed: %s', (_, argument) => {
    const admitted = authorize({ request: 'change', argument }, ownPage, own)
    expect(JSON.stringify(admitted)).not.toContain('" ')
  })

  test.each([
    ['a line separator', '\u2028'],
    ['half a sign', '\ud800'],
  ])('%s in a name', (_, sign) => {
    const argument = { ...by, kind: 'store-named', name: `my ${sign}shop` }
    expect(authorize({ request: 'change', argument }, ownPage, own)).toBe('refused')
  })

  test('an interval that is too short for a password', () => {
    const argument = {
      ...by,
      kind: 'answered',
      item: 'password-age-review',
      answer: { kind: 'paced', every: 7 },
    }
    expect(authorize({ request: 'change', argument }, ownPage, own)).toBe('refused')
  })

  test.each(['+275760-09-13', '+200000-01-01', '-000001-01-01'])('a snooze to %s', (day) => {
    expect(
      authorize({ request: 'change', argument: answer({ kind: 'snoozed', for: { day } }) }, ownPage, own),
    ).toBe('refused')
  })

  test('a visit to another host than the one the script runs on', () => {
    const argument = { page: 'home', host: 'sellercentral.amazon.de' }
    expect(authorize({ request: 'visit', argument }, onPage('sellercentral.amazon.com'), own)).toBe('refused')
  })
})

describe('tricks', () => {
  test('what is admitted is a copy: nothing that is changed later changes it', () => {
    const argument = structuredClone(answer({ kind: 'dismissed', reason: 'no staff' })) as Record<
      string,
      unknown
    >
    const admitted = authorize({ request: 'change', argument }, ownPage, own)
    const before = structuredClone(admitted)
    argument['item'] = 'mailbox-secured'
    ;(argument['answer'] as Record<string, unknown>)['reason'] = 'x'.repeat(10_000)
    expect(admitted).toEqual(before)
  })

  test('a getter is asked once, and what it says later does not count', () => {
    let asked = 0
    const argument = {
      ...by,
      kind: 'answered',
      answer: { kind: 'checked' },
      get item() {
        asked += 1
        return asked === 1 ? 'two-step-on' : 'left-the-catalogue'
      },
    }
    const admitted = authorize({ request: 'change', argument }, ownPage, own)
    if (admitted !== 'refused') expect(JSON.stringify(admitted)).not.toContain('left-the-catalogue')
  })

  test('nothing that is sent is thrown back, and what is admitted is what was asked', () => {
    const anything = fc.oneof(
      fc.jsonValue(),
      fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true }),
    )
    const bent = fc
      .tuple(fc.constantFrom(...all), fc.string(), anything)
      .map(([[request, { argument }], key, value]) => ({
        request,
        argument: argument === null ? value : { ...(argument as object), [key]: value },
      }))
    fc.assert(
      fc.property(fc.oneof(anything, bent), fc.constantFrom(ownPage, onPage()), (message, sender) => {
        const admitted = authorize(message, sender, own)
        if (admitted === undefined || admitted === 'refused') return
        expect(admitted.argument).toEqual((message as { argument: unknown }).argument)
        expect(JSON.stringify(admitted).length).toBeLessThan(10_000)
      }),
      { numRuns: 2000, seed: 20260304 },
    )
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })
})
