import { expect, test } from 'vitest'
import { parts, routeIn } from '../../../src/dashboard/navigation/router'

test.each(parts)('#/%s is a part', (part) => {
  expect(routeIn(`#/${part}`)).toEqual({ part })
})

test.each([
  ['', { part: 'checklist' }],
  ['#', { part: 'checklist' }],
  ['#/', { part: 'checklist' }],
  ['#/item/two-step-on', { part: 'checklist', item: 'two-step-on' }],
  ['#/item/', { part: 'checklist', isUnknown: true }],
  ['#/item/of-tomorrow', { part: 'checklist', isUnknown: true }],
  ['#/item/own-1', { part: 'checklist', item: 'own-1' }],
  ['#/item/own-<b>', { part: 'checklist', isUnknown: true }],
  ['#/item/__proto__', { part: 'checklist', isUnknown: true }],
  ['#/nowhere', { part: 'checklist', isUnknown: true }],
  ['#/calendar/2026-03', { part: 'calendar', month: '2026-03' }],
  ['#/calendar/2026-13', { part: 'calendar' }],
  ['#/calendar/soon', { part: 'calendar' }],
  ['#/journal/2026-03', { part: 'journal' }],
])('%s leads to %o', (hash, route) => {
  expect(routeIn(hash)).toEqual(route)
})
