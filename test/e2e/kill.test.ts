import { describe, expect, test } from 'vitest'
import { itemIds } from '../../src/domain/items'
import type { JournalEntry } from '../../src/domain/journal/journal'
import { recordPrefix } from '../../src/storage/kinds/record'
import { type BrowserName, browserNames } from '../browsers/browser'
import { until } from '../browsers/wait'
import { setStage, today } from './stage'

/** Firefox takes several seconds for each start. */
const rounds = { chromium: 50, firefox: 10 } satisfies Record<BrowserName, number>

describe.each(browserNames)('a browser that is killed, %s', (name) => {
  const stage = setStage(name)
  const entriesIn = (stored: Record<string, unknown>) =>
    (stored[`journal/${today()}`] as { entries: JournalEntry[] } | undefined)?.entries ?? []
  const entries = async () => entriesIn(await stage.stored())

  test(
    `by SIGKILL while it writes, ${rounds[name]} times: every state is the one before or after an answer`,
    async () => {
      let most = 0
      for (let round = 0; round < rounds[name]; round += 1) {
        // Nobody waits for these: the browser is gone before most are answered.
        void stage.browser
          .inExtension(`
          const items = ${JSON.stringify(itemIds)}
          for (let index = 0; index < 2000; index += 1) {
            await chrome.runtime.sendMessage({ request: 'change', argument: {
              id: 'r${round}-' + index, store: 'store-1', kind: 'answered',
              item: items[index % items.length], answer: { kind: 'checked' },
            } })
          }`)
          .catch(() => undefined)
        // Once something of this round is stored, so that the kill falls among writes however slow the machine is.
        await until('the first answer of the round', async () =>
          (await entries()).some(({ id }) => id.startsWith(`r${round}-`)),
        )
        await new Promise((done) => setTimeout(done, (round * 37) % 240))
        await stage.browser.kill()
        await stage.browser.restart()
        const stored = await stage.stored()
        const kept = entriesIn(stored)
        const records = Object.entries(stored).filter(([key]) => key.startsWith(recordPrefix))
        const eventsOf = (value: unknown) => (value as { events: string[] }).events
        // Record and journal are written together, or not at all. Only the last write says so of both: a browser that is
        // killed within a write can lose the first ones after its next start, and the journal of a later one has them.
        const ids = kept.map(({ id }) => id)
        for (const [key, value] of records) expect(ids, key).toContain(eventsOf(value).at(-1))
        if (kept.length > 0)
          expect(records.map(([, value]) => eventsOf(value).at(-1))).toContain(kept.at(-1)?.id)
        expect(kept.length).toBeGreaterThanOrEqual(most)
        most = kept.length
      }
      expect(most).toBeGreaterThan(0)
    },
    20 * 60_000,
  )
})
