import { expect, test } from 'vitest'
import { appliedKind } from '../../src/storage/kinds/last-replacement'
import { applyWhole, readWhole, sweep } from '../../src/storage/replace-all'
import { fakePlatform } from '../support/platform'
import { repositoryOn } from './stored'

test('what a change took away is swept by the next one, when its own worker was killed before', async () => {
  const { storage } = fakePlatform({ kept: { local: { a: 1, b: 2, c: 3 } } })
  await applyWhole(repositoryOn(storage), { a: 1, b: 2, c: 3 }, { b: 2, c: 3 }, 'first')
  // Killed here: nothing was swept, and the seller sees only what is left.
  expect(await readWhole(repositoryOn(storage))).toEqual({ b: 2, c: 3 })
  await applyWhole(repositoryOn(storage), { b: 2, c: 3 }, { c: 3 }, 'second')
  await sweep(repositoryOn(storage))
  const { [appliedKind.prefix]: _applied, ...left } = storage.data
  expect(left).toEqual({ c: 3 })
})

test('what was written anew since is not swept', async () => {
  const { storage } = fakePlatform({ kept: { local: { a: 1 } } })
  await applyWhole(repositoryOn(storage), { a: 1 }, {}, 'first')
  await storage.set({ a: 'new' })
  await sweep(repositoryOn(storage))
  expect(storage.data['a']).toBe('new')
})
