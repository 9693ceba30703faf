// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { stepsOf, text } from '../../support/messages'
import { open } from '../../support/views'

test('the same button of the practice card, pressed again, is said again', async () => {
  const { waitFor } = await open('dashboard', { at: '#/welcome' })
  await waitFor(() => expect(document.querySelector('.practice-card')?.shadowRoot).toBeTruthy())
  const root = document.querySelector('.practice-card')?.shadowRoot as ShadowRoot
  const press = () => root.querySelector('button')?.click()
  const said = () => document.querySelector('.practice [role=status]')?.firstElementChild
  press()
  await waitFor(() =>
    expect(said()?.textContent).toContain(text('welcome_card_pressed', { answer: text('answer_checked') })),
  )
  const first = said()
  press()
  await waitFor(() => expect(said()).not.toBe(first))
  expect(said()?.textContent).toBe(first?.textContent)
})

test('the practice card shows its steps as the real one does', async () => {
  const { waitFor } = await open('dashboard', { at: '#/welcome' })
  await waitFor(() => expect(document.querySelector('.practice-card')?.shadowRoot).toBeTruthy())
  const root = document.querySelector('.practice-card')?.shadowRoot as ShadowRoot
  const toggle = () => root.querySelector<HTMLButtonElement>('[aria-controls=steps]')
  const steps = () => root.querySelector<HTMLElement>('#steps')
  await waitFor(() => expect(steps()?.children).toHaveLength(stepsOf('two-step-on').length))
  expect(steps()?.hidden).toBe(true)
  toggle()?.click()
  await waitFor(() => expect(steps()?.hidden).toBe(false))
  expect(toggle()?.getAttribute('aria-expanded')).toBe('true')
  expect(toggle()?.textContent).toBe(text('card_steps_hide'))
})
