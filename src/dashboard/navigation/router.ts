import { signal } from '@preact/signals'
import { isMeasureId, type MeasureId } from '../../domain/commitment'
import { type DraftId, isId, type RunId } from '../../domain/ids'
import { type ItemId, itemIds } from '../../domain/items'
import type { MonthName } from '../../domain/journal/month'
import { type PlaybookId, playbookIds } from '../../domain/playbooks/playbook'
import { type RegisterId, registerIds } from '../../domain/registers/register'
import { createPageModel } from '../../ui/app'

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

/** Where the dashboard is: one member for each shape of address. */
export type Route =
  /** `#/item/two-step-on`; a promised measure has such an address too. */
  | { part: 'checklist'; item?: ItemId | MeasureId; isUnknown?: IsUnknown }
  /** `#/calendar/2026-03` */
  | { part: 'calendar'; month?: MonthName }
  /** `#/playbooks/hijack`: only to be read. */
  | { part: 'playbooks'; playbook?: PlaybookId; run?: never; isUnknown?: IsUnknown }
  /** `#/playbook/<run>` */
  | { part: 'playbooks'; run?: RunId; playbook?: never }
  /** `#/registers/people` */
  | { part: 'registers'; register?: RegisterId; isUnknown?: IsUnknown }
  /** `#/appeal/<draft>`, and behind it the run that a new draft belongs to. */
  | { part: 'appeal'; draft?: DraftId; run?: RunId }
  | { part: Exclude<Part, 'checklist' | 'calendar' | 'playbooks' | 'registers' | 'appeal'> }
  | { part: (typeof apart)[number] }

/** The address leads to nothing that this version knows; the part, or the checklist, is shown in its place. */
type IsUnknown = true

// The shape alone: whether there is such a month is checked where it is computed.
const monthName = /^\d{4}-(?:0[1-9]|1[0-2])$/

const nowhere: Route = { part: 'checklist', isUnknown: true }

/** The addresses that go on after their first word. */
const longer: Readonly<Record<string, (place: string, of: string | undefined) => Route>> = {
  item: (name) =>
    isMeasureId(name) && isId(name)
      ? { part: 'checklist', item: name }
      : oneOf(itemIds, name, (item) => ({ part: 'checklist', item }), nowhere),
  playbook: (run) => (run === '' ? nowhere : { part: 'playbooks', run }),
  playbooks: (name) =>
    oneOf(playbookIds, name, (playbook) => ({ part: 'playbooks', playbook }), {
      part: 'playbooks',
      isUnknown: true,
    }),
  registers: (name) =>
    oneOf(registerIds, name, (register) => ({ part: 'registers', register }), {
      part: 'registers',
      isUnknown: true,
    }),
  appeal: (draft, run = '') =>
    isId(draft) ? { part: 'appeal', draft, ...(isId(run) && { run }) } : { part: 'appeal' },
  calendar: (month) => (monthName.test(month) ? { part: 'calendar', month } : { part: 'calendar' }),
}

function oneOf<I extends string>(
  ids: readonly I[],
  wanted: string,
  lead: (id: I) => Route,
  otherwise: Route,
): Route {
  const one = ids.find((known) => known === wanted)
  return one === undefined ? otherwise : lead(one)
}

export function routeIn(hash: string): Route {
  const [, name = '', place, of] = hash.split('/')
  if (name === '') return { part: 'checklist' }
  const read = Object.hasOwn(longer, name) ? longer[name] : undefined
  if (place !== undefined && read) return read(place, of)
  const part = [...parts, ...apart].find((one) => one === name)
  return part === undefined ? nowhere : { part }
}

/** The address of a place: the other way round. */
export function linkTo(route: Route): `#/${string}` {
  switch (route.part) {
    case 'checklist':
      return route.item === undefined ? '#/checklist' : `#/item/${route.item}`
    case 'calendar':
      return route.month === undefined ? '#/calendar' : `#/calendar/${route.month}`
    case 'playbooks':
      if (route.run !== undefined) return `#/playbook/${route.run}`
      return route.playbook === undefined ? '#/playbooks' : `#/playbooks/${route.playbook}`
    case 'registers':
      return route.register === undefined ? '#/registers' : `#/registers/${route.register}`
    case 'appeal':
      if (route.draft === undefined) return '#/appeal'
      return route.run === undefined ? `#/appeal/${route.draft}` : `#/appeal/${route.draft}/${route.run}`
    default:
      return `#/${route.part}`
  }
}

export const { Provider: RouteProvider, use: useRoute } = createPageModel(() => {
  const route = signal(routeIn(location.hash))
  addEventListener('hashchange', () => {
    route.value = routeIn(location.hash)
  })
  return route
})

/** Goes there, as a link would. */
export function goTo(route: Route): void {
  history.pushState(null, '', linkTo(route))
  dispatchEvent(new HashChangeEvent('hashchange'))
}
