import { signal } from '@preact/signals'
import { areas } from '../../domain/areas'
import { type CommitmentId, isCommitmentId } from '../../domain/commitment'
import { type DraftId, isId, type RunId } from '../../domain/ids'
import { type ItemId, itemIds } from '../../domain/items'
import type { MonthName } from '../../domain/journal/month'
import { type TemplateId, templateIds } from '../../domain/own-check-templates'
import { type PlaybookId, playbookIds } from '../../domain/playbooks/playbook'
import { type RegisterId, registerIds } from '../../domain/registers/register'
import { createPageModel } from '../../ui/app'

/** The five places of the dashboard, each with its pages in the order of their links. A place's own link leads to the first. */
export const places = {
  home: ['home'],
  checklist: ['checklist', 'calendar', 'journal'],
  incidents: ['playbooks', 'appeal'],
  records: ['registers', 'report'],
  settings: ['settings', 'stores', 'data', 'sees', 'help'],
} as const
export type Place = keyof typeof places
export type Part = (typeof places)[Place][number]
/** The pages of all places, in order; each has an address: `#/journal`. */
export const parts: readonly Part[] = Object.values(places).flat()
/** The pages of a place, in the order of their links. */
export const pagesOf = (place: Place): readonly [Part, ...Part[]] => places[place]
/** The place that a page belongs to. */
export const placeWith = (part: Part): Place =>
  (Object.keys(places) as Place[]).find((place) => pagesOf(place).includes(part)) ?? 'home'
/** Pages outside of the places, which no link leads to: the first steps, opened once after the installation. */
const apart = ['welcome'] as const

/** What the checklist can be narrowed to: one state, one area, the seller's own checks, or what one is responsible for. */
export const checkStates = ['due', 'less-urgent', 'up-to-date', 'planned', 'not-for-me'] as const
export type CheckState = (typeof checkStates)[number]
export const checklistFilters = [...checkStates, ...areas, 'own', 'mine'] as const
export type ChecklistFilter = (typeof checklistFilters)[number]

/** Where the dashboard is: one member for each shape of address. */
export type Route =
  /** `#/item/two-step-on`; a check of the seller's own has such an address too. Or `#/checklist/due`: never both. */
  | {
      part: 'checklist'
      item?: ItemId | CommitmentId
      filter?: ChecklistFilter
      edit?: never
      isUnknown?: IsUnknown
    }
  /** `#/own-check/<check>`, `#/own-check/new` or, from a template, `#/own-check/vat-return`. */
  | { part: 'checklist'; edit?: CommitmentId | TemplateId | 'new'; item?: never; filter?: never }
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
  | { part: 'home'; isUnknown?: IsUnknown }
  | { part: Exclude<Part, 'home' | 'checklist' | 'calendar' | 'playbooks' | 'registers' | 'appeal'> }
  | { part: (typeof apart)[number] }

/** The address leads to nothing that this version knows; the page it was meant for, or the home page, is shown instead. */
type IsUnknown = true

// The shape alone: whether there is such a month is checked where it is computed.
const monthName = /^\d{4}-(?:0[1-9]|1[0-2])$/

const nowhere: Route = { part: 'home', isUnknown: true }

/** The addresses that go on after their first word. */
const longer: Readonly<Record<string, (place: string, of: string | undefined) => Route>> = {
  item: (name) =>
    isCommitmentId(name) && isId(name)
      ? { part: 'checklist', item: name }
      : oneOf(itemIds, name, (item) => ({ part: 'checklist', item }), { part: 'checklist', isUnknown: true }),
  'own-check': (name) =>
    isCommitmentId(name) && isId(name)
      ? { part: 'checklist', edit: name }
      : oneOf(['new', ...templateIds], name, (edit) => ({ part: 'checklist', edit }), {
          part: 'checklist',
          isUnknown: true,
        }),
  checklist: (name) =>
    oneOf(checklistFilters, name, (filter) => ({ part: 'checklist', filter }), {
      part: 'checklist',
      isUnknown: true,
    }),
  playbook: (run) => (run === '' ? { part: 'playbooks', isUnknown: true } : { part: 'playbooks', run }),
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
  if (name === '') return { part: 'home' }
  const read = Object.hasOwn(longer, name) ? longer[name] : undefined
  if (place !== undefined && read) return read(place, of)
  const part = [...parts, ...apart].find((one) => one === name)
  return part === undefined ? nowhere : { part }
}

/** The address of a place: the other way round. */
export function linkTo(route: Route): `#/${string}` {
  switch (route.part) {
    case 'checklist':
      if (route.edit !== undefined) return `#/own-check/${route.edit}`
      if (route.item !== undefined) return `#/item/${route.item}`
      return route.filter === undefined ? '#/checklist' : `#/checklist/${route.filter}`
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
