// @vitest-environment jsdom
import { within } from '@testing-library/dom'
import { expect, test } from 'vitest'
import { questions } from '../../../src/domain/answer'
import { itemIds } from '../../../src/domain/items'
import { outlookOf } from '../../../src/domain/outlook'
import { dueIn } from '../../../src/domain/round'
import type { MessageName } from '../../../src/i18n/i18n'
import { text } from '../../support/messages'
import { open } from '../../support/views'

const atWelcome = () => open('dashboard', { at: '#/welcome' })

/** What the big button says: the number of checks of the first round, and how long they take. */
function startSays(view: Awaited<ReturnType<typeof atWelcome>>, checks: number, minutes: number): void {
  const { screen, i18n } = view
  const name = `${text('welcome_start')} ${i18n.plural('home_round', checks, { minutes: `${minutes}` })}`
  expect(screen.getByRole('link', { name })).toHaveProperty('hash', '#/checklist/due')
}

async function roundOf({ overview }: Awaited<ReturnType<typeof atWelcome>>) {
  const outlook = outlookOf(await overview())
  if (outlook.kind !== 'first-day') throw new Error(outlook.kind)
  return outlook.round
}

test('the first round is started with its number of checks and its minutes', async () => {
  const view = await atWelcome()
  const { checks, minutes } = await roundOf(view)
  expect(checks.length).toBeGreaterThan(1)
  startSays(view, checks.length, minutes)
})

test('the checks of the first round and those for another day are all that the next page calls due', async () => {
  const view = await atWelcome()
  const { checks } = await roundOf(view)
  const later = view.screen.getByRole('list', { name: text('home_another_day') })
  const links = within(later).getAllByRole<HTMLAnchorElement>('link')
  expect(links.length).toBeGreaterThan(0)
  expect(checks.length + links.length).toBe(dueIn(await view.overview()).length)
  await view.user.click(links[0]!)
  expect(location.hash).toMatch(/^#\/item\//)
})

test('no question is answered by itself, and an answer can be taken back', async () => {
  const view = await atWelcome()
  const { screen, user, overview, waitFor } = view
  const unanswered = () =>
    screen.getAllByRole<HTMLInputElement>('radio', { name: text('profile_unanswered') })
  expect(unanswered().map(({ checked }) => checked)).toEqual(Object.keys(questions).map(() => true))
  await user.click(screen.getByRole('radio', { name: text('question_team_alone') }))
  await waitFor(async () => expect((await overview()).store.profile).toEqual({ team: 'alone' }))
  const team = within(screen.getByRole('group', { name: text('question_team') }))
  await user.click(team.getByRole('radio', { name: text('profile_unanswered') }))
  await waitFor(async () => expect((await overview()).store.profile).toEqual({}))
})

test('every answer of every question has a choice', async () => {
  const { screen } = await atWelcome()
  for (const [question, answers] of Object.entries(questions)) {
    const group = within(screen.getByRole('group', { name: text(`question_${question}` as MessageName) }))
    expect(group.getAllByRole('radio').map((one) => one.parentElement?.textContent)).toEqual([
      ...answers.map((one) => text(`question_${question}_${one}` as MessageName)),
      text('profile_unanswered'),
    ])
  }
})

test('an answer that could not be stored is not shown as chosen', async () => {
  const { screen, user, loseAnswers, waitFor } = await atWelcome()
  loseAnswers(true)
  const alone = screen.getByRole<HTMLInputElement>('radio', { name: text('question_team_alone') })
  await user.click(alone)
  await waitFor(() => expect(alone.checked).toBe(false))
})

test('who comes back later starts a round, or opens the checklist when nothing is due', async () => {
  const { screen, session, settled } = await atWelcome()
  const isOffered = (name: 'welcome_start' | 'home_start') => screen.queryByText(text(name)) !== null
  await session.answer('two-step-on', { kind: 'checked' })
  await settled()
  expect([isOffered('welcome_start'), isOffered('home_start')]).toEqual([false, true])
  for (const item of itemIds) await session.answer(item, { kind: 'checked' })
  await settled()
  expect([isOffered('welcome_start'), isOffered('home_start')]).toEqual([false, false])
  const go = screen.getByRole('link', { name: text('welcome_go') })
  expect(go.className).toContain('primary')
  expect(go).toHaveProperty('hash', '#/checklist')
})

test('the drawing has a name', async () => {
  const { screen } = await atWelcome()
  screen.getByRole('img', { name: text('welcome_picture') })
})

test('it asks which Seller Central the store uses', async () => {
  const { screen, user, overview, waitFor } = await atWelcome()
  await user.selectOptions(screen.getByLabelText(text('front_question')), 'sellercentral.amazon.co.jp')
  await waitFor(async () => expect((await overview()).store.fronts).toEqual(['sellercentral.amazon.co.jp']))
})
