import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { browserNames } from '../browsers/browser'
import { until } from '../browsers/wait'
import { text } from '../support/messages'
import { setStage } from './stage'

// A year that 0.1.0 wrote itself (test/storage/version-0.1.0.test.ts), in English so that the texts are known.
const year = JSON.parse(
  readFileSync(new URL('../fixtures/0.1.0/storage.json', import.meta.url), 'utf8'),
) as Record<string, unknown> & { settings: object }
const before = { ...year, settings: { ...year.settings, language: 'en' } }

describe.each(browserNames)('an update from 0.1.0 in %s', (name) => {
  const stage = setStage(name)

  test('loses nothing, keeps a backup of before, and says once where things are now', async () => {
    await stage.store(before)
    await stage.browser.reloadExtension()
    const kept = await until('the update', async () => {
      const stored = await stage.stored()
      return (stored['written-by'] as { unreadNews?: boolean } | undefined)?.unreadNews && stored
    })
    expect(Object.keys(kept)).toEqual(expect.arrayContaining(Object.keys(before)))

    const home = await stage.openDashboard('home')
    const said = await home.waitFor((seen) => seen.includes(text('news_title')))
    expect(said).toContain(text('news_round'))
    await home.press(text('news_read'))
    await home.waitFor((seen) => !seen.includes(text('news_title')))
    expect(await home.tab.evaluate('return document.activeElement.id')).toBe('outlook')
    await home.tab.reload()
    expect(await home.waitFor((seen) => seen.includes(text('nav_home')))).not.toContain(text('news_title'))

    const data = await stage.openDashboard('data')
    const page = await data.waitFor((seen) => seen.includes(text('backup_reason_update')))
    expect(page).not.toContain(text('storage_unreadable', { parts: '' }).slice(0, 20))
  })
})
