import { expect, test } from 'vitest'
import { appliedKey } from '../../src/storage/format/codec'
import { applyWhole, readWhole, sweep } from '../../src/storage/replace-all'
import { fakePlatform } from '../support/platform'

test('what a change took away is swept by the next one, when its own worker was killed before', async () => {
  const { storage } = fakePlatform({ kept: { local: { a: 1, b: 2, c: 3 } } })
  await applyWhole(storage, { a: 1, b: 2, c: 3 }, { b: 2, c: 3 }, 'first')
  // Killed here: nothing was swept, and the seller sees only what is left.
  expect(await readWhole(storage)).toEqual({ b: 2, c: 3 })
  await applyWhole(storage, { b: 2, c: 3 }, { c: 3 }, 'second')
  await sweep(storage)
  const { [appliedKey]: _applied, ...left } = storage.data
  expect(left).toEqual({ c: 3 })
})

test('what was written anew since is not swept', async () => {
  const { storage } = fakePlatform({ kept: { local: { a: 1 } } })
  await applyWhole(storage, { a: 1 }, {}, 'first')
  await storage.set({ a: 'new' })
  await sweep(storage)
  expect(storage.data['a']).toBe('new')
})
