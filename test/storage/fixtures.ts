// Stored values as they lie in sellers' browsers, written by hand. A row of a version that was shipped is never
// changed: a new shape gets rows of its own, and these stay for ever.

export const storesV1 = {
  version: 1,
  stores: [
    {
      id: 'store-1',
      name: 'Müller & Söhne',
      login: 'login-1',
      fronts: ['sellercentral.amazon.de', 'sellercentral.amazon.fr'],
      profile: { plan: 'professional', team: 'several', ships: 'both', help: 'agency' },
    },
    { id: 'store-2', name: '', login: 'login-1', fronts: [], profile: {}, removed: '2026-02-28' },
  ],
  current: 'store-1',
}

export const storesV2 = {
  version: 2,
  stores: [
    { id: 'store-1', name: '', login: 'login-1', fronts: [], profile: {}, began: '2026-03-02' },
    { id: 'store-2', name: 'Second shop', login: 'login-1', fronts: [], profile: {} },
  ],
  current: 'store-2',
}

export const recordsV1 = {
  'checked once': { version: 1, checked: '2026-03-04', events: ['e-1'] },
  'checked after a snooze': {
    version: 1,
    checked: '2026-03-04',
    before: { standing: { kind: 'planned', until: 1772611200000, on: '2026-03-03' }, note: 'ask Ana' },
    events: ['e-1', 'e-2'],
    note: 'ask Ana',
  },
  planned: {
    version: 1,
    standing: { kind: 'planned', until: 1772611200000, on: '2026-03-03' },
    before: {},
    events: ['e-1'],
  },
  'handled elsewhere': {
    version: 1,
    standing: { kind: 'handled-elsewhere', by: 'our agency', on: '2026-03-03' },
    before: {},
    events: ['e-1'],
  },
  'not for me': {
    version: 1,
    standing: { kind: 'not-for-me', on: '2026-03-03', reason: 'we have no staff' },
    before: {},
    events: ['e-1'],
  },
  'not for me, without a reason': {
    version: 1,
    standing: { kind: 'not-for-me', on: '2026-03-03' },
    events: ['e-1'],
  },
  'reported, by a day': {
    version: 1,
    happened: { what: 'somebody-left', on: '2026-03-04', by: { day: '2026-03-05' } },
    before: {},
    events: ['e-1'],
  },
  'reported, by an hour': {
    version: 1,
    happened: { what: 'laptop-lost', on: '2026-03-04', by: { at: 1772618400000 } },
    before: {},
    events: ['e-1'],
  },
  'reported, not before a day': {
    version: 1,
    happened: {
      what: 'account-deactivated',
      on: '2026-03-04',
      by: { day: '2026-05-03' },
      from: '2026-05-03',
    },
    before: {},
    events: ['e-1'],
  },
  'closed on a page': { version: 1, quietUntil: 1772704800000, events: ['e-1'] },
  'shown twice without an answer': { version: 1, unanswered: 2, quietUntil: 1772704800000, events: [] },
  'only in popup and dashboard': { version: 1, silenced: true, before: { unanswered: 3 }, events: ['e-1'] },
  'own interval': { version: 1, pace: { every: 45, on: '2026-03-01' }, before: {}, events: ['e-1'] },
  'switched off': { version: 1, pace: { every: 'off', on: '2026-03-01' }, before: {}, events: ['e-1'] },
  'everything taken back': { version: 1, events: ['e-1', 'e-2'] },
}

export const storesV3 = {
  version: 3,
  stores: [
    { id: 'store-1', name: '', login: 'login-1', fronts: [], profile: {}, began: '2026-03-02', who: 'Ana' },
    { id: 'store-2', name: 'Second shop', login: 'login-1', fronts: [], profile: {} },
  ],
  current: 'store-2',
}

export const recordsV2 = {
  adapted: {
    version: 2,
    checked: '2026-03-04',
    steps: ['Ask Ana for the phone'],
    who: 'Ben',
    before: {
      steps: ['Ask Ana'],
      undo: { of: 'e-1', on: '2026-03-04' },
      before: { who: 'Ana', undo: { of: 'e-0', on: '2026-03-04' } },
    },
    events: ['e-0', 'e-1'],
  },
}

export const ownChecksV1 = {
  version: 1,
  checks: [
    {
      id: 'own-vat',
      title: 'File the VAT return',
      why: 'A late return costs a fine.',
      steps: ['Download the report', 'Send it to Ana'],
      recurs: { kind: 'months', every: 3, month: 1, day: 31 },
      page: 'payments-reports',
      store: 'store-1',
      counts: true,
      began: '2026-03-02',
      at: 1772441400000,
    },
    {
      id: 'own-weekly',
      title: 'Back up the listings',
      why: '',
      steps: [],
      recurs: { kind: 'weeks', every: 2 },
      counts: false,
      began: '2026-03-02',
      at: 1772441400000,
      archived: '2026-03-03',
    },
    {
      id: 'own-payout',
      title: 'Read the statement',
      why: '',
      steps: [],
      recurs: { kind: 'payouts' },
      counts: false,
      began: '2026-03-02',
      at: 1772441400000,
    },
    {
      id: 'own-2',
      title: 'Compare each batch with a sample',
      why: '',
      steps: [],
      recurs: { kind: 'days', every: 7 },
      store: 'store-1',
      counts: false,
      began: '2026-03-02',
      at: 1772441400000,
      origin: { name: 'Appeal of March', on: '2026-03-01', draft: 'draft-1' },
    },
  ],
}

export const settingsV1 = { version: 1, who: 'Ana' }

export const settingsFullV1 = {
  version: 1,
  who: 'Ana',
  pause: { until: 1772704800000 },
  quietHours: { from: 20, to: 8 },
  badge: false,
  notifications: false,
  loginHosts: ['www.amazon.com', 'www.amazon.de'],
  language: 'zh-CN',
}

export const showingsV1 = {
  version: 1,
  since: 1772611200000,
  opened: true,
  shown: [1772614800000, 1772629200000],
}

export const roundV1 = {
  version: 1,
  id: 'round-1',
  on: '2026-03-03',
  order: 'check',
  minutes: 20,
  steps: [
    {
      store: 'store-1',
      check: 'two-step-on',
      minutes: 2,
      outcome: { kind: 'checked', on: '2026-03-03', event: 'e-1' },
    },
    {
      store: 'store-1',
      check: 'user-list-review',
      minutes: 3,
      outcome: { kind: 'skipped', on: '2026-03-04' },
    },
    {
      store: 'store-2',
      check: 'user-list-review',
      minutes: 3,
      outcome: { kind: 'later', on: '2026-03-04', event: 'e-3', elsewhere: true },
    },
    { store: 'store-1', check: 'own-2', minutes: 5 },
  ],
  at: 3,
  ended: '2026-03-04',
  closed: true,
  imported: '2026-03-04',
  events: ['round-1', 'e-2'],
}

export const shortRoundV1 = {
  version: 1,
  id: 'round-1',
  on: '2026-03-04',
  order: 'store',
  steps: [
    { store: 'store-1', check: 'two-step-on', minutes: 2 },
    { store: 'store-1', check: 'user-list-review', minutes: 3 },
  ],
  at: 0,
  events: ['round-1'],
}

export const journalDayV1 = {
  version: 1,
  entries: [
    {
      id: 'e-1',
      at: 1772614800000,
      day: '2026-03-04',
      store: 'store-1',
      what: { kind: 'answered', item: 'two-step-on', answer: { kind: 'checked' } },
      who: 'Ana',
    },
    {
      id: 'e-2',
      at: 1772614860000,
      day: '2026-03-04',
      store: 'store-1',
      what: {
        kind: 'answered',
        item: 'user-list-review',
        answer: { kind: 'snoozed', for: { day: '2026-04-01' } },
      },
      onPage: true,
    },
    {
      id: 'e-3',
      at: 1772614920000,
      day: '2026-03-04',
      store: 'store-2',
      what: { kind: 'happened', what: 'somebody-left' },
    },
  ],
}

export const journalDroppedV1 = { version: 1, entries: 120, through: '2024-01-31' }

export const journalDropsV1 = {
  version: 1,
  drops: [
    { on: '2026-01-30', from: '2023-12-01', through: '2024-01-28' },
    { on: '2026-02-02', from: '2024-01-29', through: '2024-01-31' },
  ],
}

export const runV1 = {
  version: 1,
  id: 'run-1',
  playbook: 'funds-cleared',
  store: 'store-1',
  from: '2026-03-04',
  log: [
    { id: 'run-1', at: 1772614800000, kind: 'started' },
    { id: 'e-1', at: 1772614860000, kind: 'stepped', step: 'which-case', answer: 'withheld' },
    {
      id: 'e-2',
      at: 1772614920000,
      kind: 'wrote',
      step: 'withheld-read',
      what: 'note',
      text: 'they name two listings',
    },
    { id: 'e-3', at: 1772614930000, kind: 'wrote', step: 'withheld-read', what: 'case', text: '12345678901' },
    {
      id: 'e-4',
      at: 1772614940000,
      kind: 'wrote',
      step: 'withheld-read',
      what: 'evidence',
      text: '',
      struck: true,
    },
    { id: 'e-5', at: 1772614950000, kind: 'struck', of: 'e-4' },
    { id: 'e-6', at: 1772614960000, kind: 'stepped', step: 'withheld-read' },
    { id: 'e-7', at: 1772614970000, kind: 'undone', step: 'withheld-read' },
    {
      id: 'e-8',
      at: 1772614980000,
      kind: 'clock-started',
      clock: 'day-60',
      way: 'from',
      on: '2026-03-04',
      due: { day: '2026-05-03' },
      figure: 'funds-appeal',
    },
    {
      id: 'e-9',
      at: 1772614990000,
      kind: 'clock-started',
      clock: 'health-call',
      way: 'by',
      on: '2026-03-04',
      due: { at: 1772838000000 },
      figure: 'aha-respond',
    },
    { id: 'e-10', at: 1772615000000, kind: 'told', clock: 'as-written', way: 'by', day: '2026-03-20' },
    { id: 'e-11', at: 1772615010000, kind: 'met', clock: 'as-written' },
    { id: 'e-12', at: 1772615020000, kind: 'closed', outcome: 'partly' },
    { id: 'e-13', at: 1772615030000, kind: 'resumed' },
  ],
}

export const storesPromisedV1 = {
  version: 1,
  stores: [
    {
      id: 'store-1',
      name: '',
      login: 'login-1',
      fronts: [],
      profile: {},
      payouts: { kind: 'every', days: 14, from: '2026-01-31' },
      measures: [
        {
          id: 'own-1a2b3c4d',
          title: 'Compare each batch with a sample',
          every: 7,
          origin: { name: 'Appeal of March', on: '2026-03-04', draft: 'draft-1' },
        },
        { id: 'own-2', title: 'Count the stock', every: 30, origin: { name: '', on: '2026-03-04' } },
      ],
    },
    {
      id: 'store-2',
      name: '',
      login: 'login-2',
      fronts: [],
      profile: {},
      payouts: { kind: 'on-request' },
    },
  ],
  current: 'store-1',
}

export const registerRowV1 = {
  version: 1,
  values: { name: 'Ana', kind: 'person', role: 'Shipping', login: 'ana@shop.example', end: '2026-03-04' },
  at: 1772614800000,
  reported: '2026-03-04',
}

export const draftV1 = {
  version: 1,
  store: 'store-1',
  run: 'run-1',
  rev: 'e-1',
  at: 1772614800000,
  removed: '2026-03-05',
  content: {
    title: 'Appeal of March',
    noticed: '2026-03-03',
    reference: '12345',
    happened: 'Late shipments\nCancelled orders',
    cause: 'One packer was ill',
    done: [{ what: 'Refunded the buyers', on: '2026-03-04' }],
    measures: [{ id: 'own-1a2b3c4d', what: 'Compare each batch', who: 'Ana', every: 7 }],
    evidence: [{ name: 'refunds.pdf', on: '' }],
  },
}

export const emptyDraftV1 = {
  version: 1,
  store: 'store-1',
  rev: 'e-1',
  at: 1772614800000,
  content: {
    title: 'x',
    noticed: '',
    reference: '',
    happened: '',
    cause: '',
    done: [],
    measures: [{ id: 'own-2', what: '', who: '', every: '' }],
    evidence: [],
  },
}

export const organizationV1 = {
  version: 1,
  given: { cardsPerDay: 3, contactPhone: '110', later: { x: [1] } },
  stores: [],
}
