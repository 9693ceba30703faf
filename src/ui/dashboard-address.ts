/** Where our own pages and the toolbar's popup lead to in the dashboard; `src/dashboard/route.ts` reads it. */
export function dashboardAddress(part?: 'data' | 'playbooks'): string {
  const page = '/src/dashboard/dashboard.html'
  return part === undefined ? page : `${page}#/${part}`
}
