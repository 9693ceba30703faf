// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { inEnglish } from '../../support/i18n'
import { open } from '../../support/views'

const { translate: text } = inEnglish('UTC')

type Typed = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
const fields = () => [...document.querySelectorAll<Typed>('main :is(input, textarea, select)')]

test.each(['#/appeal/draft-1', '#/journal', '#/registers', '#/report', '#/settings', '#/stores'])(
  'every field of %s has a name, and what describes it is there',
  async (at) => {
    const page = await open('dashboard', { at })
    if (at === '#/registers')
      for (const button of await page.screen.findAllByText(text('register_add'), { selector: 'button' }))
        await page.user.click(button)
    await page.waitFor(() => expect(fields().length).toBeGreaterThan(0))
    const named = (field: Typed) => (field.labels?.length ?? 0) > 0 || field.hasAttribute('aria-labelledby')
    expect(
      fields()
        .filter((field) => !named(field))
        .map(({ outerHTML }) => outerHTML),
    ).toEqual([])
    const described = fields().flatMap((field) => field.getAttribute('aria-describedby')?.split(' ') ?? [])
    expect(described.filter((id) => !document.getElementById(id))).toEqual([])
  },
)

const card = '4111 1111 1111 1111'

test('a certain secret stays in its field, is not sent, and is taken out at a press', async () => {
  const { user, screen, asked, settled } = await open('dashboard', { at: '#/journal' })
  const field = await screen.findByLabelText<HTMLInputElement>(text('journal_who'))
  await user.type(field, card)
  await user.click(field.form!.querySelector('button[type=submit]')!)
  expect(field.value).toBe(card)
  await settled()
  expect(asked).not.toContain('name-self')
  await user.click(screen.getByText(text('secret_take_out')))
  expect(field.value).not.toContain(card)
  await user.click(field.form!.querySelector('button[type=submit]')!)
  await settled()
  expect(asked).toContain('name-self')
})
