// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { open } from '../../support/views'

const focused = () => document.activeElement?.id

test('two sites ticked before the first reply are both kept', async () => {
  const { user, screen, holdAnswers, overview, waitFor } = await open('dashboard', { at: '#/stores' })
  const release = holdAnswers()
  await user.click(screen.getByRole('checkbox', { name: 'sellercentral.amazon.com' }))
  await user.click(screen.getByRole('checkbox', { name: 'sellercentral.amazon.de' }))
  release()
  await waitFor(async () =>
    expect((await overview()).store.fronts).toEqual(['sellercentral.amazon.com', 'sellercentral.amazon.de']),
  )
})

test('two questions answered before the first reply are both kept', async () => {
  const { user, screen, i18n, holdAnswers, overview, waitFor } = await open('dashboard', { at: '#/stores' })
  const release = holdAnswers()
  await user.selectOptions(screen.getByLabelText(i18n.translate('question_plan')), 'professional')
  await user.selectOptions(screen.getByLabelText(i18n.translate('question_team')), 'alone')
  release()
  await waitFor(async () =>
    expect((await overview()).store.profile).toEqual({ plan: 'professional', team: 'alone' }),
  )
})

test('a store that is added has the focus on its name', async () => {
  const { user, screen, waitFor } = await open('dashboard', { at: '#/stores' })
  await user.click(screen.getByRole('button', { name: 'Add a store' }))
  await waitFor(() => expect(focused()).toMatch(/^store-.+-name$/))
})

test('a double click adds one store', async () => {
  const { user, screen, settled, overview } = await open('dashboard', { at: '#/stores' })
  await user.dblClick(screen.getByRole('button', { name: 'Add a store' }))
  await settled()
  expect((await overview()).stores).toHaveLength(2)
})

test('pressed again before the reply, it is still one store', async () => {
  const { user, screen, holdAnswers, overview, waitFor } = await open('dashboard', { at: '#/stores' })
  const release = holdAnswers()
  const add = screen.getByRole('button', { name: 'Add a store' })
  add.focus()
  await user.keyboard('{Enter}{Enter}')
  release()
  await waitFor(() => expect(document.querySelectorAll('.panel')).toHaveLength(2))
  expect((await overview()).stores).toHaveLength(2)
})

test('the focus follows a store off the list and back', async () => {
  const { user, screen, waitFor } = await open('dashboard', { at: '#/stores' })
  await user.click(screen.getByRole('button', { name: 'Add a store' }))
  await waitFor(() => expect(screen.getAllByRole('button', { name: 'Take off the list' })).toHaveLength(2))
  await user.click(screen.getAllByRole('button', { name: 'Take off the list' })[1] as HTMLElement)
  const back = await screen.findByRole('button', { name: 'Put back: B · My store' })
  await waitFor(() => expect(document.activeElement).toBe(back))
  await user.keyboard('{Enter}')
  await waitFor(() => expect(focused()).toMatch(/^store-.+-name$/))
})
