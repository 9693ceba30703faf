import { itemIds } from '../../src/domain/items'
import type { Browser } from '../browsers/browser'

/** A journal of so many entries, fifty a day, ending yesterday: as a busy agency has it after years. */
export function journalOf(entries: number, today: Date): Record<string, unknown> {
  const days = Math.ceil(entries / 50)
  return Object.fromEntries(
    Array.from({ length: days }, (_, index) => {
      const at = today.getTime() - (index + 1) * 24 * 60 * 60 * 1000
      const day = new Date(at).toISOString().slice(0, 10)
      const list = Array.from({ length: Math.min(50, entries - index * 50) }, (__, number) => ({
        id: `bench-${index}-${number}`,
        at,
        day,
        store: 'store-1',
        what: { kind: 'answered', item: itemIds[number % itemIds.length], answer: { kind: 'checked' } },
      }))
      return [`journal/${day}`, { version: 1, entries: list }]
    }),
  )
}

/** Keys: a day of the journal is ten kilobytes. */
const portion = 200

/** Puts a state in place of what is stored. In portions: a message of the driver is not to be megabytes long. */
export async function fill(browser: Browser, state: Record<string, unknown>): Promise<void> {
  // What is remembered was made of what was stored before.
  await browser.inExtension('await chrome.storage.local.clear(); await chrome.storage.session.clear()')
  const parts = Object.entries(state)
  for (let at = 0; at < parts.length; at += portion) {
    const some = JSON.stringify(Object.fromEntries(parts.slice(at, at + portion)))
    await browser.inExtension(`await chrome.storage.local.set(${some})`)
  }
}

/** Milliseconds from an answer in a page of ours to the new overview, each time with a warm worker. */
export function answerTimes(browser: Browser, times: number): Promise<number[]> {
  return browser.inExtension<number[]>(`
    const items = ${JSON.stringify(itemIds)}
    const answer = (index) => chrome.runtime.sendMessage({ request: 'change', argument: {
      id: crypto.randomUUID(), store: 'store-1', kind: 'answered',
      item: items[index % items.length], answer: { kind: 'checked' },
    } })
    for (let index = 0; index < 5; index += 1) await answer(index)
    const taken = []
    for (let index = 0; index < ${times}; index += 1) {
      const start = performance.now()
      const reply = await answer(index)
      if (!('ok' in reply)) throw new Error(reply.error)
      taken.push(performance.now() - start)
    }
    return taken`)
}
