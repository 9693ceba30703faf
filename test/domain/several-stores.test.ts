import { describe, expect, test } from 'vitest'
import {
  apply,
  type Checklist,
  type ChecklistEvent,
  ChecklistProblem,
  emptyChecklist,
  mostStores,
  type NewStore,
} from '../../src/domain/checklist'
import { journalled } from '../../src/domain/journal/journal'
import { overview } from '../../src/domain/overview'
import { checked, later, newId, statusIn } from '../support/checklist'
import { on } from '../support/time'

const now = on('2026-03-04')
const added = (...stores: readonly Partial<NewStore>[]): ChecklistEvent => ({
  ...{ id: newId(), store: 'store-1', kind: 'stores-added' },
  stores: stores.map((one, at) => ({
    ...{ id: `store-${at + 2}`, name: `Shop ${at + 2}`, login: `login-${at + 2}`, fronts: [], ...one },
  })),
})
const changed = (stores: readonly string[], change: object): ChecklistEvent => ({
  ...{ id: newId(), store: stores[0] ?? 'store-1', kind: 'stores-changed', stores, change },
})
const after = (list: Checklist, ...events: readonly ChecklistEvent[]) => later(list, [now, ...events])
const three = after(emptyChecklist, added({ group: 'A', fronts: ['sellercentral.amazon.de'] }, {}))

describe('many stores at once', () => {
  test('are added in one step, begin today, and leave the shown store alone', () => {
    expect(three.current).toBe('store-1')
    expect(three.stores.slice(1)).toEqual([
      {
        ...{ id: 'store-2', name: 'Shop 2', login: 'login-2', group: 'A' },
        ...{ fronts: ['sellercentral.amazon.de'], profile: {}, began: '2026-03-04' },
      },
      { id: 'store-3', name: 'Shop 3', login: 'login-3', fronts: [], profile: {}, began: '2026-03-04' },
    ])
  })

  test('the same again, or twice in one list, adds nothing', () => {
    expect(after(three, added({}, {}))).toBe(three)
    const twice = added({ id: 'store-9' }, { id: 'store-9' })
    expect(after(three, twice).stores).toHaveLength(4)
  })

  test('are refused as a whole beyond the bound', () => {
    const many = Array.from({ length: mostStores }, (_, at) => ({ id: `store-${at + 2}` }))
    expect(() => apply(emptyChecklist, added(...many), now)).toThrow(ChecklistProblem)
    expect(after(emptyChecklist, added(...many.slice(1))).stores).toHaveLength(mostStores)
  })

  test('get a group and a person together, and lose them with an empty text', () => {
    const grouped = after(three, changed(['store-1', 'store-3'], { group: 'B', who: 'Ana' }))
    expect(grouped.stores.map(({ group, who }) => [group, who])).toEqual([
      ['B', 'Ana'],
      ['A', undefined],
      ['B', 'Ana'],
    ])
    const without = after(grouped, changed(['store-1'], { group: '' }))
    expect(without.stores[0]).not.toHaveProperty('group')
    expect(without.stores[0]?.who).toBe('Ana')
    expect(overview(grouped, now).stores.map(({ group }) => group)).toEqual(['B', 'A', 'B'])
  })

  test('with one login, share its checks: answered once, and not those of a store', () => {
    const list = after(three, checked('two-step-on', 'store-2'), checked('user-list-review', 'store-2'))
    const shared = after(list, changed(['store-2', 'store-3'], { login: 'login-2' }))
    expect(statusIn(shared, 'two-step-on', now, 'store-3')?.kind).toBe('up-to-date')
    expect(statusIn(shared, 'user-list-review', now, 'store-3')?.kind).not.toBe('up-to-date')
    expect(statusIn(shared, 'two-step-on', now, 'store-1')?.kind).not.toBe('up-to-date')
  })

  test.each([
    ['a store that is not there', ['store-1', 'store-9'], { group: 'A' }],
    ['no login', ['store-1'], { login: '' }],
  ])('change nothing for %s', (_, stores, change) => {
    expect(() => apply(three, changed(stores, change), now)).toThrow(ChecklistProblem)
  })

  test('keep a login that an organization set', () => {
    const organization = { stores: [{ id: 'store-2', name: 'Shop 2', login: 'org-login-x' }] }
    const list = { ...three, organization }
    expect(() => apply(list, changed(['store-2', 'store-3'], { login: 'login-3' }), now)).toThrow(
      ChecklistProblem,
    )
    expect(apply(list, changed(['store-2'], { group: 'B' }), now).stores[1]?.group).toBe('B')
  })

  test('leave no names in the journal', () => {
    expect(journalled(added({}))).toEqual({ kind: 'stores-added' })
    expect(journalled(changed(['store-1'], { who: 'Ana' }))).toEqual({ kind: 'stores-changed' })
  })
})
