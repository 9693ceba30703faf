// @vitest-environment jsdom
import { describe, expect, test } from 'vitest'
import { registers } from '../../../src/domain/registers/register'
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

describe('a field that may not stay empty says so, and no other', () => {
  const required = () =>
    fields()
      .filter((field) => field.getAttribute('aria-required') === 'true')
      .map(({ id }) => id)

  test('of a record', async () => {
    const { user, screen } = await open('dashboard', { at: '#/registers' })
    for (const button of await screen.findAllByText(text('register_add'), { selector: 'button' }))
      await user.click(button)
    const needed = registers.map(({ id, needs }) => new RegExp(`^${id}-.*-${needs}$`))
    const forms = required().filter((id) => id !== 'computers-shown')
    expect(forms).toHaveLength(registers.length)
    for (const name of needed) expect(forms.filter((id) => name.test(id))).toHaveLength(1)
  })

  test('of a check of the seller’s own', async () => {
    const { waitFor } = await open('dashboard', { at: '#/own-check/new' })
    await waitFor(() => expect(required()).toEqual(['own-title', 'own-number']))
  })

  test('of a check', async () => {
    await open('dashboard', { at: '#/item/two-step-on' })
    const ofItem = required().filter((id) => id.startsWith('two-step-on-'))
    expect(ofItem).toEqual(['two-step-on-day', 'two-step-on-elsewhere'])
  })

  test('of a store: its name may be empty', async () => {
    await open('dashboard', { at: '#/stores' })
    expect(required()).toEqual(['stores-pasted'])
  })
})
