import type { Browser } from 'webextension-polyfill'
import type { LoginHost } from '../pages/hosts'

// Called from presses in our own pages: a browser grants permissions to nothing else.
function api(): Browser['permissions'] {
  const scope = globalThis as unknown as { browser?: Browser; chrome: Browser }
  return (scope.browser ?? scope.chrome).permissions
}

/** Asks for the login pages of one marketplace. */
export function requestLoginPages(host: LoginHost): Promise<boolean> {
  return api().request({ permissions: ['scripting'], origins: [originOf(host)] })
}

export async function dropLoginPages(host: LoginHost): Promise<void> {
  await api().remove({ origins: [originOf(host)] })
}

export function requestNotifications(): Promise<boolean> {
  return api().request({ permissions: ['notifications'] })
}

function originOf(host: LoginHost): string {
  return `https://${host}/*`
}
