import { type ReadonlySignal, signal } from '@preact/signals'
import type { DraftId } from '../domain/draft'
import { type ItemId, itemIds } from '../domain/items'
import type { RunId } from '../domain/playbook'
import { type PlaybookId, playbookIds } from '../domain/playbooks'
import { type RegisterId, registerIds } from '../domain/register'

/**
 * The parts of the dashboard; each has an address: `#/journal`, `#/item/two-step-on`, `#/registers/people`,
 * `#/playbook/<run>` and, only to be read, `#/playbooks/hijack`; `#/appeal/<draft>`, with the run of a playbook behind
 * it where a new draft belongs to one.
 */
export const parts = [
  'checklist',
  'playbooks',
  'registers',
  'appeal',
  'journal',
  'stores',
  'settings',
  'data',
  'report',
] as const
export type Part = (typeof parts)[number]
export type Route = {
  part: Part
  item?: ItemId
  run?: RunId
  playbook?: PlaybookId
  register?: RegisterId
  draft?: DraftId
}

const id = /^[\w-]{1,40}$/

export function routeIn(hash: string): Route {
  const [, part, name, of] = hash.split('/')
  const item = itemIds.find((one) => one === name)
  if (part === 'item' && item) return { part: 'checklist', item }
  if (part === 'playbook' && name) return { part: 'playbooks', run: name }
  const playbook = playbookIds.find((one) => one === name)
  if (part === 'playbooks' && playbook) return { part: 'playbooks', playbook }
  const register = registerIds.find((one) => one === name)
  if (part === 'registers' && register) return { part, register }
  if (part === 'appeal' && name !== undefined && id.test(name))
    return { part, draft: name, ...(of !== undefined && id.test(of) ? { run: of } : {}) }
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
