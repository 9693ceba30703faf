import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { describe, expect, test } from 'vitest'
import { falsePages } from '../../src/pages/false-pages'
import { browserNames } from '../browsers/browser'
import { until } from '../browsers/wait'
import { text } from '../support/messages'
import { type OwnPage, openPanel, wrongWith } from './own-page'
import { setStage } from './stage'

const saved = (name: string) => readFileSync(join('test', 'fixtures', 'messages', name), 'latin1')

describe.each(browserNames)('is this message really Amazon’s, in %s', (name) => {
  const stage = setStage(name)

  const kept = () =>
    stage.browser.inExtension<unknown>(
      'return { local: await chrome.storage.local.get(null), session: await chrome.storage.session.get(null) }',
    )

  async function unfold(page: OwnPage): Promise<OwnPage> {
    await page.press(text('check_message_title'))
    await page.waitFor((seen) => seen.includes(text('message_label')))
    return page
  }
  async function inPopup(): Promise<OwnPage> {
    const popup = await stage.openPopup()
    await popup.press(text('popup_tab_page'))
    return unfold(popup)
  }
  const paste = ({ tab }: OwnPage, message: string) =>
    tab.evaluate(`
      const field = document.querySelector('#message-text')
      field.value = ${JSON.stringify(message)}
      field.dispatchEvent(new Event('input', { bubbles: true }))`)
  /** Makes a file from a character per byte, for `give` to hand over. */
  const file = (bytes: string, give: string) => `
    const bytes = Uint8Array.from(${bytes}, (letter) => letter.charCodeAt(0))
    const given = new DataTransfer()
    given.items.add(new File([bytes], 'mail.eml'))
    ${give}`
  const choose = `
    const field = document.querySelector('#message-file')
    field.files = given.files
    field.dispatchEvent(new Event('change', { bubbles: true }))`
  const drop = `
    const form = document.querySelector('.message-check form')
    for (const type of ['dragover', 'drop'])
      form.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: given }))`

  test('pasted, chosen, dropped: judged in the popup, and nothing of it is kept, made or asked for', async () => {
    const popup = await inPopup()
    const before = await kept()
    await paste(popup, 'Confirm: https://sellercentral.amazon.com.pasted-secret.example/ap/signin')
    await popup.press(text('message_check'))
    await popup.waitFor((seen) => seen.includes(text('message_summary_not_amazon')))
    expect(await popup.text()).toContain('sellercentral.amazon.com.pasted-secret.example')
    const files = [
      ['order-notice.eml', choose, 'message_summary_amazon'],
      ['relayed-foreign-link.eml', drop, 'message_summary_mixed'],
      ['outlook.msg', choose, 'message_refused_not_a_mail'],
      ['data-and-script.eml', drop, 'message_summary_not_amazon'],
    ] as const
    for (const [mail, give, told] of files) {
      await popup.tab.evaluate(file(JSON.stringify(saved(mail)), give))
      await popup.waitFor((seen) => seen.includes(text(told)))
    }
    await popup.tab.evaluate(file("'a'.repeat(5_000_001)", choose))
    await popup.waitFor((seen) => seen.includes(text('message_refused_too_big')))
    expect(
      await popup.tab.evaluate(`return document.querySelectorAll('img, iframe, object, embed').length`),
    ).toBe(0)
    expect(await kept()).toEqual(before)
  })

  test('made-up messages in the panel, at each width and in both themes', async () => {
    const panel = await openPanel(stage.browser, (await stage.openDashboard()).tab)
    await unfold(panel)
    await panel.press(text('message_samples'))
    for (const number of ['2', '3'] as const) {
      await panel.press(text('message_sample', { number }))
      await panel.press(text('message_check'))
      await panel.waitFor((seen) => seen.includes(text(`message_sample_${number}_tells`)))
    }
    expect(await wrongWith(panel)).toEqual([])
  })

  // Firefox has no such sign.
  test.runIf(name === 'chromium')(
    'the sign on the toolbar goes by this version’s tables, also after an update, until it is turned off',
    async () => {
      const rules = () =>
        stage.browser.inExtension<{ conditions: { pageUrl: object }[] }[]>(
          `return chrome.declarativeContent ? ${inPromise("getRules(['false-page'], done)")} : []`,
        )
      const compared = async () => (await rules()).map(({ conditions }) => conditions[0]?.pageUrl)
      const isRenewed = async () => isDeepStrictEqual(await compared(), [falsePages])
      const press = async () =>
        (await stage.openDashboard('settings')).tab.click('[aria-labelledby="setting-sign"] input')

      await press()
      await until('the rule', isRenewed)
      await stage.browser.inExtension(`
      const [{ actions }] = ${inPromise("getRules(['false-page'], done)")}
      ${inPromise("removeRules(['false-page'], done)")}
      const { PageStateMatcher } = chrome.declarativeContent
      const pageUrl = { hostEquals: 'of-an-earlier-version.example' }
      const older = { id: 'false-page', conditions: [new PageStateMatcher({ pageUrl })], actions }
      ${inPromise('addRules([older], done)')}`)
      expect(await compared()).toEqual([{ hostEquals: 'of-an-earlier-version.example' }])
      await stage.browser.reloadExtension()
      await until('the rule of this version', isRenewed)
      await press()
      await until('no rule, and no permission', async () =>
        stage.browser.inExtension<boolean>(
          `return !(await chrome.permissions.contains({ permissions: ['declarativeContent'] }))`,
        ),
      )
    },
  )
})

const inPromise = (call: string) =>
  `await new Promise((done) => chrome.declarativeContent.onPageChanged.${call})`
