import { describe, expect, test } from 'vitest'
import type { Run } from '../../src/domain/playbooks/run'
import { addressOf } from '../../src/pages/page-urls'
import { storesKind } from '../../src/storage/kinds/stores'
import { browserNames } from '../browsers/browser'
import { until } from '../browsers/wait'
import { text } from '../support/messages'
import { type OwnPage, openPanel } from './own-page'
import { firstStore, setStage, today, usual } from './stage'

const shows = (page: OwnPage, said: string) => page.waitFor((seen) => seen.includes(said))
const title = (page: OwnPage) =>
  page.tab.evaluate<string | undefined>(`return document.querySelector('h1')?.innerText`)
const showsStep = (page: OwnPage, step: string) => until(step, async () => (await title(page)) === step)

/** Types a text into a field, and presses the button beside it. */
async function write(page: OwnPage, field: string, typed: string, isSent = true): Promise<void> {
  await page.tab.evaluate(`
    const field = document.getElementById('${field}')
    field.value = ${JSON.stringify(typed)}
    field.dispatchEvent(new Event('input', { bubbles: true }))
    if (${isSent}) field.form.requestSubmit()`)
}

describe.each(browserNames)('guides in the panel in %s', (name) => {
  const stage = setStage(name)

  const run = async () => {
    const [found] = Object.entries(await stage.stored()).filter(([key]) => key.startsWith('run/'))
    return found?.[1] as Run | undefined
  }
  /** A guide that was started, at a step that its answer leads to. */
  async function started(): Promise<void> {
    const argument = { run: 'run-1', playbook: 'funds-cleared', store: firstStore.id }
    await stage.send({ request: 'start-playbook', argument })
    const say = (event: object) =>
      stage.send({ request: 'change-run', argument: { run: 'run-1', id: crypto.randomUUID(), ...event } })
    await say({ kind: 'stepped', step: 'which-case', answer: 'stolen' })
    await say({ kind: 'told', clock: 'next-payout', day: today() })
    await say({ kind: 'wrote', step: 'which-case', what: 'note', text: 'two payouts' })
  }
  /** The panel, in which the guide is gone on with, and the tab of the dashboard that opened it. */
  async function goneOn() {
    await started()
    const dashboard = await stage.openDashboard()
    const panel = await openPanel(stage.browser, dashboard.tab)
    await shows(panel, text('popup_wrong'))
    // By its place: the driver of Firefox's sidebar takes no text beyond ASCII.
    await panel.tab.click('footer button')
    const guide = text('panel_guide_continue', { playbook: text('playbook_funds_cleared') })
    await shows(panel, guide)
    await panel.press(guide)
    await showsStep(panel, text('step_funds_cleared_stolen_report_title'))
    return { dashboard, panel }
  }

  test('one is chosen, started and led through, and the dashboard shows the same, also while the worker is ended', async () => {
    const dashboard = await stage.openDashboard()
    const panel = await openPanel(stage.browser, dashboard.tab)
    await panel.tab.click('footer button')
    await shows(panel, text('playbooks_all'))
    await panel.press(text('playbook_hijack'))
    await shows(panel, text('step_hijack_watch_title'))
    await panel.press(text('playbooks_start'))
    await showsStep(panel, text('step_hijack_clean_seat_title'))
    const { id } = await until('the run', run)
    await dashboard.tab.evaluate(`location.hash = '#/playbook/${id}'`)
    await shows(dashboard, text('step_hijack_clean_seat_why'))

    // From the panel to the dashboard …
    await stage.browser.stopBackground()
    await write(panel, 'clean-seat-note', 'written beside the page')
    await shows(panel, 'written beside the page')
    await shows(dashboard, 'written beside the page')
    await stage.browser.stopBackground()
    await panel.press(text('run_done'))
    await showsStep(panel, text('step_hijack_mailbox_title'))
    await shows(dashboard, text('step_hijack_mailbox_why'))
    // … and back.
    await stage.browser.stopBackground()
    await write(dashboard, 'mailbox-note', 'written in the dashboard')
    await shows(panel, 'written in the dashboard')
    await dashboard.press(text('run_done'))
    await showsStep(panel, text('step_hijack_phone_number_title'))
    expect((await run())?.log.filter(({ kind }) => kind === 'stepped')).toHaveLength(2)
  })

  test('a reload at any moment restores the step, and what is being written', async () => {
    const { panel } = await goneOn()
    await panel.press(text('panel_guide_back'))
    const question = text('step_funds_cleared_which_case_title')
    await showsStep(panel, question)
    await write(panel, 'which-case-note', 'half a sen', false)
    await until('the text to be kept', () =>
      panel.tab.evaluate<boolean>(
        `return JSON.stringify(await chrome.storage.session.get(null)).includes('half a sen')`,
      ),
    )
    const reload = async () => {
      await panel.tab.evaluate('window.isOld = true')
      await panel.tab.reload()
      await until('the panel as it was', () =>
        panel.tab.evaluate<boolean>(
          `return !window.isOld && document.getElementById('which-case-note')?.value === 'half a sen'`,
        ),
      )
      expect(await title(panel)).toBe(question)
    }
    await reload()
    await stage.browser.stopBackground()
    await reload()
  })

  test('it says which page the step is done on, and opens it in the tab beside', async () => {
    const store = { ...firstStore, fronts: [usual] }
    await stage.store({ [storesKind.prefix]: storesKind.encode({ stores: [store], current: store.id }) })
    const { panel } = await goneOn()
    const beside = await stage.visit('user-permissions')
    await panel.tab.click(`a[href="${addressOf('deposit-methods', usual)}"]`)
    await shows(panel, text('panel_here', { page: text('page_deposit_methods') }))
    await until(
      'the tab beside to have gone there',
      async () => !(await beside.evaluate<string>('return location.pathname')).includes('permissions'),
    )
    expect(await title(panel)).toBe(text('step_funds_cleared_stolen_report_title'))
  })

  describe.each([{ dark: false }, { dark: true }])('%o', (media) => {
    test('axe finds nothing wrong, and nothing is wider than the panel', async () => {
      const { panel } = await goneOn()
      await panel.tab.emulate(media)
      const check = async (what: string) => {
        await panel.tab.evaluate('for (const one of document.querySelectorAll("details")) one.open = true')
        for (const width of [600, 360, 193]) {
          await panel.tab.resize(width, 800)
          const shown = await panel.tab.evaluate<number>('return innerWidth')
          const wide = await panel.tab.evaluate<number>('return document.documentElement.scrollWidth')
          expect(wide, `${what} at ${width}`).toBeLessThanOrEqual(shown)
          expect(await panel.tab.axe(), `${what} at ${width}`).toEqual([])
        }
      }
      await check('a guide that was started')
      await panel.press(text('run_all'))
      await shows(panel, text('playbooks_all'))
      await check('all guides')
      await panel.press(text('playbook_claim'))
      await shows(panel, text('step_claim_learn_title'))
      await check('a guide to read')
    })
  })
})
