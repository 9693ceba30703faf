import { api } from './api'

export function extensionVersion(): string {
  return api().runtime.getManifest().version
}
