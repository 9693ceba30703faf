import { api } from './api'

/** The version of the extension, as its manifest has it. */
export function extensionVersion(): string {
  return api().runtime.getManifest().version
}
