import { api } from './api'

/** What stands on the toolbar button, as it was last drawn: there at once, even while the background still sleeps. */
export function toolbarTitle(): Promise<string> {
  return api().action.getTitle({})
}
