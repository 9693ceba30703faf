import { mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, inject, test } from 'vitest'
import type { JournalEntry } from '../../src/domain/journal/journal'
import { browserNames } from '../browsers/browser'
import { until } from '../browsers/wait'
import { text, titleOf } from '../support/messages'
import { fillStorage, makeRoom, withLimitedStorage } from './limited-storage'
import { keyOf, setStage, today } from './stage'

describe.each(browserNames)('faults, in %s', (name) => {
  const profile = mkdtempSync(join(tmpdir(), 'practice-faults-'))
  // Before the stage's own: it is called after it, when the browser is closed.
  afterAll(() => rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }))
  const limited = name === 'chromium' ? withLimitedStorage(inject('packages').chromium) : undefined
  afterAll(() => limited?.remove())
  const stage = setStage(name, { profile, ...(limited && { dist: limited.dist }) })
  const key = keyOf('user-list-review')
  const answer = (id: string) => ({
    request: 'change',
    argument: {
      ...{ id, store: 'store-1', kind: 'answered', item: 'user-list-review' },
      answer: { kind: 'checked' },
    },
  })
  const entries = async () => {
    const day = (await stage.stored())[`journal/${today()}`] as { entries: JournalEntry[] } | undefined
    return (day?.entries ?? []).map(({ id }) => id)
  }

  /** Where the browser keeps what the extension stores. */
  function storageFolder(): string {
    const [parent, isOurs] =
      name === 'chromium'
        ? [join(profile, 'Default', 'Local Extension Settings'), () => true]
        : [join(profile, 'storage', 'default'), (one: string) => one.startsWith('moz-extension+++')]
    const folder = readdirSync(parent).find(isOurs)
    if (folder === undefined) throw new Error(`nothing of the extension in ${parent}`)
    return name === 'chromium' ? join(parent, folder) : join(parent, folder, 'idb')
  }

  test('a storage that cannot be read says so on button and popup, is not written, and heals by itself', async () => {
    await stage.leaveWaiting('user-list-review')
    const before = await stage.stored()
    // Closed once in peace: Firefox writes down only then in which kind of storage it keeps what is ours.
    await stage.browser.restart()
    const folder = storageFolder()
    const away = join(profile, 'away')
    await stage.browser.kill()
    renameSync(folder, away)
    writeFileSync(folder, '')
    await stage.browser.restart()
    const tab = await stage.browser.open(stage.browser.extensionUrl('src/popup/popup.html'))
    const seen = () => tab.evaluate<string>('return document.body.innerText')
    await until('the popup to say it', async () => (await seen()).includes(text('popup_could_not_read')))
    await until('the mark on the button', async () => (await stage.browser.badge()).text === '!')
    expect(await seen()).not.toContain(titleOf('user-list-review'))
    expect(await tab.accessible('link', text('popup_wrong')), 'the way to the playbooks').toBe(1)
    expect(await stage.send(answer('e-1'))).toEqual({ error: 'could-not-read' })
    // What a bad day needs opens all the same.
    const data = await stage.openDashboard('data')
    await data.waitFor((shown) => shown.includes(text('rescue_raw')))
    await data.tab.close()
    const guides = await stage.openDashboard('playbooks')
    await guides.tab.evaluate(`location.hash = '#/playbooks/hijack'`)
    await guides.waitFor((shown) => shown.includes(text('step_hijack_clean_seat_title')))
    await guides.tab.close()
    await tab.bringToFront()

    rmSync(folder)
    renameSync(away, folder)
    await until('the popup to show the list', async () =>
      (await seen()).includes(titleOf('user-list-review')),
    )
    await until('the number on the button', async () => (await stage.browser.badge()).text === '1')
    expect(await stage.stored()).toEqual(before)
  })

  test.runIf(name === 'chromium')(
    'a full storage says so, keeps what was there, and works again when there is room (Firefox gives a part of the disk)',
    async () => {
      await stage.leaveWaiting('user-list-review')
      const popup = await stage.openPopup()
      const before = (await stage.stored())[key]
      await fillStorage(stage.browser)
      await popup.press(text('answer_checked'), titleOf('user-list-review'))
      await popup.waitFor((seen) => seen.includes(text('failed_store')))
      expect((await stage.stored())[key]).toEqual(before)
      expect(await entries()).toEqual([])
      // The dashboard reads what is there, and its answers fail as openly.
      const dashboard = await stage.openDashboard()
      expect(await dashboard.text()).toContain(titleOf('user-list-review'))

      await makeRoom(stage.browser)
      await until('room', async () => 'ok' in ((await stage.send(answer('e-2'))) as object))
      expect((await stage.recordOf('user-list-review'))?.checked).toBe(today())
      expect(await entries()).toEqual(['e-2'])
    },
  )

  test('a background that is ended at any step of an answer leaves the state before or the one after, and asked again records it once', async () => {
    await stage.leaveWaiting('user-list-review')
    const seen = new Set<'before' | 'after'>()
    const ids: string[] = []
    for (let round = 0; round < 40 && (round < 12 || seen.size < 2); round += 1) {
      const id = `e-${round}`
      ids.push(id)
      const last = (await entries()).length
      // In turn: with much to do before it, so that it is not stored yet; as soon as it is stored; and in between.
      await stage.browser.inExtension(`
        const stored = new Promise((done) => chrome.storage.onChanged.addListener(function once() {
          chrome.storage.onChanged.removeListener(once)
          done()
        }))
        const ask = (message) => chrome.runtime.sendMessage(message).catch(() => undefined)
        for (let before = 0; before < ${round % 3 === 0 ? 100 : 0}; before += 1) void ask({ request: 'data', argument: null })
        void ask(${JSON.stringify(answer(id))})
        ${round % 3 === 1 ? 'await stored' : ''}`)
      await stage.browser.stopBackground()
      const after = await entries()
      seen.add(after.includes(id) ? 'after' : 'before')
      expect(after.length).toBe(after.includes(id) ? last + 1 : last)
      const record = await stage.recordOf('user-list-review')
      // Record and journal are written together, or not at all.
      expect(record?.events.includes(id) ?? false).toBe(after.includes(id))
      expect(
        await until('an answer', async () => (await stage.send(answer(id))) ?? undefined),
      ).toHaveProperty('ok')
      expect(await entries()).toEqual(ids)
    }
    expect([...seen].sort()).toEqual(['after', 'before'])
  })
})
