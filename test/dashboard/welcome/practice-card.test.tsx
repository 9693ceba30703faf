// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { open } from '../../support/views'

test('the same button of the practice card, pressed again, is said again', async () => {
  const { waitFor } = await open('dashboard', { at: '#/welcome' })
  await waitFor(() => expect(document.querySelector('.practice-card')?.shadowRoot).toBeTruthy())
  const root = document.querySelector('.practice-card')?.shadowRoot as ShadowRoot
  const press = () => root.querySelector('button')?.click()
  const said = () => document.querySelector('.practice [role=status]')?.firstElementChild
  press()
  await waitFor(() => expect(said()?.textContent).toContain('You pressed'))
  const first = said()
  press()
  await waitFor(() => expect(said()).not.toBe(first))
  expect(said()?.textContent).toBe(first?.textContent)
})
