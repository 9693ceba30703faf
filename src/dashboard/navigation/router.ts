import { type ReadonlySignal, signal } from '@preact/signals'
import { isMeasureId, type MeasureId } from '../../domain/commitment'
import { type DraftId, isId, type RunId } from '../../domain/ids'
import { type ItemId, itemIds } from '../../domain/items'
import type { MonthName } from '../../domain/journal/month'
import { type PlaybookId, playbookIds } from '../../domain/playbooks/playbook'
import { type RegisterId, registerIds } from '../../domain/registers/register'

/** The parts of the dashboard, in the order of its navigation; each has an address: `#/journal`. */
export const parts = [
  'checklist',
  'calendar',
  'playbooks',
  'registers',
  'appeal',
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
  /** `#/item/two-step-on`; a promised measure has such an address too. */
  item?: ItemId | MeasureId
  /** `#/calendar/2026-03` */
  month?: MonthName
  /** `#/playbooks/hijack`: only to be read. */
  playbook?: PlaybookId
  /** `#/playbook/<run>`; behind `#/appeal/<draft>`, the run that a new draft belongs to. */
  run?: RunId
  /** `#/registers/people` */
  register?: RegisterId
  /** `#/appeal/<draft>` */
  draft?: DraftId
  /** The address leads to nothing that this version knows; the part, or the checklist, is shown in its place. */
  isUnknown?: true
}

export function routeIn(hash: string): Route {
  const [, name = '', place, of] = hash.split('/')
  if (name === '') return { part: 'checklist' }
  if (name === 'item' && place && isMeasureId(place) && isId(place)) return { part: 'checklist', item: place }
  if (name === 'item') return found('checklist', itemIds, place, (item) => ({ item }))
  if (name === 'playbook' && place) return { part: 'playbooks', run: place }
  const part = [...parts, ...apart].find((one) => one === name)
  if (part === undefined) return { part: 'checklist', isUnknown: true }
  if (place === undefined) return { part }
  if (part === 'playbooks') return found(part, playbookIds, place, (playbook) => ({ playbook }))
  if (part === 'registers') return found(part, registerIds, place, (register) => ({ register }))
  if (part === 'appeal' && isId(place))
    return { part, draft: place, ...(of !== undefined && isId(of) ? { run: of } : {}) }
  // The shape alone: whether there is such a month is checked where it is computed.
  if (part === 'calendar' && /^\d{4}-(?:0[1-9]|1[0-2])$/.test(place)) return { part, month: place }
  return { part }
}

function found<I extends string>(
  part: Route['part'],
  ids: readonly I[],
  wanted: string | undefined,
  use: (id: I) => Partial<Route>,
): Route {
  const one = ids.find((known) => known === wanted)
  return one === undefined ? { part, isUnknown: true } : { part, ...use(one) }
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
