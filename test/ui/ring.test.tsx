// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { items } from '../../src/domain/items'
import { wellKnown } from '../support/background'
import { answered, checked } from '../support/checklist'
import { text } from '../support/messages'
import { open } from '../support/views'

const essentials = items.filter(({ severity }) => severity === 'essential').map(({ id }) => id)
const name = (done: number, count: number) =>
  text('essentials_up_to_date_other', { done: String(done), count: String(count) })
const segments = () => [...document.querySelectorAll('.ring path')].map((one) => one.getAttribute('data-is'))

test('where the line beside the ring says the same, a screen reader hears it once', async () => {
  const { screen } = await open('dashboard')
  screen.getByText(name(0, 9), { selector: 'li' })
  expect(screen.queryByRole('img', { name: name(0, 9) })).toBeNull()
  expect(document.querySelector('.ring')?.getAttribute('aria-hidden')).toBe('true')
})

test('the ring has a segment for each essential check that applies, and says how many are up to date', async () => {
  const { change, session, screen } = await open('popup')
  screen.getByLabelText(name(0, 9))
  const [first, second, third] = essentials
  await change(checked(first!))
  await change(checked(second!))
  await change(answered(third!, { kind: 'dismissed' }))
  await session.read()
  expect((await screen.findByLabelText(name(2, 8))).textContent).toBe('2/8')
  expect(segments()).toEqual(['good', 'good', ...Array.from({ length: 6 }, () => 'open')])
})

test('a check that could not be read is neither up to date nor open', async () => {
  const { screen } = await open('popup', {
    kept: { local: { ...structuredClone(wellKnown), 'record/login-1/two-step-on': 7 } },
  })
  screen.getByLabelText(name(0, 9))
  expect(segments().filter((one) => one === 'unreadable')).toHaveLength(1)
})
