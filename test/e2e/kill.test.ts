import { expect, test } from 'vitest'
import { itemIds } from '../../src/domain/items'
import type { JournalEntry } from '../../src/domain/journal'
import { recordPrefix } from '../../src/storage/record'
import { setStage, today } from '../e2e/stage'

const stage = setStage('chromium')

test(
  'a browser that is ended by SIGKILL while it writes, 50 times: every state is the one before or after an answer',
  async () => {
    let most = 0
    for (let round = 0; round < 50; round += 1) {
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
      await new Promise((done) => setTimeout(done, 60 + ((round * 37) % 240)))
      await stage.browser.kill()
      await stage.browser.restart()
      const stored = await stage.stored()
      const days = stored[`journal/${today()}`] as { entries: JournalEntry[] } | undefined
      const entries = days?.entries ?? []
      const last = new Map(entries.map(({ id, what }) => [what['item'], id]))
      for (const [key, value] of Object.entries(stored)) {
        if (!key.startsWith(recordPrefix)) continue
        const { events } = value as { events: string[] }
        // Record and journal are written together, or not at all.
        expect(events.at(-1), key).toBe(last.get(key.slice(key.lastIndexOf('/') + 1)))
      }
      expect(entries.length).toBeGreaterThanOrEqual(most)
      most = entries.length
    }
    expect(most).toBeGreaterThan(50)
  },
  10 * 60_000,
)
