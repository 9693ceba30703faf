import {
  draftV1,
  emptyDraftV1,
  journalDayV1,
  journalDroppedV1,
  journalDropsV1,
  organizationV1,
  ownChecksV1,
  recordsV1,
  recordsV2,
  registerRowV1,
  runV1,
  settingsFullV1,
  shortRoundV1,
  showingsV1,
  storesPromisedV1,
  storesV1,
} from '../storage/fixtures'

const [first, second] = storesPromisedV1.stores

/** A value under every kind of key, as stored for a seller who uses everything. */
export const populated: Readonly<Record<string, unknown>> = {
  stores: {
    ...storesPromisedV1,
    stores: [{ ...first, fronts: storesV1.stores[0]?.fronts, profile: { team: 'several' } }, second],
  },
  settings: {
    ...settingsFullV1,
    cardsPerDay: 3,
    cardGapHours: 2,
    letterLanguage: 'de',
    fillLetters: true,
    roundOpensPages: true,
    dateFormat: 'yyyy-MM-dd',
    clock: '24-hour',
  },
  showings: { ...showingsV1, told: 1772611200000 },
  round: shortRoundV1,
  'own-checks': ownChecksV1,
  'record/login-1/two-step-on': {
    ...recordsV1['checked after a snooze'],
    pace: { every: 45, on: '2026-03-01' },
  },
  'record/store-1/user-list-review': recordsV1['reported, by an hour'],
  'record/store-1/own-2': recordsV1.planned,
  'record/computer/extension-audit': recordsV1['not for me'],
  'record/login-1/backup-code-method': recordsV2.adapted,
  'journal/2026-03-03': {
    version: 1,
    entries: [
      { kind: 'answered', item: 'own-2', answer: { kind: 'handled-elsewhere', by: 'our agency' } },
      { kind: 'measure-promised', measure: { ...first?.measures?.[0] } },
      {
        kind: 'run-stepped',
        run: 'run-1',
        playbook: 'funds-cleared',
        step: 'which-case',
        answer: 'withheld',
      },
      { kind: 'run-closed', run: 'run-1', playbook: 'funds-cleared', outcome: 'partly' },
      { kind: 'store-named', name: 'Kettles' },
      { kind: 'own-check-put', check: { title: 'File the VAT return' } },
      { kind: 'store-assigned', who: 'Ana' },
      { kind: 'answered', item: 'own-vat', answer: { kind: 'assigned', who: 'Ben' } },
      { kind: 'of-a-later-version', more: ['x'] },
    ].map((what, at) => ({
      id: `f-${at}`,
      at: 1772527800000 + at,
      day: '2026-03-03',
      store: 'store-1',
      what,
      who: 'Ana',
    })),
  },
  'journal/2026-03-04': journalDayV1,
  'journal-dropped': journalDroppedV1,
  'journal-drops': journalDropsV1,
  'run/run-1': runV1,
  'register/store-1/people/row-1': registerRowV1,
  'register/login-1/computers/row-1': {
    version: 1,
    values: { name: 'PC', since: '2026-01-02' },
    at: 1772614800000,
  },
  'register/store-1/payout-account/only': {
    version: 1,
    values: { digits: '123', note: 'x' },
    at: 1772614800000,
  },
  'draft/draft-1/1': draftV1,
  'draft/draft-1/2': { ...emptyDraftV1, rev: 'e-2' },
  'damaged/record/login-1/two-step-on': recordsV1['own interval'],
  organization: organizationV1,
  'written-by': { version: 1, extension: '0.1.0' },
  applied: { version: 1, id: 'e-9', gone: ['record/store-1/nothing'] },
}

/** The kind of value a key has. */
export const kindOf = (key: string): string => key.split('/')[0] ?? ''

export const oneOfEachKind: readonly string[] = Object.keys(populated).filter(
  (key, at, all) => all.findIndex((one) => kindOf(one) === kindOf(key)) === at,
)

/** Hostile to a script, a page, a spreadsheet, a calendar and a reader. */
export const hostile = '=1\r\nATTACH:https://evil.example\u0000\u202e<img src=x onerror=alert(1)>'

/** Applies `change` to each part of a value, except its version, which identifies the shape. */
function each(value: unknown, change: (leaf: string | number | boolean) => unknown): unknown {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return change(value)
  if (Array.isArray(value)) return value.map((one) => each(one, change))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, name === 'version' ? one : each(one, change)]),
  )
}

/** The same value with each of its lists repeated until it is huge. */
function lengthened(value: unknown): unknown {
  if (Array.isArray(value) && value.length > 0)
    return Array.from({ length: 40_001 }, (_, at) => value[at % value.length])
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, lengthened(one)]))
}

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text)

/** Ways to damage a whole value. */
export const damages: Readonly<Record<string, (value: unknown) => unknown>> = {
  'is a text': () => hostile,
  'is a list': () => [[]],
  'is empty': () => ({}),
  'is of a later version': () => ({ version: 99, stores: 1 }),
  'has objects for its parts': (value) => each(value, () => ({ toString: 1, valueOf: 1, constructor: 1 })),
  'has hostile texts': (value) => each(value, (leaf) => (typeof leaf === 'string' ? hostile : leaf)),
  'has hostile texts beside its ids and days': (value) =>
    each(value, (leaf) => (typeof leaf === 'string' && /[^\w-]/.test(leaf) ? hostile : leaf)),
  'has names of every object': (value) =>
    each(value, (leaf) => (typeof leaf === 'string' && !isDay(leaf) ? '__proto__' : leaf)),
  'has huge texts': (value) => each(value, (leaf) => (typeof leaf === 'string' ? 'x'.repeat(40_001) : leaf)),
  'has huge lists': lengthened,
  'tells of the year 2099': (value) =>
    each(value, (leaf) => {
      if (typeof leaf === 'number' && leaf > 1e9) return Date.UTC(2099, 0)
      return typeof leaf === 'string' && isDay(leaf) ? '2099-12-31' : leaf
    }),
  'tells of the last day there is': (value) =>
    each(value, (leaf) => {
      if (typeof leaf === 'number' && leaf > 1e9) return 8.64e15
      return typeof leaf === 'string' && isDay(leaf) ? '9999-12-31' : leaf
    }),
  'has a prototype of its own': (value) =>
    JSON.parse(
      JSON.stringify(value)
        .replace(/\{/g, '{"__proto__":{"polluted":1},"constructor":{"prototype":1},')
        .replace(/,\}/g, '}'),
    ),
}

/** Damages each part of a value separately: yields its path and the value with that part replaced. */
export function* partsDamaged(value: unknown, by: unknown): Generator<[where: string, damaged: unknown]> {
  if (typeof value !== 'object' || value === null) {
    yield ['', by]
    return
  }
  for (const [name, one] of Object.entries(value)) {
    for (const [where, damaged] of partsDamaged(one, by)) {
      const copy = Array.isArray(value) ? [...value] : { ...value }
      Object.assign(copy, { [name]: damaged })
      yield [`/${name}${where}`, copy]
    }
  }
}
