import type { Instant, LocalDay } from '../domain/time/time'
import { type Memory, sessionKeyOf } from './memory'

/** More than a seller and our script need; it stops a page's flood. `within` is milliseconds. */
const allowed = { messages: 200, within: 10_000 }
const allowedADay = { messages: 5_000, answers: 200 }
/** Messages between two writes of the day's count; a worker that ends (half an idle minute) loses fewer. */
const storedEvery = 20

export type Allowance = ReturnType<typeof createAllowance>

/** Counts the messages and answers that come from pages. */
export function createAllowance(memory: Memory) {
  const heard = new Map<number, Instant[]>()
  const today = new Map<number, { day: LocalDay; count: number }>()

  async function heardToday(tab: number, day: LocalDay): Promise<number> {
    const known = today.get(tab) ?? (await memory.of('heard', tab))
    return known?.day === day ? known.count : 0
  }

  return {
    /** Called before a message is looked at. */
    mayAsk(tab: number, now: Instant): boolean {
      const recent = (heard.get(tab) ?? []).filter((at) => at <= now && now - at < allowed.within)
      if (recent.length < allowed.messages) recent.push(now)
      else return false
      heard.set(tab, recent)
      return true
    },

    /** The limit for a whole day. */
    async mayAskToday(tab: number, day: LocalDay): Promise<boolean> {
      const count = (await heardToday(tab, day)) + 1
      today.set(tab, { day, count })
      if (count % storedEvery === 0) await memory.set({ [sessionKeyOf('heard', tab)]: { day, count } })
      return count <= allowedADay.messages
    },

    /** Counts an answer from any tab. Returns what to store, or undefined at today's limit. */
    async oneMoreAnswer(day: LocalDay): Promise<Record<string, unknown> | undefined> {
      const known = await memory.whole('answers')
      const count = (known?.day === day ? known.count : 0) + 1
      return count > allowedADay.answers ? undefined : { [sessionKeyOf('answers')]: { day, count } }
    },

    forget(tab: number): void {
      heard.delete(tab)
      today.delete(tab)
    },
  }
}
