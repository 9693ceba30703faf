// @vitest-environment jsdom
import { describe, expect, test } from 'vitest'
import { wellKnown } from '../support/background'
import { checked, storeAdded } from '../support/checklist'
import { open } from '../support/views'

const figuresIn = (text: string) => [...text.matchAll(/\d+/g)].map(([figure]) => Number(figure))

describe.each(['popup', 'dashboard'] as const)('numbers in the %s', (view) => {
  test('with several stores: that of the store, and what makes up that of all', async () => {
    const page = await open(view, { at: '#/checklist' })
    await page.change(storeAdded('store-2', 'login-1', 'Lamps'))
    await page.change(checked('user-list-review'))
    await page.session.read()
    const { counted, store, stores } = await page.overview()
    expect(store.id).toBe('store-2')
    expect(counted).toBeLessThan(stores.reduce((sum, one) => sum + one.counted, 0))
    const line = await page.screen.findByText(/^All stores/)
    expect(figuresIn(line.textContent!)).toEqual([counted, store.counted, counted - store.counted])
    page.screen.getByText(new RegExp(`^${store.counted} checks are waiting in this store`))
    // In the switch each says how much of its number the other counts too.
    const options = [...document.querySelectorAll('#store option')].map(({ textContent }) => textContent!)
    const numbers = options.map((text) => figuresIn(text))
    expect(numbers).toEqual(stores.map((one) => [one.counted, one.shared]))
    const shared = stores[0]!.shared
    expect(stores.reduce((sum, one) => sum + one.counted, 0) - shared).toBe(counted)
  })

  test('a store in which nothing waits says so, while others wait', async () => {
    const page = await open(view, { at: '#/checklist' })
    await page.change(storeAdded('store-2', 'login-2', 'Lamps'))
    for (const { id } of (await page.overview()).areas.flatMap(({ items }) => items))
      await page.change(checked(id, 'store-2'))
    await page.session.read()
    const { counted } = await page.overview()
    expect(counted).toBeGreaterThan(0)
    page.screen.getByText('Nothing essential is waiting in this store')
    expect(page.screen.queryByText(/^\d+ checks? (is|are) waiting$/)).toBeNull()
  })

  test('a row that is due tells when it is not part of the number', async () => {
    const page = await open(view, { at: '#/checklist' })
    const items = (await page.overview()).areas.flatMap((area) => area.items)
    const uncounted = items.filter(({ waiting, counted }) => waiting && !counted)
    expect(uncounted.length).toBeGreaterThan(0)
    expect(page.screen.getAllByText('Not part of the number.')).toHaveLength(uncounted.length)
  })

  test('a check that cannot be read is in sight, and no head says that nothing waits', async () => {
    const page = await open(view, {
      at: '#/checklist',
      kept: { local: { ...structuredClone(wellKnown), 'record/login-1/two-step-on': 7 } },
    })
    for (const { id } of (await page.overview()).areas.flatMap(({ items }) => items))
      if (id !== 'two-step-on') await page.change(checked(id))
    await page.session.read()
    await page.screen.findByText('What you said of this could not be read. It is kept.')
    page.screen.getByText(/^Of 1 check/)
    expect(page.screen.queryByText(/^Nothing (essential|waits)/)).toBeNull()
  })
})
