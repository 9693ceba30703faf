import { type ReadonlySignal, signal } from '@preact/signals'
import { type ItemId, itemIds } from '../domain/items'
import type { RunId } from '../domain/playbook'
import { type PlaybookId, playbookIds } from '../domain/playbooks'

/**
 * The parts of the dashboard; each has an address: `#/journal`, `#/item/two-step-on`, `#/playbook/<run>` and, only to
 * be read, `#/playbooks/hijack`.
 */
export const parts = ['checklist', 'playbooks', 'journal', 'stores', 'settings', 'data', 'report'] as const
export type Part = (typeof parts)[number]
export type Route = { part: Part; item?: ItemId; run?: RunId; playbook?: PlaybookId }

export function routeIn(hash: string): Route {
  const [, part, name] = hash.split('/')
  const item = itemIds.find((id) => id === name)
  if (part === 'item' && item) return { part: 'checklist', item }
  if (part === 'playbook' && name) return { part: 'playbooks', run: name }
  const playbook = playbookIds.find((id) => id === name)
  if (part === 'playbooks' && playbook) return { part: 'playbooks', playbook }
  return { part: parts.find((one) => one === part) ?? 'checklist' }
}

export function watchRoute(): ReadonlySignal<Route> {
  const route = signal(routeIn(location.hash))
  addEventListener('hashchange', () => {
    route.value = routeIn(location.hash)
  })
  return route
}

/** Goes to another part, as a link would. */
export function goTo(path: string): void {
  history.pushState(null, '', `#/${path}`)
  dispatchEvent(new HashChangeEvent('hashchange'))
}
