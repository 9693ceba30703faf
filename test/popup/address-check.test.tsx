// @vitest-environment jsdom
import { render } from 'preact'
import { expect, test } from 'vitest'
import { LinkCheck } from '../../src/popup/address-check'
import { AppProvider } from '../../src/popup/app'
import { createSession } from '../../src/ui/overview-store'
import { inEnglish } from '../support/i18n'
import { open } from '../support/views'

const text = inEnglish().translate

async function check(address: string) {
  const { user, screen } = await open('popup')
  await user.click(screen.getByRole('tab', { name: text('popup_tab_page') }))
  await user.type(await screen.findByLabelText(text('address_label')), address)
  await user.click(screen.getByRole('button', { name: text('address_check') }))
  return screen
}

test('an address is judged in the popup itself: nobody else hears of it', async () => {
  const screen = await check('https://sellercentral-amazon.com.evil.example/ap/signin')
  await screen.findByText(text('verdict_lookalike'))
})

test('a link through one of Amazon’s counters is judged by where it leads', async () => {
  const screen = await check('https://www.amazon.com/gp/r.html?u=https%3A%2F%2Fevil.example%2Fap%2Fsignin')
  await screen.findByText('evil.example')
  await screen.findByText(text('verdict_lookalike'))
  await screen.findByText(text('address_through', { hosts: 'www.amazon.com' }))
})

test('a link through more services than are followed at a time names them all', async () => {
  const level = (address: string) => `https://www.amazon.com/gp/r.html?u=${encodeURIComponent(address)}`
  const { user, screen } = await open('popup')
  await user.click(screen.getByRole('tab', { name: text('popup_tab_page') }))
  const field = await screen.findByLabelText(text('address_label'))
  await user.click(field)
  await user.paste(level(level(level(level('https://evil.example/ap/signin')))))
  await user.click(screen.getByRole('button', { name: text('address_check') }))
  await screen.findByText('evil.example')
  const four = inEnglish().list(Array.from({ length: 4 }, () => 'www.amazon.com'))
  await screen.findByText(text('address_through', { hosts: four }))
})

test('what judges could not be loaded: that is said, and no verdict', async () => {
  const { user, screen, i18n } = await open('popup')
  render(null, document.body)
  const session = createSession(() => new Promise(() => undefined))
  const load = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'))
  render(
    <AppProvider session={session} i18n={i18n}>
      <LinkCheck front={undefined} load={load} />
    </AppProvider>,
    document.body,
  )
  await user.type(screen.getByLabelText(text('address_label')), 'https://sellercentral.amazon.com/home')
  await user.click(screen.getByRole('button', { name: text('address_check') }))
  await screen.findByText(text('address_not_loaded'))
  expect(document.querySelector('.verdict')).toBeNull()
})
