import type { Overview } from '../domain/overview'
import { dayInGreenwich } from '../domain/time/day'
import { minute } from '../domain/time/length'
import { api } from './api'

/**
 * Where the background keeps its last overview until the browser closes, so that the popup can show it at once. With
 * hundreds of stores a background that just woke needs seconds to read them all.
 */
export const keptOverviewKey = 'overview'

/** The last overview that the background kept, if it is of today. It may be older than what is stored. */
export async function keptOverview(): Promise<Overview | undefined> {
  const { [keptOverviewKey]: kept } = await api().storage.session.get(keptOverviewKey)
  const overview = kept as Overview | undefined
  const now = new Date()
  const today = dayInGreenwich(now.getTime() - now.getTimezoneOffset() * minute)
  return overview?.today === today ? overview : undefined
}
