// @vitest-environment jsdom
import { describe, expect, test } from 'vitest'
import { wellKnown } from '../support/background'
import { checked, storeAdded } from '../support/checklist'
import { text } from '../support/messages'
import { measure as promised } from '../support/requests'
import { open } from '../support/views'

const figuresIn = (text: string) => [...text.matchAll(/\d+/g)].map(([figure]) => Number(figure))
/** The name of the link to the checklist, with what is said beside it. */
const besideChecklist = (said: 'nav_due_other' | 'popup_unreadable_one', count: number) =>
  `${text('nav_place_checklist')} ${text(said, { count: String(count) })}`

describe.each(['popup', 'dashboard'] as const)('numbers in the %s', (view) => {
  test('with several stores: that of the store, and what makes up that of all', async () => {
    const page = await open(view, { at: '#/checklist' })
    await page.change(storeAdded('store-2', 'login-1', 'Lamps'))
    await page.change(checked('user-list-review'))
    await page.session.read()
    const { counted, store, stores } = await page.overview()
    expect(store.id).toBe('store-2')
    expect(counted).toBeLessThan(stores.reduce((sum, one) => sum + one.counted, 0))
    if (view === 'popup') {
      const line = await page.screen.findByText(/^All stores/)
      expect(figuresIn(line.textContent!)).toEqual([counted, store.counted, counted - store.counted])
      page.screen.getByText(text('popup_waiting_here_other', { count: String(store.counted) }))
    } else {
      page.screen.getByRole('link', { name: besideChecklist('nav_due_other', store.counted) })
    }
    // In the switch each says how much of its number the other counts too.
    await page.user.click(document.getElementById('store')!)
    await page.screen.findByRole('listbox')
    const options = [...document.querySelectorAll('.store-switch [role=option]')].map(
      ({ textContent }) => textContent!,
    )
    const numbers = options.map((text) => figuresIn(text))
    expect(numbers).toEqual(stores.map((one) => [one.counted, one.shared]))
    const shared = stores[0]!.shared
    expect(stores.reduce((sum, one) => sum + one.counted, 0) - shared).toBe(counted)
  })

  test('a commitment to Amazon that is due is one more', async () => {
    const page = await open(view, { at: '#/' })
    const { counted } = (await page.overview()).store
    const measure = { ...promised, id: 'own-1' } as const
    await page.change({ id: 'event-own', store: 'store-1', kind: 'measure-promised', measure })
    await page.session.read()
    // As the table of stores and the switch have it.
    expect((await page.overview()).store).toMatchObject({ counted, due: counted + 1 })
    const count = String(counted + 1)
    if (view === 'popup') await page.screen.findByText(text('popup_waiting_other', { count }))
    else await page.screen.findByRole('link', { name: besideChecklist('nav_due_other', counted + 1) })
  })

  test('a store in which nothing waits says so, while others wait', async () => {
    const page = await open(view, { at: '#/checklist' })
    await page.change(storeAdded('store-2', 'login-2', 'Lamps'))
    for (const { id } of (await page.overview()).areas.flatMap(({ items }) => items))
      await page.change(checked(id, 'store-2'))
    await page.session.read()
    const { counted } = await page.overview()
    expect(counted).toBeGreaterThan(0)
    if (view === 'popup') page.screen.getByText(text('popup_nothing_here'))
    else page.screen.getAllByRole('link', { name: text('nav_place_checklist') })
    expect(page.screen.queryByRole('link', { name: /\d+ due$/ })).toBeNull()
    expect(page.screen.queryByText(/^\d+ checks? (is|are) due$/)).toBeNull()
  })

  test('a check that cannot be read is in sight, and no head says that nothing waits', async () => {
    const page = await open(view, {
      at: '#/checklist',
      kept: { local: { ...structuredClone(wellKnown), 'record/login-1/two-step-on': 7 } },
    })
    for (const { id } of (await page.overview()).areas.flatMap(({ items }) => items))
      if (id !== 'two-step-on') await page.change(checked(id))
    await page.session.read()
    await page.screen.findByText(text('status_unreadable'))
    if (view === 'popup') page.screen.getByText(text('popup_unreadable_one', { count: '1' }))
    else page.screen.getByRole('link', { name: besideChecklist('popup_unreadable_one', 1) })
    expect(page.screen.queryByText(/^No(thing| essential checks)\b.*due/)).toBeNull()
  })
})

test('in the dashboard a row that is due tells when it is not part of the number', async () => {
  const page = await open('dashboard', { at: '#/checklist' })
  const items = (await page.overview()).areas.flatMap((area) => area.items)
  const uncounted = items.filter(({ waiting, counted }) => waiting && !counted)
  expect(uncounted.length).toBeGreaterThan(0)
  expect(page.screen.getAllByText(text('row_not_counted'))).toHaveLength(uncounted.length)
})

test('the popup lists as many due checks as it says, and no others', async () => {
  const page = await open('popup')
  const items = (await page.overview()).areas.flatMap((area) => area.items)
  const counted = items.filter((item) => item.counted).map(({ id }) => `row-${id}`)
  expect(counted.length).toBeGreaterThan(0)
  page.screen.getByRole('heading', { name: text('popup_waiting_other', { count: String(counted.length) }) })
  expect([...document.querySelectorAll('.row')].map(({ id }) => id).sort()).toEqual(counted.sort())
})
