import { api } from './api'

/** Whether the button is visible, not behind the puzzle piece. Undefined if the browser can't tell. */
export async function isPinned(): Promise<boolean | undefined> {
  const { action } = api()
  // Available in Firefox from version 141.
  if (!('getUserSettings' in action)) return undefined
  return (await action.getUserSettings()).isOnToolbar
}
