import type { Instant } from '../domain/time'

/** More than a seller and our script ever need; a page that floods us through it is not heard. */
const allowed = { messages: 200, within: 10_000 }

/** Counts the messages of each tab. Lost with the worker, and that is no loss. */
export function createAllowance() {
  const heard = new Map<number, Instant[]>()
  return function mayAsk(tab: number, now: Instant): boolean {
    const recent = (heard.get(tab) ?? []).filter((at) => at <= now && now - at < allowed.within)
    if (recent.length < allowed.messages) recent.push(now)
    else return false
    heard.set(tab, recent)
    return true
  }
}
