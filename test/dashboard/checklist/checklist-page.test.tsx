// @vitest-environment jsdom
import { fireEvent, waitFor, within } from '@testing-library/dom'
import { describe, expect, test } from 'vitest'
import type { ItemId } from '../../../src/domain/items'
import type { ItemView } from '../../../src/domain/overview'
import { dueIn } from '../../../src/domain/round'
import type { View } from '../../../src/ui/overview-store'
import { answered } from '../../support/checklist'
import { text } from '../../support/messages'
import { open } from '../../support/views'

const button = { selector: 'button' }

const rowOf = (item: ItemId) => document.getElementById(`row-${item}`)!
const field = () => document.getElementById('user-list-review-note') as HTMLTextAreaElement
const save = () => inRow('user-list-review').getByText('Save note', button)
const inRow = (item: ItemId) => within(rowOf(item).closest('details')!)

describe('the focus', () => {
  test('goes to the next row when one is set aside, so that U still works', async () => {
    const { user, screen, statusOf } = await open('dashboard', { at: '#/item/user-list-review' })
    const rows = [...document.querySelectorAll('.row')]
    const next = rows[rows.indexOf(rowOf('user-list-review')) + 1]
    await user.click(inRow('user-list-review').getAllByText(text('answer_dismiss'), button)[0]!)
    await screen.findByText('Undo', button)
    expect(document.activeElement).toBe(next)
    await user.keyboard('u')
    await screen.findByText(text('card_undone'))
    expect((await statusOf('user-list-review'))?.kind).toBe('never-checked')
  })

  test('stays on a button that stays', async () => {
    const { user, screen } = await open('dashboard', { at: '#/item/user-list-review' })
    const check = inRow('user-list-review').getByText('Checked today', button)
    await user.click(check)
    await screen.findByText('Undo', button)
    expect(document.activeElement).toBe(check)
  })

  test('stays where a note was saved', async () => {
    const { user, screen } = await open('dashboard', { at: '#/item/user-list-review' })
    field().focus()
    await user.paste('ask Ana')
    save().focus()
    await user.keyboard('{Enter}')
    await screen.findByText('Undo', button)
    expect(document.activeElement).toBe(save())
  })
})

test('what can wait says so in its row, and by date stands apart from what is due', async () => {
  const { screen, overview } = await open('dashboard', { at: '#/checklist' })
  const items = (await overview()).areas.flatMap((area) => area.items)
  const [due, open_] = [true, false].map((counted) =>
    items.filter((item) => item.waiting && item.counted === counted).map(({ id }) => `row-${id}`),
  )
  const saying = [...document.querySelectorAll('.row')].filter((row) =>
    row.querySelector('.when')?.textContent.includes(text('row_can_wait')),
  )
  expect(saying.map(({ id }) => id).sort()).toEqual([...open_!].sort())
  fireEvent.change(document.getElementById('order')!, { target: { value: 'date' } })
  const under = async (title: 'group_waiting' | 'group_can_wait') =>
    [...(await screen.findByRole('region', { name: text(title) })).querySelectorAll('.row')].map(
      ({ id }) => id,
    )
  expect((await under('group_waiting')).sort()).toEqual([...due!].sort())
  expect((await under('group_can_wait')).sort()).toEqual([...open_!].sort())
})

describe('a note', () => {
  test('half typed is still there, unfolded, when its check moves to another section', async () => {
    const { user, session, change, screen } = await open('dashboard', { at: '#/checklist' })
    // By id: a whole checklist is long to search by label.
    fireEvent.change(document.getElementById('order')!, { target: { value: 'date' } })
    const before = field()
    before.focus()
    await user.paste('the key is wi')
    await change(answered('user-list-review', { kind: 'snoozed', for: 'tomorrow' }))
    await session.read()
    await screen.findByText(/you planned this for/)
    expect(before.isConnected).toBe(false)
    expect(field().value).toBe('the key is wi')
    expect(field().closest('details')?.open).toBe(true)
  })

  test('that was saved is the stored one again, and its undo shows', async () => {
    const { user, screen, waitFor } = await open('dashboard', { at: '#/item/user-list-review' })
    await user.clear(field())
    field().focus()
    await user.paste('ask Ana')
    await user.click(save())
    await user.click(await screen.findByText('Undo', button))
    await waitFor(() => expect(field().value).toBe(''))
  })

  test('that could not be stored stays to be tried again', async () => {
    const { user, platform, screen } = await open('dashboard', { at: '#/item/user-list-review' })
    platform.storage.reject('set')
    field().focus()
    await user.paste('ask Ana')
    await user.click(save())
    await screen.findByText(text('failed_store'))
    expect(field().value).toBe('ask Ana')
  })
})

test.each([
  ['due', (item: ItemView) => item.counted],
  ['people', (item: ItemView) => item.area === 'people'],
] as const)('#/checklist/%s has what its address says, and nothing else', async (filter, isWanted) => {
  const { overview } = await open('dashboard', { at: `#/checklist/${filter}` })
  const wanted = (await overview()).areas.flatMap(({ items }) => items).filter(isWanted)
  expect(wanted.length).toBeGreaterThan(0)
  const shown = [...document.querySelectorAll('main .row')].map(({ id }) => id)
  expect(shown).toEqual(wanted.map(({ id }) => `row-${id}`))
})

const chips = () => [...document.querySelectorAll<HTMLAnchorElement>('.filters a')]
const chosen = () => chips().filter((chip) => chip.getAttribute('aria-current') === 'true')
const rows = () => [...document.querySelectorAll('main .row')].map(({ id }) => id)
const type = (words: string) =>
  fireEvent.input(document.getElementById('search')!, { target: { value: words } })

describe('the filters', () => {
  test('count what they lead to, and each check that can be read is in one of them', async () => {
    const { change, session } = await open('dashboard', { at: '#/checklist' })
    await change(answered('user-list-review', { kind: 'snoozed', for: 'tomorrow' }))
    await change(answered('two-step-on', { kind: 'checked' }))
    await change(answered('backup-code-method', { kind: 'dismissed' }))
    await session.read()
    const numbers = chips().map(({ textContent }) => Number(/\d+$/.exec(textContent ?? '')?.[0]))
    const all = numbers.pop()
    expect(numbers.reduce((sum, count) => sum + count, 0)).toBe(all)
    const found: string[] = []
    for (const [at, { hash }] of chips().slice(0, -1).entries()) {
      await goTo(hash)
      expect(rows()).toHaveLength(numbers[at] ?? -1)
      found.push(...rows())
    }
    expect(new Set(found).size).toBe(all)
  })

  test('say which part is shown, an area too, and a link to a check shows it whatever was chosen', async () => {
    await open('dashboard', { at: '#/checklist/planned' })
    expect(chosen().map(({ hash }) => hash)).toEqual(['#/checklist/planned'])
    expect(document.querySelector('.nothing')?.textContent).toContain(text('list_none_planned'))
    await goTo('#/checklist/people')
    expect(chosen().map(({ textContent }) => textContent)).toEqual([text('area_people')])
    await goTo('#/item/two-step-on')
    expect(chosen().map(({ hash }) => hash)).toEqual(['#/checklist'])
    expect(rowOf('two-step-on').closest('details')?.open).toBe(true)
    await waitFor(() => expect(document.activeElement).toBe(rowOf('two-step-on')))
  })

  test('count what the search leaves; where it leaves nothing here, a link leads to all', async () => {
    const { settled } = await open('dashboard', { at: '#/checklist/planned' })
    type('trusted')
    await settled()
    expect(document.querySelector('.nothing')?.textContent).toContain(
      text('list_none_match', { words: 'trusted' }),
    )
    const link = document.querySelector<HTMLAnchorElement>('.nothing a')
    const count = rows().length
    expect(count).toBe(0)
    await goTo(link?.hash ?? '')
    expect(rows()).toContain('row-trusted-device-review')
    expect(chosen()[0]?.textContent).toBe(text('list_all', { count: String(rows().length) }))
    type('no such words')
    await settled()
    expect(document.querySelector('.nothing')?.textContent?.trim()).toBe(
      text('search_none', { words: 'no such words' }),
    )
  })

  test('an answer that empties the part leaves the focus on its link', async () => {
    const { change, session, user, screen } = await open('dashboard', { at: '#/checklist' })
    await change(answered('user-list-review', { kind: 'snoozed', for: 'tomorrow' }))
    await session.read()
    await goTo('#/checklist/planned')
    expect(rows()).toEqual(['row-user-list-review'])
    await user.click(inRow('user-list-review').getByText(text('answer_checked'), button))
    await screen.findByText('Undo', button)
    expect(rows()).toEqual([])
    expect(document.activeElement).toBe(chosen()[0])
  })
})

async function goTo(hash: string): Promise<void> {
  location.hash = hash
  await waitFor(() => expect(chosen().length).toBe(1))
  await waitFor(() => expect(chosen()[0]?.hash).toBe(hash.startsWith('#/item') ? '#/checklist' : hash))
}

test('the circle of a due row ticks it, with an undo; other rows have none', async () => {
  const { user, screen, statusOf, waitFor } = await open('dashboard', { at: '#/checklist/due' })
  const name = text('popup_tick', { title: text('item_user_list_review_title') })
  const circle = () => document.querySelector(`.tick[aria-label="${name}"]`)
  await user.click(circle()!)
  await screen.findByText('Undo', button)
  expect((await statusOf('user-list-review'))?.kind).toBe('up-to-date')
  expect(circle()).toBeNull()
  // The circle is gone: the focus goes on with the next row.
  expect(document.activeElement?.matches('.row')).toBe(true)
  location.hash = '#/checklist/up-to-date'
  await waitFor(() => expect(document.querySelectorAll('main .row')).toHaveLength(1))
  expect(document.querySelectorAll('.tick')).toHaveLength(0)
  await user.click(screen.getByText('Undo', button))
  location.hash = '#/checklist/due'
  await waitFor(() => expect(circle()).not.toBeNull())
})

test('a row says once that a check does not apply, and a reason for it can be added', async () => {
  const { user, screen, statusOf, waitFor } = await open('dashboard', { at: '#/item/user-list-review' })
  expect(inRow('user-list-review').getAllByText(text('answer_dismiss'), button)).toHaveLength(1)
  const reason = document.getElementById('user-list-review-reason')!
  fireEvent.input(reason, { target: { value: 'I work alone' } })
  await user.click(inRow('user-list-review').getByText(text('reason_save'), button))
  await screen.findByText('Undo', button)
  await waitFor(async () =>
    expect(await statusOf('user-list-review')).toMatchObject({ kind: 'not-for-me', reason: 'I work alone' }),
  )
})

test('while a round is under way the list says where it is, and how much of the list it has', async () => {
  const { screen, session, overview, i18n, waitFor } = await open('dashboard', { at: '#/checklist/due' })
  expect(screen.queryByText(text('list_round'))).toBeNull()
  await session.round('begin-round', { round: 'round-1' })
  const notice = (await screen.findByText(text('list_round'))).closest('.round-notice')!
  const due = dueIn(await overview()).length
  const { view } = session
  const { open: left, of } = (view.value as Extract<View, { kind: 'read' }>).overview.round!
  expect(of).toBeLessThan(due)
  expect(notice.textContent).toContain(i18n.plural('list_round_left', left, { of: String(of) }))
  expect(notice.textContent).toContain(i18n.plural('list_round_others', due - of))
  within(notice as HTMLElement).getByRole('button', { name: text('list_round_show') })
  await session.round('change-round', { id: 'event-1', round: 'round-1', kind: 'ended' })
  await waitFor(() => expect(screen.queryByText(text('list_round'))).toBeNull())
})
