import { api } from './api'

/** What stands on the toolbar button, as it was last drawn: there at once, even while the background still sleeps. */
export function toolbarTitle(): Promise<string> {
  return api().action.getTitle({})
}

/** Whether the button is in sight and not behind the puzzle piece; undefined where the browser does not tell. */
export async function isPinned(): Promise<boolean | undefined> {
  const { action } = api()
  // Firefox names it from version 141 on.
  if (!('getUserSettings' in action)) return undefined
  return (await action.getUserSettings()).isOnToolbar
}
