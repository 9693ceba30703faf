import { expect, test } from 'vitest'
import { linkTo, parts, places, type Route, routeIn } from '../../../src/dashboard/navigation/router'

/** As they stood in links, bookmarks and other pages of 0.1.0. */
const addresses = [
  ['#/home', { part: 'home' }],
  ['#/checklist', { part: 'checklist' }],
  ['#/checklist/due', { part: 'checklist', filter: 'due' }],
  ['#/checklist/people', { part: 'checklist', filter: 'people' }],
  ['#/checklist/own', { part: 'checklist', filter: 'own' }],
  ['#/item/two-step-on', { part: 'checklist', item: 'two-step-on' }],
  ['#/item/own-1', { part: 'checklist', item: 'own-1' }],
  ['#/calendar/2026-03', { part: 'calendar', month: '2026-03' }],
  ['#/playbooks', { part: 'playbooks' }],
  ['#/playbooks/hijack', { part: 'playbooks', playbook: 'hijack' }],
  ['#/playbook/0f3a', { part: 'playbooks', run: '0f3a' }],
  ['#/registers/people', { part: 'registers', register: 'people' }],
  ['#/appeal/1a2b', { part: 'appeal', draft: '1a2b' }],
  ['#/appeal/1a2b/0f3a', { part: 'appeal', draft: '1a2b', run: '0f3a' }],
  ['#/data', { part: 'data' }],
  ['#/welcome', { part: 'welcome' }],
] as const satisfies readonly [string, Route][]

test.each(addresses)('%s leads to %o, and a link there is written so', (hash, route) => {
  expect(routeIn(hash)).toEqual(route)
  expect(linkTo(route)).toBe(hash)
})

test.each(parts)('#/%s is a part', (part) => {
  expect(routeIn(`#/${part}`)).toEqual({ part })
})

test.each([
  ['', { part: 'home' }],
  ['#', { part: 'home' }],
  ['#/', { part: 'home' }],
  ['#/item/two-step-on', { part: 'checklist', item: 'two-step-on' }],
  ['#/checklist/of-tomorrow', { part: 'checklist', isUnknown: true }],
  ['#/item/', { part: 'checklist', isUnknown: true }],
  ['#/item/of-tomorrow', { part: 'checklist', isUnknown: true }],
  ['#/item/own-1', { part: 'checklist', item: 'own-1' }],
  ['#/item/own-<b>', { part: 'checklist', isUnknown: true }],
  ['#/item/__proto__', { part: 'checklist', isUnknown: true }],
  ['#/nowhere', { part: 'home', isUnknown: true }],
  ['#/calendar/2026-03', { part: 'calendar', month: '2026-03' }],
  ['#/calendar/2026-13', { part: 'calendar' }],
  ['#/calendar/soon', { part: 'calendar' }],
  ['#/journal/2026-03', { part: 'journal' }],
  ['#/playbooks/of-tomorrow', { part: 'playbooks', isUnknown: true }],
  ['#/playbooks/', { part: 'playbooks', isUnknown: true }],
  ['#/playbook', { part: 'home', isUnknown: true }],
  ['#/playbook/', { part: 'playbooks', isUnknown: true }],
  ['#/registers/of-tomorrow', { part: 'registers', isUnknown: true }],
  ['#/appeal/<b>', { part: 'appeal' }],
  ['#/appeal/1a2b/<b>', { part: 'appeal', draft: '1a2b' }],
  ['#/constructor/1', { part: 'home', isUnknown: true }],
])('%s leads to %o', (hash, route) => {
  expect(routeIn(hash)).toEqual(route)
})

test('every page of 0.1.0 is in one of the five places', () => {
  expect(places).toEqual({
    home: ['home'],
    checklist: ['checklist', 'calendar', 'journal'],
    incidents: ['playbooks', 'appeal'],
    records: ['registers', 'report'],
    settings: ['settings', 'stores', 'data', 'sees', 'help'],
  })
})
