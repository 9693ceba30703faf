import { describe, expect, test } from 'vitest'
import type { Run } from '../../src/domain/playbooks/run'
import { addDays } from '../../src/domain/time/day'
import { storesKind } from '../../src/storage/kinds/stores'
import { browserNames } from '../browsers/browser'
import { until } from '../browsers/wait'
import { text } from '../support/messages'
import { firstStore, type OwnPage, setStage, today } from './stage'

type Entry = Run['log'][number]
const secret = 'the card 4111 1111 1111 1111'

describe.each(browserNames)('playbooks, in %s', (name) => {
  const stage = setStage(name)

  const runs = async () => {
    const stored = await stage.stored()
    return Object.keys(stored)
      .filter((key) => key.startsWith('run/'))
      .map((key) => stored[key] as Run)
  }
  const kinds = async () => (await runs())[0]?.log.map(({ kind }: Entry) => kind) ?? []
  const open = async (place: string) => {
    const page = await stage.openDashboard()
    await page.tab.evaluate(`location.hash = ${JSON.stringify(place)}`)
    return page
  }
  /** Into the field with this label, and then its button. */
  async function write(page: OwnPage, label: string, value: string): Promise<void> {
    const found = await page.tab.evaluate<string>(`
      const label = [...document.querySelectorAll('label')].find((one) => one.innerText === ${JSON.stringify(label)})
      const field = label.control
      field.value = ${JSON.stringify(value)}
      field.dispatchEvent(new Event('input', { bubbles: true }))
      field.form.querySelector('button').id = 'pressed-next'
      return field.id`)
    await page.tab.click('#pressed-next')
    await page.tab.evaluate(`document.querySelector('#pressed-next')?.removeAttribute('id')`)
    expect(found).not.toBe('')
  }
  const step = (title: string) => (seen: string) => seen.includes(title)

  test('a claim, from its first step to its end, and closed; the background is ended in between', async () => {
    await stage.store({
      [storesKind.prefix]: storesKind.encode({ stores: [firstStore], current: firstStore.id }),
    })
    const page = await open('#/playbooks/claim')
    await page.waitFor(step(text('playbooks_when_claim')))
    await page.press(text('playbooks_start'))
    await page.waitFor(step(text('run_path_parts')))
    await page.press(text('step_claim_which_answer_a_to_z'))
    await page.waitFor(step(text('step_claim_note_claim_why')))

    // What is a secret is refused with a reason, and stays in the field.
    await write(page, text('run_note'), secret)
    await page.waitFor(step(text('note_card_number')))
    expect(await page.tab.evaluate(`return document.querySelector('#note-claim-note').value`)).toBe(secret)
    await write(page, text('run_note'), 'order 123-1234567-1234567, 24.90')
    await page.waitFor(step('order 123-1234567-1234567, 24.90'))
    expect(JSON.stringify(await stage.stored())).not.toContain(secret)

    await page.press(text('run_date_count'))
    await page.waitFor(step(text('run_date_since', { day: dayText(today()) })))
    if (stage.browser.name === 'chromium') await stage.browser.stopBackground()
    await page.press(text('run_done'))
    await page.press(text('step_claim_decide_answer_represent'))
    for (const title of ['collect', 'write'] as const) {
      await page.waitFor(step(text(`step_claim_${title}_why`)))
      await page.press(text('run_done'))
    }
    await page.waitFor(step(text('step_claim_submit_why')))
    await write(page, text('run_case'), '12345678901')
    await page.waitFor(step(text('run_log_case', { text: '12345678901' })))
    await page.press(text('run_done'))
    await page.press(text('step_claim_decision_answer_won'))
    await page.waitFor(step(text('step_claim_learn_why')))
    await page.press(text('run_done'))
    await page.waitFor(step(text('run_all_done')))

    const popup = await stage.openPopup()
    await popup.waitFor((seen) => seen.includes(text('playbook_claim')))
    await popup.tab.close()
    await page.press(text('run_close_button'))
    await page.waitFor(step(text('run_resume')))
    expect((await kinds()).at(-1)).toBe('closed')
    expect(await (await stage.openPopup()).text()).not.toContain(text('playbook_claim'))
  })

  test('left, and gone on with in another tab, where it was', async () => {
    const page = await open('#/playbooks/hijack')
    await page.press(text('playbooks_start'))
    await page.waitFor(step(text('step_hijack_clean_seat_why')))
    await page.press(text('run_done'))
    await page.waitFor(step(text('step_hijack_mailbox_why')))
    await page.tab.close()
    await stage.browser.stopBackground()
    const other = await open('#/playbooks')
    await other.waitFor(step(text('run_next', { step: text('step_hijack_mailbox_title') })))
    await other.press(text('playbook_hijack'))
    await other.waitFor(step(text('step_hijack_mailbox_why')))
    expect(await other.text()).toContain(text('run_clock', { done: '0', total: '60' }))
    expect(await runs()).toHaveLength(1)
  })

  test('while reminders are paused they begin as ever', async () => {
    await stage.send({ request: 'pause', argument: { for: 'told' } })
    const report = { id: 'event-1', store: 'store-1', kind: 'happened', what: 'somebody-left' }
    await stage.send({ request: 'change', argument: report })
    const page = await open('#/playbooks')
    const what = text('incident_somebody_left_title')
    await page.waitFor(step(text('playbooks_reported', { day: dayText(today()), what })))
    // What was reported stands first.
    await page.press(text('playbooks_start'))
    await page.waitFor(step(text('step_offboarding_list_doors_why')))
    // It was begun late: its dates count from another day.
    const since = addDays(today(), -3)
    await write(page, text('run_date_start'), since)
    await page.waitFor(step(text('run_date_since', { day: dayText(since) })))
    await page.tab.evaluate(`location.hash = '#/playbooks/phishing'`)
    await page.waitFor(step(text('playbooks_when_phishing')))
    await page.press(text('playbooks_start'))
    await page.waitFor(step(text('run_path_parts')))
  })

  test('its dates stand in popup and calendar, the first hour is counted, and it looks like no reminder', async () => {
    await stage.send({
      request: 'start-playbook',
      argument: { run: 'run-1', playbook: 'hijack', store: 'store-1' },
    })
    const argument = { id: 'event-1', run: 'run-1', kind: 'told', clock: 'next-payout', day: today() }
    await stage.send({ request: 'change-run', argument })
    const page = await open('#/playbook/run-1')
    await page.waitFor(step(text('run_clock', { done: '0', total: '60' })))
    const edgeOf = (selector: string) =>
      page.tab.evaluate<string>(
        `return getComputedStyle(document.querySelector('${selector}')).borderInlineStartWidth`,
      )
    expect(await edgeOf('.incident.open')).not.toBe('0px')
    const date = text('deadline_by', { clock: text('clock_next_payout'), day: dayText(today()) })
    await (await stage.openPopup()).waitFor(step(date))
    await page.tab.evaluate(`location.hash = '#/calendar'`)
    await page.waitFor(step(text('clock_next_payout')))
  })

  test('a letter for a German store front is in German, and in English after that was chosen', async () => {
    const store = { ...firstStore, name: 'My shop', fronts: ['sellercentral.amazon.de' as const] }
    await stage.store({ [storesKind.prefix]: storesKind.encode({ stores: [store], current: store.id }) })
    const argument = { run: 'run-1', playbook: 'funds-cleared', store: store.id }
    await stage.send({ request: 'start-playbook', argument })
    const answered = { run: 'run-1', id: 'event-1', kind: 'stepped', step: 'which-case', answer: 'stolen' }
    await stage.send({ request: 'change-run', argument: answered })
    const german = 'Wir melden eine Auszahlung auf ein Bankkonto, das nicht uns gehört.'
    const english = 'We are reporting a disbursement to a bank account that is not ours.'
    const select = '#letter-language-stolen-report'
    const choose = (page: OwnPage, language: string) =>
      page.tab.evaluate(`
        const select = document.querySelector('${select}')
        select.value = '${language}'
        select.dispatchEvent(new Event('change', { bubbles: true }))`)
    const copied = async (page: OwnPage) => {
      await page.tab.evaluate(`
        const write = navigator.clipboard.writeText.bind(navigator.clipboard)
        navigator.clipboard.writeText = (text) => {
          window.copied = text
          return write(text)
        }`)
      await page.press(text('letter_copy'))
      await page.waitFor((seen) => seen.includes(text('letter_copied_open_other', { count: '5' })))
      return page.tab.evaluate<string>('return window.copied')
    }

    const page = await open('#/playbook/run-1')
    const seen = await page.waitFor(step(german))
    expect(seen).toContain(text('letter_language'))
    expect(await page.tab.axe()).toEqual([])
    await page.tab.evaluate(`document.querySelector('.letter input').click()`)
    await page.waitFor(step('Shop: My shop. Händler-Token: [Händler-Token]. Marketplace: Deutschland.'))
    await choose(page, 'en')
    await page.waitFor(step(english))
    await page.tab.close()

    const other = await open('#/playbook/run-1')
    expect(await other.waitFor(step(english))).toContain('Store: My shop. Merchant token: [merchant token].')
    await choose(other, 'de')
    await other.waitFor(step(german))
    expect(await copied(other)).toContain(`${german}\nShop: My shop. Händler-Token: [Händler-Token].`)
  })

  test('without an answer of the background every step can be read, and it is said that nothing is kept', async () => {
    const page = await stage.openDashboard()
    await page.tab.evaluate(`
      const scope = globalThis.browser ?? globalThis.chrome
      scope.runtime.sendMessage = async () => undefined
      location.hash = '#/playbooks'`)
    await page.waitFor(step(text('playbooks_no_answer')))
    await page.tab.evaluate(`location.hash = '#/playbooks/hijack'`)
    const seen = await page.waitFor(step(text('step_hijack_watch_why')))
    expect(seen).toContain(text('playbooks_no_answer'))
  })

  describe.each([{ dark: false }, { dark: true }])('%o', (media) => {
    test.each([320, 1100])(
      'axe finds nothing wrong at %i px, and nothing is wider than the window',
      async (width) => {
        const argument = { run: 'run-1', playbook: 'funds-cleared', store: 'store-1' }
        await stage.send({ request: 'start-playbook', argument })
        const say = (event: object) =>
          stage.send({ request: 'change-run', argument: { run: 'run-1', id: crypto.randomUUID(), ...event } })
        await say({ kind: 'stepped', step: 'which-case', answer: 'withheld' })
        await say({ kind: 'clock-started', clock: 'day-60', on: today() })
        await say({ kind: 'wrote', step: 'withheld-read', what: 'note', text: 'two listings' })
        const page = await open('#/playbooks')
        await page.waitFor(step(text('playbooks_running')))
        await page.tab.resize(width, 800)
        await page.tab.emulate(media)
        for (const place of ['#/playbooks', '#/playbooks/claim', '#/playbook/run-1']) {
          await page.tab.evaluate(`location.hash = '${place}'`)
          await until(`${place} to be drawn`, async () => {
            const seen = await page.text()
            return place === '#/playbook/run-1' ? seen.includes(text('run_log')) : seen !== ''
          })
          await page.tab.evaluate('for (const one of document.querySelectorAll("details")) one.open = true')
          expect(await page.tab.axe(), place).toEqual([])
          expect(
            await page.tab.evaluate('return document.documentElement.scrollWidth'),
            place,
          ).toBeLessThanOrEqual(width)
        }
        await page.tab.emulate({})
      },
    )
  })
})

function dayText(day: string): string {
  return new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00Z`),
  )
}
