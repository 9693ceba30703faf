import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { items } from '../../src/domain/items'
import { organizationKeys, whyIgnored } from '../../src/domain/organization'
import { readPolicy } from '../../src/storage/policy/managed-policy'
import { anyPolicy } from '../support/any-policy'
import { fuzzing, fuzzTimeout, tried } from '../support/fuzz'

const read = (given: Record<string, unknown>) => readPolicy(given)
/** What a policy sets, when nothing of it is ignored. */
function set(given: Record<string, unknown>) {
  const { organization, ignored } = read(given)
  expect(ignored).toEqual([])
  return organization
}
/** What a policy sets, and why each of the rest is ignored. */
function ignored(given: Record<string, unknown>) {
  const { organization, ignored } = read(given)
  return {
    organization,
    why: ignored.map(({ key, line, why }) => [key, ...(line === undefined ? [] : [line]), why].join(' – ')),
  }
}

describe('what an administrator can set', () => {
  test('nothing', () => {
    expect(set({})).toEqual({})
  })

  test('a language', () => {
    expect(set({ language: 'zh-CN' })).toEqual({ language: 'zh-CN' })
  })

  test('quiet hours, also across midnight', () => {
    expect(set({ quietHoursFrom: 20, quietHoursTo: 7 })).toEqual({ quietHours: { from: 20, to: 7 } })
  })

  test('how many cards, and how far apart', () => {
    expect(set({ cardsPerDay: 1, hoursBetweenCards: 24 })).toEqual({ cardsPerDay: 1, cardGapHours: 24 })
  })

  test('a hidden welcome page', () => {
    expect(set({ hideWelcome: true })).toEqual({ hidesWelcome: true })
    expect(set({ hideWelcome: false })).toEqual({})
  })

  test('whom to call, or only a part of it', () => {
    const contact = {
      contactName: 'Ana Weiß',
      contactPhone: '+49 (0)30 123-45 #6',
      contactEmail: 'ana@example.com',
    }
    expect(set(contact)).toEqual({
      contact: { name: 'Ana Weiß', phone: '+49 (0)30 123-45 #6', email: 'ana@example.com' },
    })
    expect(set({ contactPhone: '110' })).toEqual({ contact: { phone: '110' } })
  })

  test('a link to its own instructions, with the host as a browser reads it', () => {
    expect(set({ instructions: 'https://Intranet.example.com:8443/amazon?a=1#b' }).instructions).toEqual({
      address: 'https://intranet.example.com:8443/amazon?a=1#b',
      host: 'intranet.example.com:8443',
    })
    // Letters that look like others show as what they are.
    expect(set({ instructions: 'https://аmazon.com/' }).instructions?.host).toBe('xn--mazon-3ve.com')
  })

  test('shorter intervals', () => {
    expect(set({ intervals: ['trusted-device-review: 14', 'two-step-on:90'] }).intervals).toEqual({
      'trusted-device-review': 14,
      'two-step-on': 90,
    })
  })

  test('checks of its own, by what is to be done', () => {
    const { ownChecks = [] } = set({
      ownChecks: [
        'Renew the insurance | every 12 months from 2026-04-30 | account-info | The landlord asks for it',
        'Read the price list | every 2 weeks',
        'Back up | every 1 day | | ',
        'Count the cash|before payouts|payments-dashboard',
      ],
    })
    expect(ownChecks.map(({ title, why, recurs, page, began }) => [title, why, recurs, page, began])).toEqual(
      [
        [
          ...['Renew the insurance', 'The landlord asks for it'],
          ...[{ kind: 'months', every: 12, month: 4, day: 30 }, 'account-info', '2026-04-30'],
        ],
        ['Read the price list', '', { kind: 'weeks', every: 2 }, undefined, '2000-01-01'],
        ['Back up', '', { kind: 'days', every: 1 }, undefined, '2000-01-01'],
        ['Count the cash', '', { kind: 'payouts' }, 'payments-dashboard', '2000-01-01'],
      ],
    )
    expect(ownChecks.every(({ id, set, counts }) => /^own-org-[\w-]+$/.test(id) && set && counts)).toBe(true)
  })

  test('each interval that a seller’s own checks can have', () => {
    const often = [
      ...['every day', 'every 30 days', 'every week', 'every 2 weeks', 'every month from 2026-01-31'],
      ...['every 4 months from 2026-05-31', 'every year from 2028-02-29', 'before payouts'],
    ]
    const { ownChecks = [] } = set({ ownChecks: often.map((one, at) => `Check ${at} | ${one}`) })
    expect(ownChecks.map(({ recurs, began }) => [recurs, began])).toEqual([
      [{ kind: 'days', every: 1 }, '2000-01-01'],
      [{ kind: 'days', every: 30 }, '2000-01-01'],
      [{ kind: 'weeks', every: 1 }, '2000-01-01'],
      [{ kind: 'weeks', every: 2 }, '2000-01-01'],
      [{ kind: 'months', every: 1, month: 1, day: 31 }, '2026-01-31'],
      [{ kind: 'months', every: 4, month: 5, day: 31 }, '2026-05-31'],
      [{ kind: 'months', every: 12, month: 2, day: 29 }, '2028-02-29'],
      [{ kind: 'payouts' }, '2000-01-01'],
    ])
  })

  test('up to five steps of a check, each as long as a seller’s own', () => {
    const long = 'x'.repeat(200)
    const { ownChecks = [] } = set({
      ownChecks: [
        'Back up | every 2 days',
        'Renew the insurance | every year from 2026-04-30',
        'Rest | every day',
      ],
      ownCheckSteps: [
        'Renew the insurance | Ask two insurers||Sign ',
        `Back up | ${[long, long, long, long, long].join(' | ')}`,
      ],
    })
    expect(ownChecks.map(({ title, steps }) => [title, steps])).toEqual([
      ['Back up', [long, long, long, long, long]],
      ['Renew the insurance', ['Ask two insurers', 'Sign']],
      ['Rest', []],
    ])
    // Another id would lose the answers that sellers gave.
    const [without] = set({ ownChecks: ['Back up | every 2 days'] }).ownChecks ?? []
    expect(ownChecks[0]?.id).toBe(without?.id)
  })

  test('stores, with store fronts and a shared login', () => {
    const { stores = [] } = set({
      stores: [
        'Acme Europe | sellercentral.amazon.de, sellercentral.amazon.fr | Office',
        'Acme US | sellercentral.amazon.com | Office',
        'Acme Japan',
        'Acme UK | | Office',
      ],
    })
    expect(stores.map(({ id: _id, login: _login, ...rest }) => rest)).toEqual([
      { name: 'Acme Europe', fronts: ['sellercentral.amazon.de', 'sellercentral.amazon.fr'] },
      { name: 'Acme US', fronts: ['sellercentral.amazon.com'] },
      { name: 'Acme Japan' },
      { name: 'Acme UK' },
    ])
    expect(new Set(stores.map(({ id }) => id)).size).toBe(4)
    expect(new Set(stores.map(({ login }) => login)).size).toBe(2)
  })

  test('a store has the same id wherever its name is read, in any list and form', () => {
    const [one] = set({ stores: ['Café'] }).stores ?? []
    const [, same] = set({ stores: ['Other', 'Cafe\u0301 | sellercentral.amazon.de'] }).stores ?? []
    expect(same?.id).toBe(one?.id)
    // Another id would lose the answers that sellers gave.
    expect(one?.id).toBe('org-1ln98yx-4qah0r')
  })
})

describe('what is ignored, and why', () => {
  test.each<[what: string, given: Record<string, unknown>, why: readonly string[]]>([
    ['an unknown setting', { colour: 'red' }, ['colour – unknown-key']],
    ['a text for a number', { cardsPerDay: '2' }, ['cardsPerDay – wrong-type']],
    ['a fraction', { cardsPerDay: 1.5 }, ['cardsPerDay – wrong-type']],
    ['no cards at all', { cardsPerDay: 0 }, ['cardsPerDay – out-of-range']],
    ['cards every hour', { hoursBetweenCards: 1 }, ['hoursBetweenCards – out-of-range']],
    [
      'an hour that no clock shows',
      { quietHoursFrom: 8, quietHoursTo: 24 },
      ['quietHoursTo – out-of-range', 'quietHoursFrom – half'],
    ],
    ['half of the quiet hours', { quietHoursTo: 8 }, ['quietHoursTo – half']],
    ['quiet hours without an end', { quietHoursFrom: 8, quietHoursTo: 8 }, ['quietHoursFrom – out-of-range']],
    ['a language we do not have', { language: 'tlh' }, ['language – not-known']],
    ['a yes as a text', { hideWelcome: 'yes' }, ['hideWelcome – wrong-type']],
    ['an empty name', { contactName: ' ' }, ['contactName – malformed']],
    ['a name that reads another way', { contactName: 'A\u202eb' }, ['contactName – disguised']],
    ['a long name', { contactName: 'x'.repeat(61) }, ['contactName – too-long']],
    ['no phone number', { contactPhone: 'call me' }, ['contactPhone – malformed']],
    ['no email address', { contactEmail: 'ana at example' }, ['contactEmail – malformed']],
    ['an address that is not https', { instructions: 'http://example.com' }, ['instructions – not-https']],
    ['a script', { instructions: 'javascript:alert(1)' }, ['instructions – not-https']],
    [
      'an address with a name in front',
      { instructions: 'https://sellercentral.amazon.com@example.com' },
      ['instructions – malformed'],
    ],
    ['no address', { instructions: 'intranet' }, ['instructions – malformed']],
    ['a text for a list', { intervals: 'two-step-on: 9' }, ['intervals – wrong-type']],
    ['a number in a list', { intervals: [7] }, ['intervals – 7 – wrong-type']],
    ['a check that is not there', { intervals: ['two-steps: 7'] }, ['intervals – two-steps: 7 – not-known']],
    [
      'a name that every object has',
      { intervals: ['constructor: 7'] },
      ['intervals – constructor: 7 – not-known'],
    ],
    [
      'an interval longer than usual',
      { intervals: ['two-step-on: 91'] },
      ['intervals – two-step-on: 91 – longer'],
    ],
    [
      'an interval too short for the check',
      { intervals: ['password-age-review: 7'] },
      ['intervals – password-age-review: 7 – out-of-range'],
    ],
    [
      'a check that is done once',
      { intervals: ['password-strong-unique: 7'] },
      ['intervals – password-strong-unique: 7 – not-recurring'],
    ],
    ['no interval', { intervals: ['two-step-on'] }, ['intervals – two-step-on – malformed']],
    [
      'a store front that is not Amazon’s',
      { stores: ['A | sellercentral-amazon.de'] },
      ['stores – A | sellercentral-amazon.de – not-known'],
    ],
    [
      'a store without a name',
      { stores: ['| sellercentral.amazon.de'] },
      ['stores – | sellercentral.amazon.de – malformed'],
    ],
    ['a store with too many parts', { stores: ['A|||'] }, ['stores – A||| – malformed']],
  ])('%s', (_, given, why) => {
    expect(ignored(given)).toEqual({ organization: {}, why })
  })

  test('a bad line costs only itself, and the second of two alike', () => {
    const { organization, why } = ignored({
      intervals: ['two-step-on: 30', 7, 'x', 'two-step-on: 14'],
      stores: ['A', 'A | sellercentral.amazon.de'],
    })
    expect(organization.intervals).toEqual({ 'two-step-on': 30 })
    expect(organization.stores?.map(({ name, fronts }) => [name, fronts])).toEqual([['A', undefined]])
    expect(why).toEqual([
      'intervals – 7 – wrong-type',
      'intervals – x – malformed',
      'intervals – two-step-on: 14 – twice',
      'stores – A | sellercentral.amazon.de – twice',
    ])
  })

  test.each([
    ['Renew the insurance', 'malformed'],
    ['| every 2 days', 'malformed'],
    ['A | sometimes', 'malformed'],
    ['A | every 3 months', 'malformed'],
    ['A | every 3 months from 2026-02-30', 'malformed'],
    ['A | every 2 days from 2026-04-30', 'malformed'],
    ['A | every 2 days | home | why | more', 'malformed'],
    ['A | every 2 days | no-page', 'not-known'],
    ['A | every 0 days', 'out-of-range'],
    ['A | every 5 months from 2026-04-30', 'out-of-range'],
    [`${'A'.repeat(200)} | every 2 days`, 'too-long'],
  ])('a line that is no check: %s', (line, why) => {
    const { organization, ignored: reasons } = read({ ownChecks: [line, 'Back up | every 2 days'] })
    expect(reasons.map((one) => one.why)).toEqual([why])
    expect(organization.ownChecks).toHaveLength(1)
  })

  test.each([
    ['every day from 2026-04-30', 'malformed'],
    ['every year', 'malformed'],
    ['every year from April 30', 'malformed'],
    ['every 2 years from 2026-04-30', 'out-of-range'],
    ['every 105 weeks', 'out-of-range'],
  ])('an interval that no check has: %s', (often, why) => {
    expect(read({ ownChecks: [`Back up | ${often}`] }).ignored.map((one) => one.why)).toEqual([why])
  })

  test.each([
    ['Back up', 'malformed'],
    ['Back up | |', 'malformed'],
    ['| Plug in the disk', 'malformed'],
    ['Clean up | Sweep', 'not-known'],
    ['Back up | 1 | 2 | 3 | 4 | 5 | 6', 'out-of-range'],
    [`Back up | ${'x'.repeat(201)}`, 'too-long'],
    ['Back up | Plug\u202ein', 'disguised'],
    ['Rest | Again', 'twice'],
  ])('steps that are no steps of a check cost only themselves: %s', (line, why) => {
    const { organization, ignored: reasons } = read({
      ownChecks: ['Back up | every 2 days', 'Rest | every day'],
      ownCheckSteps: ['Rest | Sit down', line],
    })
    expect(reasons.map(({ key, why }) => [key, why])).toEqual([['ownCheckSteps', why]])
    expect(organization.ownChecks?.map(({ steps }) => steps)).toEqual([[], ['Sit down']])
  })

  test('steps of a check that is itself ignored', () => {
    expect(ignored({ ownChecks: ['Rest | never'], ownCheckSteps: ['Rest | Sit down'] })).toEqual({
      organization: {},
      why: ['ownChecks – Rest | never – malformed', 'ownCheckSteps – Rest | Sit down – not-known'],
    })
  })

  test('the same check twice', () => {
    const { why } = ignored({ ownChecks: ['Back up | every 2 days', 'Back up | every 9 days'] })
    expect(why).toEqual(['ownChecks – Back up | every 9 days – twice'])
  })

  test('only so many lines of a list, and no more reasons than a person reads', () => {
    const { organization, why } = ignored({ stores: Array.from({ length: 700 }, (_, at) => `Store ${at}`) })
    expect(organization.stores).toHaveLength(500)
    expect(why).toHaveLength(100)
  })

  test('a long or odd key is shown on one short line', () => {
    const [line] = read({ [`${'x'.repeat(200)}\n`]: 1 }).ignored
    expect(line?.key).toHaveLength(80)
  })
})

test('fuzz: reads any policy without failing: each part has an effect or a reason, and nothing is looser than usual', {
  timeout: fuzzTimeout,
}, () => {
  let policies = 0
  fc.assert(
    fc.property(anyPolicy, (given) => {
      policies += 1
      const { organization, ignored } = read(given)
      for (const { key, why } of ignored) {
        expect(whyIgnored).toContain(why)
        expect(key.length).toBeLessThanOrEqual(80)
      }
      for (const [id, days] of Object.entries(organization.intervals ?? {})) {
        const cadence = items.find((item) => item.id === id)?.cadence
        expect(cadence?.kind === 'every' && days <= cadence.days).toBe(true)
      }
      expect(organization.cardsPerDay ?? 1).toBeLessThanOrEqual(3)
      expect(organization.cardGapHours ?? 2).toBeGreaterThanOrEqual(2)
      expect(organization.instructions?.address ?? 'https://').toMatch(/^https:\/\//)
      expect(structuredClone(organization)).toEqual(organization)
    }),
    { seed: 20261129, ...fuzzing(1000, 0.03) },
  )
  tried('policies', policies)
})

test('the schema for Chrome and Edge has the same keys and types, and nothing that Chrome refuses', () => {
  const { type, properties, ...rest } = JSON.parse(readFileSync('assets/managed_schema.json', 'utf8'))
  expect({ type, rest }).toEqual({ type: 'object', rest: {} })
  const types = Object.entries<Record<string, unknown>>(properties).map(([key, { type }]) => [key, type])
  expect(Object.fromEntries(types)).toEqual(organizationKeys)
  for (const { title: _title, description: _description, type, ...more } of Object.values<
    Record<string, unknown>
  >(properties))
    expect(more).toEqual(type === 'array' ? { items: { type: 'string' } } : {})
})
