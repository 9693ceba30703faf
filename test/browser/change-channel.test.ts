import { expect, test } from 'vitest'
import { storedIn } from '../../src/browser/change-channel'
import { onPage, own, ownPage } from '../support/platform'

const background = { id: own.id, origin: own.origin, url: `${own.origin}/service-worker.js` }
const told = { stored: 'worker/1' }

test('a page of ours is told by the background what is stored', () => {
  expect(storedIn(told, background, own.id)).toBe('worker/1')
})

test.each([
  ['our script on a page', onPage()],
  ['our own page in a tab', { ...ownPage, tab: { id: 3 } }],
  ['another extension', { ...background, id: 'another-extension' }],
  ['somebody without an id', { ...background, id: undefined }],
  ['nobody', {}],
] as const)('%s tells it nothing', (_, sender) => {
  expect(storedIn(told, sender, own.id)).toBeUndefined()
})

test.each([
  [null],
  ['stored'],
  [{ stored: 1 }],
  [{ stored: null }],
  [{ request: 'overview', argument: null }],
  [{ stored: 'worker/1', request: 'overview' }],
  [[told]],
])('nothing else that a page overhears is taken for it: %j', (message) => {
  expect(storedIn(message, background, own.id)).toBeUndefined()
})
