import type { Draft } from '../../src/domain/appeals/draft'
import type { Argument, Request } from '../../src/messages/protocol'

export const by = { id: 'event-1', store: 'store-1' }
export const check = { ...by, kind: 'answered', item: 'two-step-on', answer: { kind: 'checked' } } as const

export const runBy = { id: 'event-1', run: 'run-1' }
export const wrote = {
  ...runBy,
  kind: 'wrote',
  step: 'mailbox',
  what: 'note',
  text: 'two rules\nfound',
} as const

export const written: Draft = {
  title: 'Appeal of March',
  noticed: '2026-03-03',
  reference: '12345',
  happened: 'Late shipments\nCancelled orders',
  cause: 'One packer was ill\nThe stock count was wrong',
  done: [{ what: 'Refunded the buyers', on: '2026-03-04' }],
  measures: [{ id: 'own-1', what: 'Count the stock', who: 'Ana', every: 7 }],
  evidence: [{ name: 'refunds.pdf', on: '' }],
}
export const save = {
  id: 'event-1',
  draft: 'draft-1',
  version: 1,
  base: null,
  store: 'store-1',
  content: written,
}
export const measure = {
  id: 'own-1',
  title: 'Count the stock',
  every: 7,
  origin: { name: 'Appeal of March', on: '2026-03-04', draft: 'draft-1' },
}
export const row = { register: 'people', owner: 'store-1', row: 'row-1', values: { name: 'Ana' } } as const

/** A valid argument for each request, and who may send it. */
export const requests: { [R in Request]: { argument: Argument<R>; from: 'own page' | 'store front' } } = {
  visit: { argument: { page: 'home', host: 'sellercentral.amazon.com' }, from: 'store front' },
  claim: {
    argument: {
      page: 'home',
      host: 'sellercentral.amazon.com',
      again: { store: 'store-1', item: 'two-step-on' },
    },
    from: 'store front',
  },
  free: { argument: null, from: 'store front' },
  'not-calm': { argument: null, from: 'store front' },
  'answer-card': {
    argument: { ...by, item: 'two-step-on', answer: { kind: 'checked' } },
    from: 'store front',
  },
  'show-beside': { argument: { ...by, item: 'two-step-on' }, from: 'store front' },
  'choose-store': { argument: { store: null }, from: 'store front' },
  'account-may-differ': { argument: null, from: 'store front' },
  'say-store': { argument: { tab: 1, store: 'store-1' }, from: 'own page' },
  overview: { argument: null, from: 'own page' },
  change: { argument: check, from: 'own page' },
  journal: { argument: { before: null }, from: 'own page' },
  'name-self': { argument: { who: 'Ana' }, from: 'own page' },
  pause: { argument: { for: 'today' }, from: 'own page' },
  choose: {
    argument: {
      quietHours: { from: 20, to: 8 },
      badge: false,
      notifications: true,
      cardsPerDay: 3,
      cardGapHours: null,
      loginHosts: ['www.amazon.com'],
      language: 'ja',
      letterLanguage: 'de',
      fillLetters: true,
      roundOpensPages: true,
      dateFormat: 'yyyy-MM-dd',
      clock: '24-hour',
      corner: 'top-start',
    },
    from: 'own page',
  },
  data: { argument: null, from: 'own page' },
  raw: { argument: null, from: 'own page' },
  backups: { argument: null, from: 'own page' },
  'backup-file': { argument: { backup: 'backup-1' }, from: 'own page' },
  'read-raw': { argument: { key: 'record/store-1/two-step-on' }, from: 'own page' },
  'put-back': { argument: { id: 'event-1', key: 'damaged/record/store-1/two-step-on' }, from: 'own page' },
  'backup-parts': { argument: { backup: 'backup-1' }, from: 'own page' },
  'restore-part': { argument: { id: 'event-1', backup: 'backup-1', key: 'settings' }, from: 'own page' },
  export: { argument: { after: 'record/store-1/two-step-on' }, from: 'own page' },
  'giving-choices': { argument: null, from: 'own page' },
  give: {
    argument: {
      stores: ['store-1'],
      own: [],
      rows: ['register/store-1/people/row-1'],
      names: ['Ana'],
      notes: true,
      login: false,
    },
    from: 'own page',
  },
  'import-piece': { argument: { file: 'file-1', index: 0, text: '{"format":' }, from: 'own page' },
  'import-preview': { argument: { file: 'file-1', pieces: 1 }, from: 'own page' },
  import: {
    argument: { id: 'event-1', file: 'file-1', pieces: 1, mode: 'merge', withoutBackup: false },
    from: 'own page',
  },
  'restore-backup': {
    argument: { id: 'event-1', backup: 'backup-1', withoutBackup: false },
    from: 'own page',
  },
  reset: { argument: { id: 'event-1', store: null, withoutBackup: false }, from: 'own page' },
  'delete-backups': { argument: null, from: 'own page' },
  calendar: { argument: null, from: 'own page' },
  month: { argument: { month: '2026-03' }, from: 'own page' },
  'year-of-checks': { argument: null, from: 'own page' },
  report: { argument: null, from: 'own page' },
  runs: { argument: null, from: 'own page' },
  'start-playbook': {
    argument: { run: 'run-1', playbook: 'hijack', store: 'store-1', from: '2026-03-04' },
    from: 'own page',
  },
  'change-run': { argument: wrote, from: 'own page' },
  'begin-round': {
    argument: { round: 'round-1', minutes: 10, stores: ['store-1'], order: 'check' },
    from: 'own page',
  },
  'change-round': {
    argument: { id: 'event-1', round: 'round-1', kind: 'skipped', step: 0 },
    from: 'own page',
  },
  registers: { argument: null, from: 'own page' },
  'put-row': { argument: row, from: 'own page' },
  'remove-row': { argument: { register: 'people', owner: 'store-1', row: 'row-1' }, from: 'own page' },
  drafts: { argument: null, from: 'own page' },
  draft: { argument: { draft: 'draft-1', version: 1 }, from: 'own page' },
  'save-draft': { argument: { ...save, run: 'run-1' }, from: 'own page' },
  'set-draft-aside': { argument: { draft: 'draft-1', aside: true }, from: 'own page' },
  'forget-draft': { argument: { draft: 'draft-1' }, from: 'own page' },
  panel: { argument: { window: 1 }, from: 'own page' },
  'keep-panel': {
    argument: {
      window: 1,
      view: 'page',
      draft: { store: 'store-1', item: 'two-step-on', note: 'The app is on my phone' },
      scroll: { of: 'user-permissions', top: 120 },
      guide: { run: 'run-1', step: 'mailbox' },
      typed: [{ store: 'store-1', field: 'run-1 mailbox note', text: 'Two rules deleted' }],
    },
    from: 'own page',
  },
  'show-in-panel': { argument: { id: 'event-1', window: 1, view: 'round' }, from: 'own page' },
  sees: { argument: { tab: 1 }, from: 'own page' },
  'sees-in': { argument: { tabs: [1, 2] }, from: 'own page' },
}
