import { api } from './api'

/** Whether the button is visible, not behind the puzzle piece. Undefined if the browser can't tell. */
export async function isPinned(): Promise<boolean | undefined> {
  const { action } = api()
  // Available in Firefox from version 141.
  if (!('getUserSettings' in action)) return undefined
  return (await action.getUserSettings()).isOnToolbar
}

/**
 * What the toolbar says, if it says that checks are due: the browser knows it without the background. It is as old as the
 * last change or the last half hour, so it is only something to show until the checklist is read.
 */
export async function dueOnToolbar(): Promise<string | undefined> {
  const { action } = api()
  const [number, title] = await Promise.all([action.getBadgeText({}), action.getTitle({})])
  return /^\d/.test(number) ? title : undefined
}
