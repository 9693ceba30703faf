import { describe, expect, test } from 'vitest'
import { timeZone } from '../../src/browser/time-zone'
import { browserNames } from '../browsers/browser'
import { until } from '../browsers/wait'
import { inEnglish } from '../support/i18n'
import { text, titleOf } from '../support/messages'
import { keyOf, type OwnPage, setStage, today } from './stage'

const { day } = inEnglish(timeZone())

describe.each(browserNames)('the seller’s data, in %s', (name) => {
  const stage = setStage(name)
  const open = async (part: 'data' | 'report') => {
    const page = await stage.openDashboard(part)
    await page.waitFor((seen) => seen.includes(text(part === 'data' ? 'files_title' : 'report_title')))
    return page
  }
  const storedOfSeller = async () => {
    const { applied: _applied, showings: _showings, 'written-by': _writtenBy, ...raw } = await stage.stored()
    return raw
  }

  /** Presses a button that saves a file, and gives what would have been saved. */
  async function saved(page: OwnPage, label: string): Promise<{ name: string; text: string }> {
    await page.tab.evaluate(`
      window.savedFiles = []
      const blobs = new Map()
      URL.createObjectURL = (blob) => { blobs.set('blob:' + blobs.size, blob); return 'blob:' + (blobs.size - 1) }
      HTMLAnchorElement.prototype.click = function () {
        void blobs.get(this.href).text().then((text) => window.savedFiles.push({ name: this.download, text }))
      }`)
    await page.press(label)
    return until('the file', () =>
      page.tab.evaluate<{ name: string; text: string } | undefined>('return window.savedFiles[0]'),
    )
  }

  async function chooseFile(page: OwnPage, content: string): Promise<void> {
    await page.tab.evaluate(`
      const files = new DataTransfer()
      files.items.add(new File([${JSON.stringify(content)}], 'nightlatch.json'))
      const input = document.querySelector('#import-file')
      input.files = files.files
      input.dispatchEvent(new Event('change', { bubbles: true }))`)
  }

  /** Presses the last visible button of that name: the dialog's. */
  const confirm = (page: OwnPage, label: string) =>
    until('the dialog', async () =>
      page.tab.evaluate<boolean>(`
        const button = [...document.querySelectorAll('dialog[open] button')].find((one) => one.innerText === ${JSON.stringify(label)})
        button?.click()
        return button !== undefined`),
    )

  test('is saved as a file, forgotten, brought in again, and taken back', async () => {
    await stage.leaveWaiting('user-list-review')
    const before = await storedOfSeller()
    const page = await open('data')
    const file = await saved(page, text('files_export'))
    expect(file.name).toBe(`nightlatch-${today()}.json`)
    expect(JSON.parse(file.text).entries).toMatchObject(before)

    await page.tab.evaluate(`
      const select = document.querySelector('#reset-what')
      select.value = ''
      select.dispatchEvent(new Event('change', { bubbles: true }))`)
    await page.press(text('reset_button'))
    await confirm(page, text('reset_go'))
    await page.waitFor((seen) => seen.includes(text('whole_reset')))
    expect(await storedOfSeller()).toEqual({})

    await chooseFile(page, file.text)
    await page.waitFor((seen) => seen.includes(text('import_preview')))
    expect(await storedOfSeller()).toEqual({})
    await page.press(text('import_go'))
    await confirm(page, text('import_go'))
    await page.waitFor((seen) => seen.includes(text('whole_imported')))
    expect(await storedOfSeller()).toEqual(before)

    await page.press(text('undo'))
    await page.waitFor((seen) => seen.includes(text('whole_restored')))
    expect(await storedOfSeller()).toEqual({})
    expect(await page.text()).toContain(text('backup_reason_reset'))
    expect(await page.tab.axe()).toEqual([])
  })

  test('a store is given to a colleague without a name that was not ticked, and is merged there', async () => {
    await stage.leaveWaiting('user-list-review')
    const kim = { version: 1, values: { name: 'Kim', kind: 'person' }, at: Date.now() }
    await stage.store({
      'register/store-1/people/kim': kim,
      [keyOf('two-step-on')]: { version: 1, checked: today(), events: ['e-1'] },
      [keyOf('deposit-check-before-payout')]: {
        version: 1,
        checked: today(),
        note: 'ask Kim',
        events: ['e-2'],
      },
    })
    const giver = await open('data')
    await giver.press(text('give_choose'))
    await giver.waitFor((seen) => seen.includes(text('give_notes')))
    await giver.tab.evaluate(
      `[...document.querySelectorAll('label')].find((one) => one.innerText.trim() === ${JSON.stringify(text('give_notes'))}).click()`,
    )
    await giver.press(text('give_go'))
    await giver.waitFor((seen) => seen.includes(text('give_naming')) && seen.includes('ask Kim'))
    expect(await giver.tab.axe()).toEqual([])
    const file = await saved(giver, text('give_anyway'))
    expect(Object.keys(JSON.parse(file.text).entries).join()).not.toMatch(
      /register|two-step|journal|settings/,
    )

    await stage.browser.inExtension('await chrome.storage.local.clear()')
    const pans = { id: 'store-1', name: 'Pans', login: 'login-1', fronts: [], profile: {} }
    const theirs = { version: 1, stores: [pans], current: 'store-1' }
    await stage.store({ stores: theirs, 'register/store-1/people/kim': kim })
    const colleague = await open('data')
    await chooseFile(colleague, file.text)
    await colleague.waitFor((seen) => seen.includes(text('import_brings')))
    expect(await colleague.tab.axe()).toEqual([])
    await colleague.press(text('import_go'))
    await confirm(colleague, text('import_go'))
    await colleague.waitFor((seen) => seen.includes(text('whole_imported')))
    const after = (await stage.stored()) as { stores: { stores: { id: string }[] } } & Record<string, unknown>
    expect(after.stores.stores).toMatchObject([pans, {}])
    const id = after.stores.stores[1]?.id
    expect(after).toMatchObject({
      'register/store-1/people/kim': kim,
      [`record/${id}/deposit-check-before-payout`]: { note: 'ask Kim' },
    })
  })

  test('a file that is none is refused beside the field, and changes nothing', async () => {
    await stage.leaveWaiting()
    const before = await stage.stored()
    const page = await open('data')
    await chooseFile(page, '{"format":')
    await page.waitFor((seen) => seen.includes(text('refused_not_json')))
    expect(await stage.stored()).toEqual(before)
  })

  test('5 MB are read a piece at a time, with progress that is seen', async () => {
    const page = await open('data')
    const days = Array.from({ length: 600 }, (_, index) => {
      const day = new Date(Date.UTC(2024, 0, 1 + index)).toISOString().slice(0, 10)
      const entries = Array.from({ length: 50 }, (__, number) => ({
        id: `e-${index}-${number}`,
        at: Date.UTC(2024, 0, 1 + index),
        day,
        store: 'store-1',
        what: { kind: 'answered', item: 'two-step-on', answer: { kind: 'checked' } },
      }))
      return [`journal/${day}`, { version: 1, entries }]
    })
    const file = JSON.stringify({
      format: 'nightlatch-export',
      version: 1,
      made: today(),
      entries: Object.fromEntries(days),
    })
    expect(file.length).toBeGreaterThan(4_500_000)
    await page.tab.evaluate(`
      window.progress = new Set()
      new MutationObserver(() => {
        const bar = document.querySelector('progress')
        if (bar) window.progress.add(bar.value)
      }).observe(document.body, { subtree: true, childList: true, attributes: true })`)
    await chooseFile(page, file)
    await page.waitFor((seen) => seen.includes(text('import_preview')))
    await page.press(text('import_go'))
    await confirm(page, text('import_go'))
    await page.waitFor((seen) => seen.includes(text('whole_imported')))
    // How long the page is held up at most: `npm run bench -- pages`.
    expect(await page.tab.evaluate('return window.progress.size')).toBeGreaterThan(5)
    expect(Object.keys(await stage.stored()).filter((key) => key.startsWith('journal/'))).toHaveLength(600)
  })

  test('journal and calendar are saved too', async () => {
    await stage.leaveWaiting('user-list-review')
    const popup = await stage.openPopup()
    await popup.press(text('answer_checked'), titleOf('user-list-review'))
    await popup.waitFor((seen) => seen.includes(text('undo')))
    const page = await open('data')
    const journal = await saved(page, text('files_journal'))
    expect(journal.name).toBe(`nightlatch-journal-${today()}.csv`)
    expect(journal.text).toContain(titleOf('user-list-review').replaceAll('"', '""'))
    const calendar = await saved(page, text('files_calendar'))
    expect(calendar.text).toMatch(/^BEGIN:VCALENDAR\r\n/)
    expect(calendar.text.match(/BEGIN:VEVENT/g)?.length).toBeGreaterThan(20)
  })

  test('a backup is made after a while, and offered when the records are gone', async () => {
    await stage.leaveWaiting('user-list-review')
    await stage.send({ request: 'delete-backups', argument: null })
    await stage.browser.stopBackground()
    let page = await open('data')
    await until('the backup', async () => {
      await page.tab.reload()
      return page
        .waitFor((seen) => seen.includes(text('backups_title')))
        .then((seen) => seen.includes(text('backup_reason_day')))
    })
    await stage.browser.inExtension('await chrome.storage.local.clear()')
    page = await open('data')
    await page.waitFor((seen) => seen.includes(text('lost_title')))
    await page.press(text('backup_bring_back'))
    await confirm(page, text('backup_bring_back'))
    await page.waitFor((seen) => seen.includes(text('whole_restored')))
    expect(await stage.stored()).toHaveProperty([keyOf('two-step-on')])
  })

  test('what cannot be read is listed, and comes back out of a backup, alone', async () => {
    await stage.leaveWaiting('user-list-review')
    const before = await stage.stored()
    await stage.send({
      request: 'reset',
      argument: { id: 'made-a-backup', store: 'store-1', withoutBackup: false },
    })
    const torn = keyOf('two-step-on')
    await stage.store({ [torn]: 'torn', [`damaged/${torn}`]: 'torn before' })
    const page = await stage.openDashboard()
    await page.press(text('storage_open_data'))
    await page.waitFor((seen) => seen.includes(text('unreadable_title')))
    expect(await page.text()).not.toContain(text('storage_open_data'))
    await page.press(text('unreadable_bring_back', { day: day(today()) }))
    const done = text('unreadable_bring_back_done', { day: day(today()) })
    await page.waitFor((seen) => seen.includes(done))
    expect(await stage.stored()).toMatchObject({
      [torn]: before[torn] as object,
      [`damaged/${torn}`]: 'torn before',
      [`damaged/2/${torn}`]: 'torn',
    })
    await page.waitFor((seen) =>
      seen.includes(text('unreadable_aside_again', { part: titleOf('two-step-on'), number: '2' })),
    )

    const one = keyOf('deposit-check-before-payout')
    const others = await stage.stored()
    expect(others).not.toHaveProperty([one])
    await page.press(text('backup_part_title'))
    const choose = (select: string, value: string) =>
      until('the choice', () =>
        page.tab.evaluate<boolean>(`
          const select = document.querySelector('${select}')
          if (!select || select.options.length < 2) return false
          select.value = ${value}
          select.dispatchEvent(new Event('change', { bubbles: true }))
          return true`),
      )
    await choose('#part-backup', 'select.options[1].value')
    await choose('#part-part', JSON.stringify(one))
    await page.press(text('backup_part_go'))
    await until('the part', async () => one in (await stage.stored()))
    const { applied: _applied, ...after } = await stage.stored()
    const { applied: _before, ...rest } = others
    expect(after).toEqual({ ...rest, [one]: before[one] })
    expect(await page.tab.axe()).toEqual([])
  })

  test('what a later version wrote is explained in popup and dashboard', async () => {
    await stage.leaveWaiting()
    await stage.store({ [keyOf('two-step-on')]: { version: 9 } })
    const notice = text('storage_newer', { parts: titleOf('two-step-on') })
    for (const page of [await stage.openPopup(), await stage.openDashboard()])
      await page.waitFor((seen) => seen.includes(notice))
  })

  test('the report names what was checked, and notes only when asked', async () => {
    await stage.leaveWaiting('user-list-review')
    await stage.store({
      [keyOf('two-step-on')]: { version: 1, checked: today(), note: 'ask <b>Kim</b>', events: [] },
    })
    const page = await open('report')
    expect(await page.text()).toContain(titleOf('two-step-on'))
    expect(await page.text()).not.toContain('Kim')
    await page.tab.evaluate('document.querySelector(".report input").click()')
    await page.waitFor((seen) => seen.includes('ask <b>Kim</b>'))
    expect(await page.tab.axe()).toEqual([])
  })
})
