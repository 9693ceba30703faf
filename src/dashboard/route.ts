import { type ReadonlySignal, signal } from '@preact/signals'
import { type ItemId, itemIds } from '../domain/items'
import type { MonthName } from '../domain/month'

/** The parts of the dashboard, in the order of its navigation; each has an address: `#/journal`. */
export const parts = [
  'checklist',
  'calendar',
  'journal',
  'stores',
  'settings',
  'data',
  'report',
  'sees',
  'help',
] as const
export type Part = (typeof parts)[number]
/** Those that nothing else leads to, beside the parts: the first steps, opened once after the installation. */
const apart = ['welcome'] as const

export type Route = {
  part: Part | (typeof apart)[number]
  /** `#/item/two-step-on` */
  item?: ItemId
  /** `#/calendar/2026-03` */
  month?: MonthName
  /** The address leads to nothing that this version knows; the checklist is shown in its place. */
  isUnknown?: true
}

export function routeIn(hash: string): Route {
  const [, part = '', name] = hash.split('/')
  if (part === '') return { part: 'checklist' }
  if (part === 'item') {
    const item = itemIds.find((id) => id === name)
    return item ? { part: 'checklist', item } : { part: 'checklist', isUnknown: true }
  }
  const known = [...parts, ...apart].find((one) => one === part)
  if (known === undefined) return { part: 'checklist', isUnknown: true }
  // The shape alone: whether there is such a month is checked where it is computed.
  const isMonth = known === 'calendar' && name !== undefined && /^\d{4}-(?:0[1-9]|1[0-2])$/.test(name)
  return isMonth ? { part: known, month: name } : { part: known }
}

export function watchRoute(): ReadonlySignal<Route> {
  const route = signal(routeIn(location.hash))
  addEventListener('hashchange', () => {
    route.value = routeIn(location.hash)
  })
  return route
}
