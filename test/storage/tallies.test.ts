import fc from 'fast-check'
import { expect, test } from 'vitest'
import { items } from '../../src/domain/items'
import type { Overview } from '../../src/domain/overview'
import type { Argument } from '../../src/messages/protocol'
import { recordKind } from '../../src/storage/kinds/record'
import { storesKind } from '../../src/storage/kinds/stores'
import { again, background, okOf, wellKnown } from '../support/background'
import { answered, checked, newId, reported } from '../support/checklist'
import { at } from '../support/time'

const count = 12
const storeIds = Array.from({ length: count }, (_, index) => `store-${index + 1}`)
const morning = at('2026-03-04 08:00')

/** Twelve stores: too many to read all each time. Some share a login, and all the computer. */
function agency() {
  const stores = storeIds.map((id, index) => ({
    ...{ id, name: '', login: `login-${index % 5}`, fronts: [], profile: {} },
  }))
  const done = storeIds.flatMap((id, index) =>
    items
      .filter(({ scope, cadence }, place) => scope === 'store' && cadence.kind === 'every' && place % 3 !== 0)
      .map(
        (item, place) =>
          [
            `record/${id}/${item.id}`,
            recordKind.encode({ checked: `2026-0${1 + ((index + place) % 2)}-20`, events: [] }),
          ] as const,
      ),
  )
  return {
    ...structuredClone(wellKnown),
    stores: storesKind.encode({ stores, current: 'store-1' }),
    ...Object.fromEntries(done),
  }
}

type Background = ReturnType<typeof background>

/** What a background says that has read everything, and has nothing kept. */
async function readAnew({ platform }: Background): Promise<Overview> {
  const { local } = platform.kept
  return background({ now: platform.now(), kept: { local: structuredClone(local) } }).overview()
}

const store = fc.constantFrom(...storeIds)
const login = fc.constantFrom('login-0', 'login-1', 'login-new')
const item = fc.constantFrom(
  ...items.filter(({ severity }) => severity === 'essential').map(({ id }) => id),
  'backup-super-user-created' as const,
)
const own = {
  ...{ id: 'own-1' as const, title: 'Own', why: '', steps: [] },
  ...{ recurs: { kind: 'days', every: 7 } as const, counts: true },
}

const step = fc.oneof(
  fc.record({ do: fc.constant('answer' as const), store, item, later: fc.boolean() }),
  fc.record({ do: fc.constant('show' as const), store }),
  fc.record({ do: fc.constant('move' as const), store, login }),
  fc.record({ do: fc.constant('report' as const), store }),
  fc.record({ do: fc.constant('remove' as const), store }),
  fc.record({ do: fc.constant('own' as const), store }),
  fc.record({ do: fc.constant('round' as const), store }),
  fc.record({ do: fc.constant('damage' as const), store, item }),
  fc.record({ do: fc.constant('wait' as const), hours: fc.constantFrom(1, 3, 30) }),
  fc.constant({ do: 'next worker' as const }),
  fc.constant({ do: 'killed after its write' as const }),
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

async function doing(one: Background, what: Step): Promise<Background> {
  const { platform } = one
  switch (what.do) {
    case 'answer': {
      const later = answered(what.item, { kind: 'snoozed', for: 'hour' }, what.store)
      await one.change(what.later ? later : checked(what.item, what.store))
      return one
    }
    case 'show':
      await one.change({ id: newId(), store: what.store, kind: 'store-shown' })
      return one
    case 'move':
      await one.change({ id: newId(), store: what.store, kind: 'login-chosen', login: what.login })
      return one
    case 'report':
      await one.change(reported('laptop-lost', what.store))
      return one
    case 'remove':
      await one.change({ id: newId(), store: what.store, kind: 'store-removed' })
      return one
    case 'own':
      await one.change({ id: newId(), store: what.store, kind: 'own-check-put', check: own })
      return one
    case 'round':
      await one.ask('begin-round', { round: newId(), stores: [what.store] } as Argument<'begin-round'>)
      return one
    case 'damage':
      platform.storage.changeElsewhere({ [`record/${what.store}/${what.item}`]: { damaged: true } })
      return one
    case 'wait':
      platform.clock(platform.now().add({ hours: what.hours }))
      return one
    case 'next worker':
      await platform.settled()
      platform.kill()
      return again(platform)
    case 'killed after its write':
      await platform.settled()
      platform.killAfterWrite()
      void one.change(checked('two-step-on', 'store-2'))
      await platform.settled()
      return again(platform)
  }
}

test('whatever happens, many stores are counted as if all had been read', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      let one = background({ now: morning, kept: { local: agency() } })
      await one.overview()
      for (const what of steps) {
        one = await doing(one, what)
        expect(await one.overview(), what.do).toEqual(await readAnew(one))
      }
    }),
    { numRuns: 12 },
  )
})

test('an answer reads the records of its own store, also by a worker that has just begun', async () => {
  const first = background({ now: morning, kept: { local: agency() } })
  await first.overview()
  await first.platform.settled()
  const next = again(first.platform)
  await next.change(checked('user-list-review'))
  await next.platform.settled()
  const { reads, lists } = next.platform.storage
  const owners = new Set(reads.flat().flatMap((key) => /^record\/([^/]+)/.exec(key ?? '')?.[1] ?? []))
  expect(owners).toEqual(new Set(['store-1', 'login-0', 'computer']))
  expect(lists).toBe(0)
})

test('an answer that other stores share is counted in them all', async () => {
  const one = background({ now: morning, kept: { local: agency() } })
  const dueIn = ({ stores }: Overview, id: string) => stores.find((store) => store.id === id)!.due
  const before = await one.overview()
  const after = okOf<Overview>(await one.change(checked('two-step-on')))
  // The sixth and the eleventh store have the login of the first, the second has not.
  for (const id of ['store-1', 'store-6', 'store-11']) expect(dueIn(after, id)).toBe(dueIn(before, id) - 1)
  expect(dueIn(after, 'store-2')).toBe(dueIn(before, 'store-2'))
  expect(after.counted).toBe(before.counted - 1)
})

test('the records of a store that was only counted are never written over', async () => {
  const one = background({ now: morning, kept: { local: agency() } })
  const noted = answered('two-step-on', { kind: 'noted', note: 'by the door' }, 'store-9')
  await one.change(noted)
  const next = again(one.platform)
  await next.overview()
  await next.change(checked('two-step-on', 'store-9'))
  expect(one.platform.kept.local['record/login-3/two-step-on']).toMatchObject({
    note: 'by the door',
    checked: '2026-03-04',
  })
})

test('a visit is decided by the records of the stores that may be open', async () => {
  const one = background({ now: morning, kept: { local: agency() } })
  await one.overview()
  const fronts = ['sellercentral.amazon.de']
  await one.change({ id: newId(), store: 'store-7', kind: 'fronts-chosen', fronts })
  const next = again(one.platform)
  await next.platform.settled()
  for (const other of storeIds.filter((id) => id !== 'store-7'))
    await next.change({
      id: newId(),
      store: other,
      kind: 'fronts-chosen',
      fronts: ['sellercentral.amazon.com'],
    })
  const card = await next.look('user-permissions', 'sellercentral.amazon.de')
  expect(card).toMatchObject({ about: { store: 'store-7' } })
})

test('an answer to what is counted only elsewhere fails loudly', async () => {
  const local = agency()
  const one = background({ now: morning, kept: { local } })
  await one.overview()
  one.platform.storage.reject('get')
  expect(await one.change(checked('two-step-on', 'store-3'))).toEqual({ error: 'could-not-read' })
  one.platform.storage.heal()
  expect(await one.overview()).toEqual(await readAnew(one))
})

test('no check depends on one with records of another owner, so each owner is counted alone', () => {
  for (const { when, scope } of items) {
    const { after } = when
    if (after !== undefined) expect(items.find(({ id }) => id === after)?.scope).toBe(scope)
  }
})
