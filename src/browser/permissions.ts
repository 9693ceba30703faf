import type { LoginHost } from '../pages/hosts'
import { api } from './api'

// Called from presses in our own pages: a browser grants permissions to nothing else.

/** Asks for the login pages of one marketplace. */
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
 * Asks for a Seller Central site that was taken away. Firefox asks for what `content_scripts` names (tried in 140 and 153);
 * a browser that does not rejects, or says no.
 */
export function requestHost(host: string): Promise<boolean> {
  return api().permissions.request({ origins: [`https://${host}/*`] })
}

function originOf(host: LoginHost): string {
  return `https://${host}/*`
}
