import { type ReadonlySignal, signal } from '@preact/signals'
import { type ItemId, itemIds } from '../domain/items'

/** The parts of the dashboard; each has an address: `#/journal`, `#/item/two-step-on`. */
export const parts = ['checklist', 'journal', 'stores', 'settings', 'data', 'report'] as const
export type Part = (typeof parts)[number]
/** Those that nothing else leads to, beside the parts: the first steps, opened once after the installation. */
const apart = ['welcome'] as const
export type Route = { part: Part | (typeof apart)[number]; item?: ItemId }

export function routeIn(hash: string): Route {
  const [, part, name] = hash.split('/')
  const item = itemIds.find((id) => id === name)
  if (part === 'item' && item) return { part: 'checklist', item }
  return { part: [...parts, ...apart].find((one) => one === part) ?? 'checklist' }
}

export function watchRoute(): ReadonlySignal<Route> {
  const route = signal(routeIn(location.hash))
  addEventListener('hashchange', () => {
    route.value = routeIn(location.hash)
  })
  return route
}
