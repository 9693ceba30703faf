import type { LoginHost } from '../pages/hosts'
import { api } from './api'

// Call these from button presses in our own pages: a browser grants permissions only then.

export function requestLoginPages(host: LoginHost): Promise<boolean> {
  return api().permissions.request({ permissions: ['scripting'], origins: [originOf(host)] })
}

export async function dropLoginPages(host: LoginHost): Promise<void> {
  await api().permissions.remove({ origins: [originOf(host)] })
}

export function requestNotifications(): Promise<boolean> {
  return api().permissions.request({ permissions: ['notifications'] })
}

/**
 * Asks for a Seller Central site whose permission was removed. Firefox allows it for hosts in
 * `content_scripts` (tried in 140 and 153). Browsers that don't allow it reject or return false.
 */
export function requestHost(host: string): Promise<boolean> {
  return api().permissions.request({ origins: [`https://${host}/*`] })
}

function originOf(host: LoginHost): string {
  return `https://${host}/*`
}
