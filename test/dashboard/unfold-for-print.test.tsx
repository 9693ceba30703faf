// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { text } from '../support/messages'
import { open } from '../support/views'

const print = (event: 'beforeprint' | 'afterprint') => window.dispatchEvent(new Event(event))

test('what is folded in a guide is unfolded while it is printed, and then as the seller left it', async () => {
  const { screen } = await open('dashboard', { at: '#/playbooks/hijack' })
  const avoid = (await screen.findByText(text('playbooks_avoid'))).closest('details')!
  const folds = () => [...document.querySelectorAll<HTMLDetailsElement>('.incident .facts')]
  expect(folds().length).toBeGreaterThan(1)
  const left = folds().at(-1)!
  left.open = true
  print('beforeprint')
  expect(folds().filter((one) => !one.open)).toEqual([])
  print('afterprint')
  expect(avoid.open).toBe(false)
  expect(folds().filter((one) => one.open)).toEqual([left])
})

test('a list of checks is printed without what is folded in them', async () => {
  await open('dashboard', { at: '#/checklist' })
  print('beforeprint')
  expect(document.querySelector('.item[open]')).toBeNull()
  print('afterprint')
})
