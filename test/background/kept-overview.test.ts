import { expect, test } from 'vitest'
import { keptOverviewKey } from '../../src/browser/kept-overview'
import type { Overview } from '../../src/domain/overview'
import { background, okOf } from '../support/background'
import { checked } from '../support/checklist'

// The popup shows it before the background answers.

const keptBy = ({ platform }: ReturnType<typeof background>) => platform.kept.session[keptOverviewKey]

test('an overview that a page got is kept for the popup', async () => {
  const seller = background()
  const overview = await seller.overview()
  await seller.platform.settled()
  expect(keptBy(seller)).toEqual(overview)
})

test('after an answer the new one is kept, never the one before', async () => {
  const seller = background()
  const before = await seller.overview()
  const after = okOf<Overview>(await seller.change(checked('two-step-on')))
  await seller.platform.settled()
  expect(keptBy(seller)).toEqual(after)
  expect(keptBy(seller)).not.toEqual(before)
})

test('what changes without an overview leaves none', async () => {
  const seller = background()
  await seller.overview()
  await seller.platform.settled()
  expect(keptBy(seller)).toBeDefined()
  await seller.ask('name-self', { who: 'Ana' })
  await seller.platform.settled()
  expect(keptBy(seller)).toBeUndefined()
})

test('nothing is in the way where it cannot be kept', async () => {
  const seller = background()
  seller.platform.session.reject('set')
  expect(okOf<Overview>(await seller.change(checked('two-step-on'))).counted).toBe(8)
})
