/** Where our own pages and the toolbar's popup lead to in the dashboard; `src/dashboard/navigation/router.ts` reads it. */
export function dashboardAddress(place?: 'data' | 'playbooks' | `playbook/${string}`): string {
  const page = '/src/dashboard/dashboard.html'
  return place === undefined ? page : `${page}#/${place}`
}
