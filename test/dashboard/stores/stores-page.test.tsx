// @vitest-environment jsdom
import { within } from '@testing-library/dom'
import { expect, test } from 'vitest'
import { wellKnown } from '../../support/background'
import { storeAdded } from '../../support/checklist'
import { text } from '../../support/messages'
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
  await user.click(screen.getByRole('radio', { name: i18n.translate('question_plan_professional') }))
  await user.click(screen.getByRole('radio', { name: i18n.translate('question_team_alone') }))
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
  await waitFor(() => expect(screen.getAllByRole('button', { name: text('store_remove') })).toHaveLength(2))
  await user.click(screen.getAllByRole('button', { name: text('store_remove') })[1] as HTMLElement)
  const back = await screen.findByRole('button', {
    name: text('store_restore_named', { name: 'B · My store' }),
  })
  await waitFor(() => expect(document.activeElement).toBe(back))
  await user.keyboard('{Enter}')
  await waitFor(() => expect(focused()).toMatch(/^store-.+-name$/))
})

test('many stores are folded and found by a search; an added one is unfolded, with the focus on its name', async () => {
  const page = await open('dashboard', { at: '#/stores' })
  const { user, screen, waitFor } = page
  for (let number = 2; number <= 8; number += 1)
    await page.change(storeAdded(`store-${number}`, `login-${number}`, `Shop ${number}`))
  await page.session.read()
  const folds = () => [...document.querySelectorAll<HTMLDetailsElement>('details.fold')]
  await waitFor(() => expect(folds()).toHaveLength(8))
  // The one that is shown.
  expect(document.querySelectorAll('section.panel')).toHaveLength(1)
  const search = screen.getByLabelText(text('store_search'))
  await user.type(search, 'shop 5')
  expect(folds().map((one) => one.querySelector('summary')?.textContent)).toEqual(['E · Shop 5'])
  await user.type(search, 'x')
  screen.getByText(text('store_search_none'))
  await user.click(screen.getByRole('button', { name: 'Add a store' }))
  await waitFor(() => expect(focused()).toMatch(/^store-.+-name$/))
  expect(folds()).toHaveLength(9)
})

test('of many stores each says its group and who is responsible, and what adds stores is above the list', async () => {
  const page = await open('dashboard', { at: '#/stores' })
  const { screen, waitFor } = page
  for (let number = 2; number <= 8; number += 1)
    await page.change(storeAdded(`store-${number}`, `login-${number}`, `Shop ${number}`))
  const change = { group: 'Europe', who: 'Ana' }
  const common = { id: 'event-9', store: 'store-2', kind: 'stores-changed' } as const
  await page.change({ ...common, stores: ['store-2', 'store-3'], change })
  await page.session.read()
  const rows = () => [...document.querySelectorAll('details.fold > summary')]
  await waitFor(() => expect(rows()).toHaveLength(8))
  expect(
    rows()
      .slice(1, 4)
      .map(({ textContent }) => textContent),
  ).toEqual(['B · Shop 2 Europe · Ana', 'C · Shop 3 Europe · Ana', 'D · Shop 4'])
  const isAbove = (one: Element) =>
    (one.compareDocumentPosition(rows()[0]!) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  expect(isAbove(screen.getByRole('button', { name: text('store_add') }))).toBe(true)
  for (const name of ['stores_paste_title', 'stores_several_title'] as const)
    expect(isAbove(screen.getByText(text(name), { selector: 'summary' }))).toBe(true)
})

test('several stores get a person responsible, from the records', async () => {
  const page = await open('dashboard', {
    at: '#/stores',
    kept: {
      local: {
        ...wellKnown,
        'register/store-1/people/ana': { version: 1, values: { name: 'Ana', kind: 'person' }, at: 1 },
      },
    },
  })
  const { user, screen, waitFor, overview } = page
  await page.change(storeAdded('store-2', 'login-2', 'Shop 2'))
  await page.session.read()
  await user.click(await screen.findByText(text('stores_several_all')))
  const several = screen.getByText(text('stores_several_title'), { selector: 'summary' }).parentElement!
  const who = await within(several).findByLabelText(text('own_who'))
  await waitFor(() => expect(within(several).queryByRole('option', { name: 'Ana' })).not.toBeNull())
  await user.selectOptions(who, 'Ana')
  await user.click(within(who.closest('form')!).getByRole('button'))
  await waitFor(async () => expect((await overview()).stores.map(({ who }) => who)).toEqual(['Ana', 'Ana']))
})

test('stores are pasted: the good lines are added, the others stay in the field with the reason', async () => {
  const { user, screen, i18n, overview, waitFor } = await open('dashboard', { at: '#/stores' })
  const field = screen.getByLabelText<HTMLTextAreaElement>(text('stores_paste_label'))
  await user.click(field)
  await user.paste('Acme\tamazon.de, amazon.fr\tClient A\nBolt | amazn.de\nCasa')
  await user.click(screen.getByRole('checkbox', { name: text('stores_paste_login') }))
  await user.click(screen.getByRole('button', { name: text('stores_paste_go') }))
  await screen.findByText(i18n.plural('stores_paste_added', 2))
  const { stores } = await overview()
  expect(stores.map(({ name, fronts, group }) => [name, fronts, group])).toEqual([
    ['', [], undefined],
    ['Acme', ['sellercentral.amazon.de', 'sellercentral.amazon.fr'], 'Client A'],
    ['Casa', [], undefined],
  ])
  expect(stores[1]?.login).toBe(stores[2]?.login)
  await waitFor(() => expect(field.value).toBe('Bolt | amazn.de'))
  screen.getByText(`Bolt | amazn.de: ${text('stores_paste_site', { site: 'amazn.de' })}`)
})

test('several stores get a group and one login, asked plainly; the list narrows to the group', async () => {
  const page = await open('dashboard', { at: '#/stores' })
  const { user, screen, waitFor, overview } = page
  for (const number of [2, 3])
    await page.change(storeAdded(`store-${number}`, `login-${number}`, `Shop ${number}`))
  await page.session.read()
  const tick = async (name: string) => user.click(await screen.findByRole('checkbox', { name }))
  await tick('B · Shop 2')
  await tick('C · Shop 3')
  const several = screen.getByText(text('stores_several_title'), { selector: 'summary' }).parentElement
  if (!several) throw new Error('no form')
  await user.type(within(several).getByLabelText(text('stores_group')), 'Client B{Enter}')
  await waitFor(async () =>
    expect((await overview()).stores.map(({ group }) => group)).toEqual([undefined, 'Client B', 'Client B']),
  )
  await user.selectOptions(await screen.findByRole('combobox', { name: text('stores_group') }), 'Client B')
  await waitFor(() => expect(screen.queryByRole('checkbox', { name: 'A · My store' })).toBeNull())
  await user.click(within(several).getByRole('button', { name: text('stores_several_login') }))
  screen.getByText(text('stores_several_login_ask'))
  await user.click(screen.getByRole('button', { name: text('stores_several_login_go') }))
  await waitFor(async () =>
    expect((await overview()).stores.map(({ login }) => login)).toEqual(['login-1', 'login-2', 'login-2']),
  )
})
