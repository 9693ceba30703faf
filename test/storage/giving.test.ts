import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Giving } from '../../src/domain/stored-data/giving'
import { contentsOf, type Raw, singleOf } from '../../src/storage/contents'
import { decodeExport, encodeExport } from '../../src/storage/export-file'
import { broughtBy, choicesToGive, given } from '../../src/storage/giving'
import { storesKind } from '../../src/storage/kinds/stores'
import { imported, previewOf } from '../../src/storage/merge'
import { withIdsFromAbroad } from '../../src/storage/owner-ids'
import { withTwins } from '../../src/storage/twins'
import { draftV1, journalDayV1, runV1, settingsV1 } from './fixtures'

const store = (id: string, name: string, more: object = {}) => ({
  id,
  name,
  login: 'login-1',
  fronts: ['sellercentral.amazon.de'],
  profile: {},
  ...more,
})
const measure = {
  id: 'own-m',
  title: 'Count the stock',
  every: 7,
  origin: { name: 'Appeal of March', on: '2026-03-01', draft: 'd' },
}
const ownCheck = (id: string, title: string, more: object = {}) => ({
  id,
  title,
  why: '',
  steps: [],
  recurs: { kind: 'days', every: 30 },
  counts: true,
  began: '2026-03-01',
  at: 1_772_600_000_000,
  ...more,
})
const row = (values: object) => ({ version: 1, values, at: 1_772_600_000_000 })
const record = (more: object) => ({ version: 2, events: ['e-1'], ...more })

/** Everything in it that should not be given unasked has “secret” in it. */
const own: Raw = {
  stores: {
    version: 3,
    stores: [
      store('store-1', 'Kettles', { who: 'Ana Ruiz', measures: [measure] }),
      store('store-2', 'Secret lamps', { who: 'Zed secret' }),
    ],
    current: 'store-2',
  },
  'own-checks': {
    version: 1,
    checks: [
      ownCheck('own-1', 'File the VAT return', { why: 'Kim Berg forgot once', steps: ['Log in'] }),
      ownCheck('own-2', 'Secret check'),
      ownCheck('own-3', 'Secret of the lamps', { store: 'store-2' }),
    ],
  },
  'record/store-1/user-list-review': record({
    checked: '2026-03-01',
    who: 'Kim Berg',
    note: 'secret note',
    before: { checked: '2026-02-01', note: 'secret before' },
    silenced: true,
  }),
  'record/store-1/apps-access-review': record({
    standing: { kind: 'not-for-me', on: '2026-03-01', reason: 'secret reason' },
    steps: ['Ask Kim first'],
  }),
  'record/store-1/deposit-check-before-payout': record({
    standing: { kind: 'handled-elsewhere', by: 'Secret Agency', on: '2026-03-01' },
  }),
  'record/store-1/own-1': record({ checked: '2026-03-02' }),
  'record/store-1/own-2': record({ checked: '2026-03-02', note: 'secret' }),
  'record/store-2/user-list-review': record({ checked: '2026-03-01', note: 'secret' }),
  'record/login-1/two-step-on': record({ checked: '2026-03-03' }),
  'record/computer/extension-audit': record({ checked: '2026-03-03', note: 'secret' }),
  'register/store-1/people/kim': row({ name: 'Kim Berg', kind: 'person', role: 'listings', note: 'secret' }),
  'register/store-1/people/lee': row({ name: 'Lee Secret', kind: 'person' }),
  'register/store-1/apps/helium': row({ name: 'Helium 10', purpose: 'Keywords, for Kim' }),
  'register/login-1/computers/desk': row({ name: 'Desk', owner: 'Ana Ruiz' }),
  'register/store-2/people/yun': row({ name: 'Yun Park', kind: 'person' }),
  'register/computer/extensions/x': row({ name: 'Secret extension' }),
  settings: settingsV1,
  showings: { version: 1, since: 1_772_600_000_000, opened: true, shown: [] },
  'journal/2026-03-04': journalDayV1,
  'run/run-1': runV1,
  'draft/d/1': draftV1,
  'damaged/settings': 'secret',
  'drawer/of-a-later-version': { version: 3, secret: 1 },
}
const nothing: Giving = { stores: ['store-1'], own: [], rows: [], names: [], notes: false, login: false }
const some: Giving = { ...nothing, own: ['own-1'], rows: ['register/store-1/apps/helium'] }

const gift = (giving: Giving, from = own) => {
  const found = given(contentsOf(from), giving)
  if (!found) throw new Error('nothing to give')
  return { ...found, text: encodeExport(found.raw, '2026-03-05', true) }
}
const read = async (text: string) => {
  const found = await decodeExport(text)
  if (found.kind === 'refused') throw new Error(found.why)
  return found
}
const mark = Math.floor(1_772_600_000_000).toString(36)
const abroad = { store: `store-1-${mark}`, login: `login-1-${mark}` }

describe('a file for a colleague', () => {
  test('has the chosen stores, their answers, and what was ticked, and nothing else', () => {
    const { raw } = gift(some)
    expect(Object.keys(raw).sort()).toEqual([
      'own-checks',
      `record/${abroad.store}/apps-access-review`,
      `record/${abroad.store}/own-1`,
      `record/${abroad.store}/user-list-review`,
      `register/${abroad.store}/apps/helium`,
      'stores',
    ])
    expect(JSON.stringify(raw)).not.toMatch(/secret|Kim Berg(?! forgot)|Ana|lamps/i)
    expect(raw[`record/${abroad.store}/user-list-review`]).toEqual({
      version: 1,
      checked: '2026-03-01',
      events: ['e-1'],
    })
    const { origin } = measure
    const promised = { ...measure, origin: { name: origin.name, on: origin.on } }
    expect(raw['stores']).toEqual({
      version: 1,
      stores: [store(abroad.store, 'Kettles', { login: abroad.login, measures: [promised] })],
      current: abroad.store,
    })
  })

  test('has names, notes and what is of the login once they are ticked', () => {
    const { raw } = gift({
      ...nothing,
      rows: ['register/store-1/people/kim', 'register/login-1/computers/desk'],
      names: ['Secret Agency'],
      notes: true,
      login: true,
    })
    expect(raw).toMatchObject({
      [`record/${abroad.store}/user-list-review`]: { who: 'Kim Berg', note: 'secret note' },
      [`record/${abroad.store}/apps-access-review`]: { standing: { reason: 'secret reason' } },
      [`record/${abroad.store}/deposit-check-before-payout`]: { standing: { by: 'Secret Agency' } },
      [`record/${abroad.login}/two-step-on`]: { checked: '2026-03-03' },
      [`register/${abroad.store}/people/kim`]: { values: { role: 'listings', note: 'secret' } },
      // Its user was not ticked.
      [`register/${abroad.login}/computers/desk`]: { values: { name: 'Desk' } },
    })
    expect(JSON.stringify(raw)).not.toMatch(/Ana Ruiz|Lee Secret|secret before/)
  })

  test('is made of stores that are there', () => {
    expect(given(contentsOf(own), { ...nothing, stores: ['store-9'] })).toBeUndefined()
    const removed = {
      ...own,
      stores: {
        version: 1,
        stores: [store('store-1', 'A', { removed: '2026-03-01' }), store('store-2', 'B')],
        current: 'store-2',
      },
    }
    expect(given(contentsOf(removed), nothing)).toBeUndefined()
  })

  test('shows before it is saved where someone is named who was not ticked', () => {
    expect(gift(some).naming).toEqual([
      { key: 'own-checks', text: 'Kim Berg forgot once', names: ['Kim Berg'] },
      { key: 'record/store-1/apps-access-review', text: 'Ask Kim first', names: ['Kim Berg'] },
      { key: 'register/store-1/apps/helium', text: 'Keywords, for Kim', names: ['Kim Berg'] },
    ])
    const withKim = { ...some, rows: [...some.rows, 'register/store-1/people/kim'] }
    expect(gift(withKim).naming).toEqual([])
  })

  test('is looked through for people of stores that are not given', () => {
    const note = { ...own, 'record/store-1/user-list-review': record({ note: 'Yun has the phone' }) }
    expect(gift({ ...nothing, notes: true }, note).naming[0]).toMatchObject({ names: ['Yun Park'] })
    expect(gift(nothing, note).naming).toMatchObject([{ text: 'Ask Kim first' }])
  })

  test('whatever is ticked, has no name of a record that was not, but in texts that are shown', () => {
    const { rows, names } = choicesToGive(contentsOf(own))
    const people = rows.filter(({ isPerson }) => isPerson)
    fc.assert(
      fc.property(
        fc.subarray(rows.map(({ key }) => key)),
        fc.subarray(names.map(({ name }) => name)),
        fc.subarray(['store-1', 'store-2'], { minLength: 1 }),
        fc.boolean(),
        fc.boolean(),
        (chosenRows, chosenNames, stores, notes, login) => {
          const giving = {
            stores,
            own: ['own-1' as const],
            rows: chosenRows,
            names: chosenNames,
            notes,
            login,
          }
          const { raw, naming } = gift(giving)
          const ticked = new Set([
            ...chosenNames,
            ...rows.filter(({ key }) => chosenRows.includes(key)).map(({ name }) => name),
          ])
          const shown = naming.map(({ text }) => text)
          const texts: string[] = []
          JSON.stringify(raw, (_, value) => {
            if (typeof value === 'string') texts.push(value)
            return value
          })
          for (const { name } of [...people, ...names])
            if (!ticked.has(name))
              expect(texts.filter((text) => text.includes(name) && !shown.includes(text))).toEqual([])
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('a colleague', () => {
  const theirs: Raw = {
    stores: { version: 1, stores: [store('store-1', 'Pans')], current: 'store-1' },
    'record/login-1/two-step-on': { version: 1, checked: '2026-01-01', events: ['x'] },
    'journal/2026-03-04': journalDayV1,
    showings: { version: 1, since: 1_700_000_000_000, opened: true, shown: [] },
  }
  const take = async (here: Raw, text: string) => {
    const file = withIdsFromAbroad((await read(text)).contents, contentsOf(here))
    return { file, after: (await imported(here, file, 'merge')) ?? {} }
  }
  const namesIn = (raw: Raw) => singleOf(contentsOf(raw), storesKind)?.stores.map(({ name }) => name)

  test('gets the store as another one, although both browsers call their first store the same', async () => {
    const { after } = await take(theirs, gift({ ...some, login: true }).text)
    expect(namesIn(after)).toEqual(['Pans', 'Kettles'])
    const { stores: _stores, ...others } = theirs
    expect(after).toMatchObject(others)
    expect(after).toHaveProperty([`record/${abroad.login}/two-step-on`])
  })

  test('who takes the same file again changes nothing', async () => {
    const { text } = gift(some)
    const { after } = await take(theirs, text)
    expect((await take(after, text)).after).toEqual(after)
  })

  test.each([
    ['nothing stored', {}],
    [
      'a new installation that has seen Seller Central',
      {
        stores: { version: 1, stores: [store('store-1', '')], current: 'store-1' },
        showings: theirs['showings'],
      },
    ],
  ])('with %s has the given store alone', async (_, here) => {
    const { text } = gift(some)
    const { file, after } = await take(here, text)
    expect(namesIn(after)).toEqual(['Kettles'])
    const preview = await previewOf(here, file, '2026-03-05')
    expect(preview.merge.stores).toMatchObject([{ name: 'Kettles', is: 'added' }])
  })

  test('who gives it back gives the store it was', async () => {
    const { after } = await take(theirs, gift(some).text)
    const answered = {
      ...after,
      [`record/${abroad.store}/own-1`]: record({ checked: '2026-03-09', events: ['e-2'] }),
    }
    const back = gift({ ...nothing, stores: [abroad.store], own: ['own-1'] }, answered)
    const { after: home } = await take(own, back.text)
    expect(namesIn(home)).toEqual(['Kettles', 'Secret lamps'])
    expect(home['record/store-1/own-1']).toMatchObject({ checked: '2026-03-09' })
  })

  test('whose whole export comes back names no store twice, in history and guides either', async () => {
    // It has their own first store too, unless it went: then the name is free for ours.
    const entry = { id: 'e-9', at: 1, day: '2026-03-09', store: abroad.store, what: { kind: 'store-named' } }
    const whole = {
      stores: {
        version: 1,
        stores: [store(abroad.store, 'Kettles', { login: abroad.login })],
        current: abroad.store,
      },
      'journal/2026-03-09': { version: 1, entries: [entry] },
      'run/r': { ...runV1, id: 'r', store: abroad.store },
      'draft/e/1': { ...draftV1, store: abroad.store },
    }
    const { after } = await take(own, encodeExport(whole, '2026-03-10'))
    expect(namesIn(after)).toEqual(['Kettles', 'Secret lamps'])
    expect(after).toMatchObject({
      'journal/2026-03-09': { entries: [{ ...entry, store: 'store-1' }] },
      'run/r': { store: 'store-1' },
      'draft/e/1': { store: 'store-1' },
    })
  })

  test('sees what the file brings', async () => {
    const brought = broughtBy((await read(gift({ ...some, notes: true }).text)).contents)
    expect(brought).toEqual({
      ...{ stores: ['Kettles'], answers: 3, own: 1, rows: 1, hasNotes: true },
      adapted: 1,
    })
    expect(broughtBy((await read(gift(some).text)).contents).hasNotes).toBe(false)
  })
})

describe('a colleague of someone with two computers', () => {
  const showings = (since: number) => ({ version: 1, since, opened: true, shown: [] })
  const mine = (events: string[], more: object = {}) => ({ version: 1, events, ...more })
  /** The second computer took in all that was on the first, and both went on. */
  const first: Raw = {
    stores: {
      version: 2,
      stores: [store('store-1', 'Kettles', { began: '2026-01-10' }), store('store-7f3a', 'Lamps')],
      current: 'store-1',
    },
    'record/store-1/user-list-review': mine(['e-1', 'e-2'], { checked: '2026-03-01' }),
    'record/store-7f3a/user-list-review': mine(['e-3'], { checked: '2026-03-01' }),
    'record/login-1/two-step-on': mine(['e-4'], { checked: '2026-03-01' }),
    showings: showings(1_772_600_000_000),
  }
  const second: Raw = {
    ...first,
    'record/store-1/user-list-review': mine(['e-1', 'e-2', 'e-9'], { checked: '2026-03-04' }),
    showings: showings(1_772_700_000_000),
  }
  const colleague: Raw = {
    stores: { version: 1, stores: [store('store-1', 'Pans')], current: 'store-1' },
    'record/store-1/user-list-review': mine(['x'], { checked: '2026-01-01' }),
    showings: showings(1_700_000_000_000),
  }
  const both: Giving = { ...nothing, stores: ['store-1', 'store-7f3a'], login: true }
  const taken = async (here: Raw, ...texts: string[]) => {
    let after = here
    let file = contentsOf({})
    for (const text of texts) {
      const now = contentsOf(after)
      file = withTwins(withIdsFromAbroad((await read(text)).contents, now), now)
      after = (await imported(after, file, 'merge')) ?? {}
    }
    return { after, file, stores: singleOf(contentsOf(after), storesKind)?.stores ?? [] }
  }
  const names = ({ stores }: Awaited<ReturnType<typeof taken>>) => stores.map(({ name }) => name)
  const from = (raw: Raw, giving = both) => gift(giving, raw).text

  test('gets each store once, with the later answer and one login', async () => {
    const found = await taken(colleague, from(first), from(second))
    expect(names(found)).toEqual(['Pans', 'Kettles', 'Lamps'])
    expect(found.after[`record/${abroad.store}/user-list-review`]).toMatchObject({ checked: '2026-03-04' })
    expect(Object.keys(found.after).filter((key) => key.startsWith('record/login'))).toEqual([
      `record/${abroad.login}/two-step-on`,
    ])
    // Their own first store is another one.
    expect(found.after['record/store-1/user-list-review']).toEqual(
      colleague['record/store-1/user-list-review'],
    )
  })

  test('sees before that the store is there already', async () => {
    const once = await taken(colleague, from(first))
    const now = contentsOf(once.after)
    const file = withIdsFromAbroad((await read(from(second))).contents, now)
    const { merge } = await previewOf(once.after, file, '2026-03-05')
    expect(merge.stores.map(({ name, is, added, changed }) => [name, is, added, changed])).toEqual([
      ['Pans', 'kept', 0, 0],
      ['Kettles', 'kept', 0, 1],
      ['Lamps', 'kept', 0, 0],
    ])
  })

  test('gets the login’s answers with another store of it, too', async () => {
    const lamps: Giving = { ...both, stores: ['store-7f3a'] }
    const found = await taken(colleague, from(first, lamps), from(second, lamps))
    expect(Object.keys(found.after).filter((key) => key.startsWith('record/login'))).toHaveLength(1)
  })

  test('gives back to either computer', async () => {
    const there = await taken(colleague, from(first))
    const back = gift(
      { ...nothing, stores: [abroad.store] },
      {
        ...there.after,
        [`record/${abroad.store}/user-list-review`]: mine(['e-1', 'e-2', 'e-c'], { checked: '2026-03-05' }),
      },
    )
    for (const computer of [first, second]) {
      const found = await taken(computer, back.text)
      expect(names(found)).toEqual(['Kettles', 'Lamps'])
      expect(found.after['record/store-1/user-list-review']).toMatchObject({ checked: '2026-03-05' })
    }
  })

  test('gets a store without an answer once, by its name, first day and store front', async () => {
    const silent = ({ stores, showings }: Raw): Raw => ({ stores, showings })
    const found = await taken(colleague, from(silent(first)), from(silent(second)))
    expect(names(found)).toEqual(['Pans', 'Kettles', 'Lamps'])
  })

  test.each([
    ['another first day', { began: '2026-01-11' }],
    ['another store front', { began: '2026-01-10', fronts: ['sellercentral.amazon.com'] }],
    ['another name', { began: '2026-01-10', name: 'Pots' }],
  ])('gets a store of someone else with %s as another one', async (_, more) => {
    const other: Raw = {
      stores: { version: 2, stores: [store('store-1', 'Kettles', more)], current: 'store-1' },
      'record/store-1/user-list-review': mine(['y'], { checked: '2026-03-01' }),
      showings: showings(1_772_700_000_000),
    }
    const found = await taken(colleague, from(first), from(other, nothing))
    expect(found.stores).toHaveLength(4)
  })

  test('who has both already keeps both, and no store of a file becomes another of it', async () => {
    const twice = await taken(colleague, from(first))
    const mark = Math.floor(1_772_700_000_000).toString(36)
    const own = storesKind.encode({
      stores: [...twice.stores, { ...store('store-1', 'Kettles'), id: `store-1-${mark}` }],
      current: 'store-1',
    })
    const here = { ...twice.after, stores: own, [`record/store-1-${mark}/user-list-review`]: mine(['e-1']) }
    const ids = (await taken(here, from(first), from(second))).stores.map(({ id }) => id)
    expect(new Set(ids).size).toBe(4)
    const everything = gift({ ...nothing, stores: ids }, here)
    const found = await taken(second, everything.text)
    expect(new Set(found.stores.map(({ id }) => id)).size).toBe(found.stores.length)
  })
})

describe('own checks and records that were made on each of two computers', () => {
  const checks = (...list: object[]) => ({ version: 1, checks: list })
  const stores = { version: 1, stores: [store('store-7f3a', 'Lamps')], current: 'store-7f3a' }
  const giving: Giving = {
    ...{ ...nothing, stores: ['store-7f3a'], own: ['own-a', 'own-b', 'own-c'] },
    rows: ['register/store-7f3a/people/k2', 'register/store-7f3a/apps/h2'],
  }
  const here: Raw = {
    stores,
    'own-checks': checks(
      ownCheck('own-1', 'File the VAT return'),
      ownCheck('own-2', 'Back up', { steps: ['Disk'] }),
    ),
    'record/store-7f3a/own-1': record({ checked: '2026-03-01' }),
    'register/store-7f3a/people/k1': row({ name: 'Kim Berg', kind: 'person', note: 'Mornings' }),
    'register/store-7f3a/apps/h1': row({ name: 'Helium 10', purpose: 'Keywords' }),
  }
  const there: Raw = {
    stores,
    'own-checks': checks(
      ownCheck('own-a', 'File the VAT return'),
      ownCheck('own-b', 'Back up', { steps: ['Cloud'] }),
      ownCheck('own-c', 'File the VAT return', { recurs: { kind: 'weeks', every: 2 } }),
    ),
    'record/store-7f3a/own-a': record({ checked: '2026-03-04', events: ['e-8'] }),
    'register/store-7f3a/people/k2': row({ name: 'Kim Berg', kind: 'person' }),
    'register/store-7f3a/apps/h2': row({ name: 'Helium 10', purpose: 'Prices' }),
  }
  const take = async () => {
    const file = withTwins((await read(gift(giving, there).text)).contents, contentsOf(here))
    return { after: (await imported(here, file, 'merge')) ?? {} }
  }

  test('come once if they say the same, with the later answer', async () => {
    const { after } = await take()
    expect(after['own-checks']).toMatchObject({
      checks: [{ id: 'own-1' }, { id: 'own-2' }, { id: 'own-b' }, { id: 'own-c' }],
    })
    expect(after['record/store-7f3a/own-1']).toMatchObject({ checked: '2026-03-04' })
    expect(after).not.toHaveProperty(['record/store-7f3a/own-a'])
  })

  test('and a record says nothing new, but keeps what is known here', async () => {
    const { after } = await take()
    expect(
      Object.keys(after)
        .filter((key) => key.startsWith('register/'))
        .sort(),
    ).toEqual(['register/store-7f3a/apps/h1', 'register/store-7f3a/apps/h2', 'register/store-7f3a/people/k1'])
    expect(after['register/store-7f3a/people/k1']).toEqual(here['register/store-7f3a/people/k1'])
  })

  test('are all counted as what the file brings', async () => {
    expect(broughtBy((await read(gift(giving, there).text)).contents)).toEqual({
      ...{ stores: ['Lamps'], answers: 1, adapted: 0, own: 3, rows: 2, hasNotes: false },
    })
  })
})

test('an interval, steps or a person alone are not counted as an answer', () => {
  const raw: Raw = {
    'record/store-1/user-list-review': record({ steps: ['Ask'] }),
    'record/store-1/apps-access-review': record({ pace: { every: 7, on: '2026-03-01' } }),
    'record/store-1/deposit-check-before-payout': record({ note: 'Later', who: 'Ana' }),
    'record/store-1/two-step-on': record({ checked: '2026-03-01', who: 'Ana' }),
  }
  expect(broughtBy(contentsOf(raw))).toMatchObject({ answers: 1, adapted: 4, hasNotes: true })
})

test('the file is an export that says it was given, and one without that word is a whole one', async () => {
  expect(await read(gift(some).text)).toMatchObject({ kind: 'read', made: '2026-03-05', given: true })
  expect(await read(encodeExport(own, '2026-03-05'))).not.toHaveProperty('given')
})
