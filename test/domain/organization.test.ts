import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Checklist, emptyChecklist, type Store } from '../../src/domain/checklist'
import { inForce, type Organization, type OrganizationStore } from '../../src/domain/organization'
import { withStoresOf } from '../../src/domain/organization-stores'
import { presentStores } from '../../src/domain/present-stores'
import type { Settings } from '../../src/domain/settings'
import { isQuietHour } from '../../src/domain/silence'
import { at } from '../support/time'

// Always the same inputs: a red run can be repeated.
const runs = { numRuns: 300, seed: 20261129 }
const optional = { requiredKeys: [] }

const hours = fc.record({ from: fc.integer({ min: 0, max: 23 }), to: fc.integer({ min: 0, max: 23 }) })
const limits = { cardsPerDay: fc.integer({ min: 1, max: 3 }), cardGapHours: fc.integer({ min: 2, max: 24 }) }
const chosen: fc.Arbitrary<Settings> = fc.record({ ...limits, quietHours: hours }, optional)
const set: fc.Arbitrary<Organization> = fc.record({ ...limits, quietHours: hours }, optional)

test('of the seller’s and the organization’s limits the stricter one counts, whatever both are', () => {
  fc.assert(
    fc.property(chosen, set, fc.integer({ min: 0, max: 23 }), (own, organization, hour) => {
      const counts = inForce(own, organization)
      for (const one of [own, organization]) {
        if (one.cardsPerDay !== undefined) expect(counts.cardsPerDay).toBeLessThanOrEqual(one.cardsPerDay)
        if (one.cardGapHours !== undefined)
          expect(counts.cardGapHours).toBeGreaterThanOrEqual(one.cardGapHours)
      }
      const now = at(`2026-03-04 ${String(hour).padStart(2, '0')}:30`)
      const isQuiet = [own, organization].some((one) => isQuietHour(one, now))
      expect(isQuietHour(counts, now)).toBe(isQuiet)
    }),
    runs,
  )
})

test('without an organization the seller’s settings count as they are', () => {
  fc.assert(
    fc.property(chosen, (own) => {
      expect(inForce(own, {})).toEqual(own)
    }),
    runs,
  )
})

const day = '2026-03-04'
const listed = fc.subarray(['A', 'B', 'C']).chain((names) =>
  fc.tuple(
    ...names.map((name) =>
      fc.record<OrganizationStore>(
        {
          id: fc.constant(`org-${name}`),
          name: fc.constant(name),
          fronts: fc.constant(['sellercentral.amazon.de']),
          login: fc.constant('org-login-x'),
        },
        { requiredKeys: ['id', 'name'] },
      ),
    ),
  ),
)
const own: Store = { id: 'store-7', name: 'Mine', login: 'login-7', fronts: [], profile: { team: 'alone' } }
const first = emptyChecklist.stores[0] as Store

test('whatever is listed one after another, the seller’s own stores stay, and some store is always shown', () => {
  const start = fc.constantFrom<readonly Store[]>([own], [first], [own, { ...first, removed: day }])
  fc.assert(
    fc.property(start, fc.array(listed, { minLength: 1, maxLength: 5 }), (stores, lists) => {
      let now: Pick<Checklist, 'stores' | 'current'> = { stores, current: stores[0]?.id ?? '' }
      let earlier: string[] = []
      for (const list of lists) {
        const isUnused = ({ id }: Store) => id === first.id
        const after = withStoresOf(now, { stores: list }, earlier, day, isUnused)
        const ids = list.map(({ id }) => id)
        const shown = presentStores(after)
        expect(shown.length).toBeGreaterThan(0)
        expect(shown.map(({ id }) => id)).toContain(after.current)
        expect(shown.map(({ id }) => id).filter((id) => id.startsWith('org-'))).toHaveLength(ids.length)
        for (const { id, name, fronts } of list)
          expect(shown.find((store) => store.id === id)).toMatchObject({ name, ...(fronts && { fronts }) })
        expect(after.stores.filter(({ id }) => id === own.id)).toEqual(
          stores.filter(({ id }) => id === own.id),
        )
        expect(new Set(after.stores.map(({ id }) => id)).size).toBe(after.stores.length)
        // The same list again changes nothing.
        expect(withStoresOf(after, { stores: list }, ids, day, isUnused)).toBe(after)
        now = after
        earlier = ids
      }
    }),
    runs,
  )
})
