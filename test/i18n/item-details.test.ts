import { expect, test } from 'vitest'
import { thenDetails } from '../../src/i18n/item-details'

const own = { nav_home: 'Home' }

test('a page has its own texts first, and then the reasons and steps of items', async () => {
  const shown: object[] = []
  await thenDetails('de', Promise.resolve(own), (texts) => shown.push(texts))
  expect(shown[0]).toEqual(own)
  expect(shown[1]).toMatchObject({ ...own, item_two_step_on_why: expect.stringMatching(/\w/) })
})

test('without its own texts it shows nothing, and says why', async () => {
  const shown: object[] = []
  const failed = thenDetails('de', Promise.reject(new Error('no file')), (texts) => shown.push(texts))
  await expect(failed).rejects.toThrow('no file')
  expect(shown).toEqual([])
})
