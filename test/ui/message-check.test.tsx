// @vitest-environment jsdom
import { readFileSync } from 'node:fs'
import { within } from '@testing-library/dom'
import { render } from 'preact'
import { expect, test, vi } from 'vitest'
import { AppProvider } from '../../src/popup/app'
import { MessageCheck } from '../../src/ui/message-check'
import { createSession } from '../../src/ui/overview-store'
import { inEnglish } from '../support/i18n'
import { open } from '../support/views'

const { translate: text } = inEnglish()
const file = (name: string, type = 'message/rfc822') =>
  new File([readFileSync(`test/fixtures/messages/${name}`)], name, { type })

async function unfolded(view: Parameters<typeof open>[0], options: Parameters<typeof open>[1] = {}) {
  const page = await open(view, options)
  if (view === 'popup') await page.user.click(page.screen.getByRole('tab', { name: text('popup_tab_page') }))
  await page.user.click(await page.screen.findByText(text('check_message_title')))
  const field = await page.screen.findByLabelText(text('message_label'), { selector: 'textarea' })
  return { ...page, field: field as HTMLTextAreaElement }
}

const places = [
  ['popup', {}],
  ['panel', {}],
  ['dashboard', { at: '#/playbooks/phishing' }],
] as const

test.each(places)('a pasted message is judged in the %s', async (view, options) => {
  const { user, screen, field } = await unfolded(view, options)
  await user.click(field)
  await user.paste('Confirm at https://sellercentral.amazon.com.review.example/ap/signin')
  await user.click(screen.getByRole('button', { name: text('message_check') }))
  await screen.findByText(text('message_summary_not_amazon'))
  await screen.findByText('sellercentral.amazon.com.review.example')
  const sender = await screen.findByText(text('message_no_sender'))
  // It is shown at different levels of the pages' headings.
  expect(within(sender.parentElement!).queryAllByRole('heading')).toEqual([])
})

test('a saved mail is judged with its sender, and what the file says is no proof', async () => {
  const { user, screen } = await unfolded('panel')
  await user.upload(screen.getByLabelText(text('message_file')), file('order-notice.eml'))
  await screen.findByText(text('message_summary_amazon'))
  await screen.findByText(text('sender_amazon'))
  await screen.findByText(text('message_file_says_pass'))
})

test('a file of Outlook is refused, and what to do instead is said', async () => {
  const { user, screen } = await unfolded('panel')
  await user.upload(
    screen.getByLabelText(text('message_file')),
    file('outlook.msg', 'application/vnd.ms-outlook'),
  )
  await screen.findByText(text('message_refused_not_a_mail'))
})

test.each([
  [1, 'message_summary_amazon'],
  [2, 'message_summary_not_amazon'],
  [3, 'message_summary_mixed'],
  [4, 'message_summary_not_amazon'],
  [5, 'message_summary_amazon'],
] as const)('made-up message %i, and what gives it away after it was checked', async (number, summary) => {
  const { user, screen } = await unfolded('panel')
  await user.click(screen.getByText(text('message_samples')))
  await user.click(screen.getByRole('button', { name: text('message_sample', { number: String(number) }) }))
  expect(screen.queryByText(text(`message_sample_${number}_tells`))).toBeNull()
  await user.click(screen.getByRole('button', { name: text('message_check') }))
  await screen.findByText(text(summary))
  await screen.findByText(text(`message_sample_${number}_tells`))
})

test('while no Seller Central is known, it asks which one where the link would be', async () => {
  const { user, screen, field, overview } = await unfolded('panel')
  await user.type(field, 'evil.example')
  await user.click(screen.getByRole('button', { name: text('message_check') }))
  const asked = await screen.findByLabelText<HTMLSelectElement>(text('front_question'))
  await user.selectOptions(asked, 'sellercentral.amazon.de')
  const page = text('page_performance_notifications')
  const link = await screen.findByRole<HTMLAnchorElement>('link', { name: text('open_page', { page }) })
  expect(new URL(link.href).host).toBe('sellercentral.amazon.de')
  expect((await overview()).store.fronts).toEqual(['sellercentral.amazon.de'])
})

test('nothing of a message is stored, written into the journal, or said to the background', async () => {
  const secret = 'sellercentral-amazon.secret-name.example'
  const { user, screen, field, asked, platform, settled } = await unfolded('panel')
  // What the panel itself asks for at its start comes a moment later.
  await expect.poll(() => asked).toContain('runs')
  const requests = asked.length
  const before = JSON.stringify(platform.kept.local)
  await user.click(field)
  await user.paste(`https://${secret}/ap/signin`)
  await user.click(screen.getByRole('button', { name: text('message_check') }))
  await screen.findByText(secret)
  await settled()
  expect(asked.slice(requests)).toEqual([])
  expect(JSON.stringify(platform.kept.local)).toBe(before)
  expect(localStorage.length + sessionStorage.length).toBe(0)
  expect(location.href + document.title).not.toContain(secret)
})

test('a message is gone once it is folded', async () => {
  const { user, screen, field } = await unfolded('panel')
  await user.click(field)
  await user.paste('https://evil.example/')
  await user.click(screen.getByRole('button', { name: text('message_check') }))
  await screen.findByText('evil.example')
  await user.click(screen.getByText(text('check_message_title')))
  await expect.poll(() => document.body.textContent).not.toContain('evil.example')
  await user.click(screen.getByText(text('check_message_title')))
  const again = await screen.findByLabelText(text('message_label'), { selector: 'textarea' })
  expect((again as HTMLTextAreaElement).value).toBe('')
})

test('the team briefing has five made-up messages to try: two in the form of genuine ones, three false', async () => {
  const { user, screen } = await open('dashboard', { at: '#/item/team-phishing-briefing' })
  const practice = await screen.findByText(text('check_message_practice'), { selector: 'summary' })
  await user.click(practice)
  const fold = within(practice.closest('details') as HTMLElement)
  const field = await fold.findByLabelText(text('message_label'), { selector: 'textarea' })
  // In sight without another press.
  expect(fold.getByText(text('message_samples_explain')).closest('details')?.open).toBe(true)
  const summaries = ['amazon', 'not_amazon', 'mixed', 'not_amazon', 'amazon'] as const
  // A pointer on a page this long is slow without layout.
  const press = (label: string) => fold.getByText(label).closest('button')?.click()
  let before = ''
  for (const [at, summary] of summaries.entries()) {
    const number = String(at + 1) as '1'
    press(text('message_sample', { number }))
    await vi.waitFor(() => expect((field as HTMLTextAreaElement).value).not.toBe(before), 60_000)
    before = (field as HTMLTextAreaElement).value
    // Decide first: nothing is said before the press.
    expect(fold.queryByText(text(`message_sample_${number}_tells`))).toBeNull()
    press(text('message_check'))
    await fold.findByText(text(`message_sample_${number}_tells`))
    fold.getByText(text(`message_summary_${summary}`))
  }
})

test('HTML of a message makes no element and loads nothing', async () => {
  const { user, screen } = await unfolded('panel')
  await user.upload(screen.getByLabelText(text('message_file')), file('data-and-script.eml'))
  await screen.findByText(text('message_summary_not_amazon'))
  expect(document.querySelectorAll('img, iframe, script, object, embed, video')).toHaveLength(0)
  expect(document.title).not.toBe('run')
})

test('the fields keep nothing for the browser, and ask no spelling service', async () => {
  const { field, user, screen } = await unfolded('panel')
  for (const one of [field, field.form]) expect(one?.getAttribute('autocomplete')).toBe('off')
  const chosen = screen.getByLabelText<HTMLInputElement>(text('message_file'))
  await user.upload(chosen, file('order-notice.eml'))
  expect(chosen.value).toBe('')
})

test('what judges could not be loaded: that is said, and no verdict', async () => {
  const { user, screen, i18n } = await open('popup')
  render(null, document.body)
  const session = createSession(() => new Promise(() => undefined))
  const load = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'))
  render(
    <AppProvider session={session} i18n={i18n}>
      <MessageCheck load={load} />
    </AppProvider>,
    document.body,
  )
  await user.type(await screen.findByLabelText(text('message_label'), { selector: 'textarea' }), 'x')
  await user.click(screen.getByRole('button', { name: text('message_check') }))
  await screen.findByText(text('message_not_loaded'))
  expect(document.querySelector('.verdict')).toBeNull()
})

test('what was found is brought into view, right below the form; the practice comes after it', async () => {
  const { user, screen, field } = await unfolded('popup')
  const shown = vi.spyOn(Element.prototype, 'scrollIntoView')
  await user.click(field)
  await user.paste('Confirm at https://sellercentral.amazon.com.review.example/ap/signin')
  await user.click(screen.getByRole('button', { name: text('message_check') }))
  const verdict = await screen.findByText(text('message_summary_not_amazon'))
  const result = verdict.closest('[role=status]')
  expect(shown.mock.instances).toContain(result)
  expect(result?.previousElementSibling).toBe(field.form)
  const practice = screen.getByText(text('message_samples'))
  expect(verdict.compareDocumentPosition(practice)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
  shown.mockRestore()
})
