import { api } from './api'

/** Whether the button is in sight and not behind the puzzle piece; undefined where the browser does not tell. */
export async function isPinned(): Promise<boolean | undefined> {
  const { action } = api()
  // Firefox names it from version 141 on.
  if (!('getUserSettings' in action)) return undefined
  return (await action.getUserSettings()).isOnToolbar
}
