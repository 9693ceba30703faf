import type { PlaybookId } from '../domain/playbooks/playbook'

/** Links from our other pages into the dashboard. `src/dashboard/navigation/router.ts` reads them. */
export function dashboardAddress(
  place?:
    | 'checklist'
    | 'checklist/due'
    | 'data'
    | 'playbooks'
    | 'registers'
    | `playbook/${string}`
    | `appeal/${string}`
    | `playbooks/${PlaybookId}`,
): string {
  const page = '/src/dashboard/dashboard.html'
  return place === undefined ? page : `${page}#/${place}`
}
