// @vitest-environment jsdom
import 'fake-indexeddb/auto'
import { render } from 'preact'
import { describe, expect, test, vi } from 'vitest'
import { parts } from '../../../src/dashboard/navigation/router'
import type { Overview } from '../../../src/domain/overview'
import { readable } from '../../../src/storage/readable'
import { createSession } from '../../../src/ui/overview-store'
import { checked } from '../../support/checklist'
import { inEnglish } from '../../support/i18n'
import { open } from '../../support/views'

// After what jsdom lacks is in its place (views.tsx).
const { Dashboard } = await import('../../../src/dashboard/layout')
const { Popup } = await import('../../../src/popup/popup-page')

const { translate: text } = inEnglish('UTC')
const step = text('step_hijack_mailbox_title')

/** The texts of the files that were handed to the browser. */
function filesSaved(): Blob[] {
  const files: Blob[] = []
  URL.createObjectURL = (file) => {
    files.push(file as Blob)
    return 'blob:it'
  }
  URL.revokeObjectURL = () => undefined
  HTMLAnchorElement.prototype.click = () => undefined
  return files
}

async function go(page: Awaited<ReturnType<typeof open>>, hash: string): Promise<void> {
  location.hash = hash
  window.dispatchEvent(new HashChangeEvent('hashchange'))
  await page.settled()
}

const untrue = /nothing is lost|Nothing was changed/

describe('a value that cannot be drawn', () => {
  test.each([
    'areas',
    'stores',
    'store',
    'settings',
    'measures',
    'progress',
    'storage',
    'today',
    'deadlines',
  ])('overview.%s: every place says so or works, and the guides and the data open', async (name) => {
    const page = await open('dashboard', { at: '#/checklist' })
    await page.change(checked('two-step-on'))
    const overview = { ...(await page.overview()), [name]: 7 } as unknown as Overview
    for (const at of [...parts, 'welcome']) {
      await go(page, `#/${at}`)
      page.session.tell({ kind: 'saved' }, overview)
      await page.settled()
      expect(document.querySelector('h1, h2')?.textContent).toBeTruthy()
      const isBroken = document.body.textContent?.includes(text('broken_title'))
      if (isBroken) page.screen.getAllByText(text('playbooks_incident'))
      expect(document.body.textContent).not.toMatch(untrue)
    }
    await go(page, '#/playbooks/hijack')
    page.screen.getAllByText(step)
    await go(page, '#/data')
    await page.waitFor(() =>
      expect(document.body.textContent).toMatch(new RegExp(`${text('rescue_raw')}|${text('files_export')}`)),
    )
    // What can be drawn again is.
    await go(page, '#/checklist')
    await page.session.read()
    await page.user.click(page.screen.queryByText(text('retry')) ?? document.body)
    await page.screen.findAllByText(text('item_two_step_on_title'))
  })

  test('takes the popup down to the ways on, and it comes back', async () => {
    const page = await open('popup')
    const overview = await page.overview()
    page.session.tell({ kind: 'saved' }, { ...overview, areas: 7 } as unknown as Overview)
    await page.screen.findByText(text('broken_title'))
    for (const way of ['popup_wrong', 'storage_open_data'] as const)
      expect(page.screen.getByText(text(way)).closest('a')).not.toBeNull()
    await page.session.read()
    await page.user.click(page.screen.getByText(text('retry')))
    await page.screen.findByText(text('item_two_step_on_title'))
  })
})

describe('a storage that fails', () => {
  test.each(['rejects', 'hangs'] as const)(
    '%s: the guides are there, and what happened is told',
    async (how) => {
      const page = await open('dashboard', { at: '#/data' })
      const files = filesSaved()
      if (how === 'rejects') page.platform.storage.reject('get')
      else page.platform.storage.hang('get')
      const session = createSession(page.session.ask)
      render(null, document.body)
      render(<Dashboard session={session} i18n={page.i18n} />, document.body)
      if (how === 'rejects') {
        await session.read()
        page.screen.getByText(text('popup_could_not_read'))
        await page.user.click(await page.screen.findByText(text('rescue_raw')))
        await page.screen.findByText(text('rescue_nothing'))
        expect(files).toEqual([])
      } else {
        void session.read()
        page.screen.getAllByText(text('popup_reading'))
      }
      expect(document.body.textContent).not.toMatch(untrue)
      // The backups lie elsewhere.
      await page.screen.findByText(text('backups_none'))
      await go(page, '#/playbooks/hijack')
      await page.screen.findAllByText(step)
    },
  )

  test('for some keys alone: the rest is in the raw file, and how much is missing is told', async () => {
    const page = await open('dashboard', { at: '#/data' })
    await page.change(checked('two-step-on'))
    const { get } = page.platform.storage
    vi.spyOn(page.platform.storage, 'get').mockImplementation((keys) =>
      keys === null || keys.some((key) => key.startsWith('record/'))
        ? Promise.reject(new Error('torn'))
        : get(keys),
    )
    const { values, missing } = await readable(page.platform.storage)
    expect(missing).toBe(1)
    expect(values).toHaveProperty('showings')
    expect(Object.keys(values).some((key) => key.startsWith('record/'))).toBe(false)
  })

  test('with an overview that throws, the raw file holds all that is stored', async () => {
    const page = await open('dashboard', { at: '#/data' })
    await page.change(checked('two-step-on'))
    const files = filesSaved()
    const ask: typeof page.session.ask = async (request, argument) => {
      if (request === 'overview') throw new TypeError('overview')
      return page.session.ask(request, argument)
    }
    const session = createSession(ask)
    render(null, document.body)
    render(<Dashboard session={session} i18n={page.i18n} />, document.body)
    await session.read()
    await page.user.click(await page.screen.findByText(text('rescue_raw')))
    await page.waitFor(() => expect(files).toHaveLength(1))
    const reader = new FileReader()
    const read = new Promise((done) => reader.addEventListener('load', done))
    reader.readAsText(files[0]!)
    await read
    expect(JSON.parse(String(reader.result))).toEqual(page.platform.kept.local)
  })
})

test('a popup that is still reading says that alone, whatever the toolbar said before', async () => {
  const page = await open('popup')
  for (const { id } of (await page.overview()).areas.flatMap(({ items }) => items))
    await page.change(checked(id))
  await page.overview()
  expect(page.platform.badge.title).toBe(text('title_nothing_waits'))
  render(null, document.body)
  render(
    <Popup session={createSession(() => new Promise(() => undefined))} i18n={page.i18n} />,
    document.body,
  )
  page.screen.getByText(text('popup_reading'))
  expect(document.body.textContent).not.toMatch(/no essential checks/i)
})
