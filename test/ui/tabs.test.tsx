// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest'
import { text } from '../support/messages'
import { open } from '../support/views'

afterEach(() => {
  document.documentElement.dir = ''
})

const todo = text('popup_tab_to_do')
const page = text('popup_tab_page')
const selected = () => document.querySelector('[role=tab][aria-selected=true]')?.textContent

test('one tab is in the order of Tab, and names its panel', async () => {
  const { screen, user } = await open('popup')
  expect(selected()).toBe(todo)
  const stops = () =>
    screen
      .getAllByRole('tab')
      .filter((one) => one.tabIndex === 0)
      .map((one) => one.textContent)
  expect(stops()).toEqual([todo])
  screen.getByRole('tabpanel', { name: todo })
  await user.click(screen.getByRole('tab', { name: page }))
  expect(stops()).toEqual([page])
  screen.getByRole('tabpanel', { name: page })
  expect(screen.queryByRole('tabpanel', { name: todo })).toBeNull()
})

test.each([
  ['ltr', 'ArrowRight', 'ArrowLeft'],
  ['rtl', 'ArrowLeft', 'ArrowRight'],
])('in %s writing %s goes on and %s back, each with the focus', async (dir, forward, backward) => {
  const { screen, user } = await open('popup')
  document.documentElement.dir = dir
  screen.getByRole('tab', { name: todo }).focus()
  for (const [key, then] of [
    [forward, page],
    [forward, todo],
    [backward, page],
    ['Home', todo],
    ['End', page],
  ]) {
    await user.keyboard(`{${key}}`)
    expect([key, selected(), document.activeElement?.textContent]).toEqual([key, then, then])
  }
})

test('an arrow with Alt is the browser’s', async () => {
  const { screen, user } = await open('popup')
  screen.getByRole('tab', { name: todo }).focus()
  await user.keyboard('{Alt>}{ArrowRight}{/Alt}')
  expect(selected()).toBe(todo)
})

test('what was typed about a link is still there after a look at the other tab', async () => {
  const { screen, user } = await open('popup')
  await user.click(screen.getByRole('tab', { name: page }))
  await user.type(await screen.findByLabelText(text('address_label')), 'amaz0n.example')
  await user.click(screen.getByRole('tab', { name: todo }))
  await user.click(screen.getByRole('tab', { name: page }))
  expect(screen.getByLabelText<HTMLInputElement>(text('address_label')).value).toBe('amaz0n.example')
})
