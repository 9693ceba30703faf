// @vitest-environment jsdom
import { expect, test, vi } from 'vitest'
import { firstStores, storesKind } from '../../../src/storage/kinds/stores'
import { checked } from '../../support/checklist'
import { on } from '../../support/time'
import { open } from '../../support/views'

test('below the name of a month that cannot be read stands no other month', async () => {
  const { user, screen, i18n, platform } = await open('dashboard', {
    at: '#/calendar',
    now: on('2026-03-10'),
  })
  await screen.findByRole('table', { name: 'March 2026' })
  platform.storage.reject('keys')
  await user.click(screen.getByRole('link', { name: i18n.translate('calendar_after') }))
  await screen.findByRole('heading', { name: 'April 2026' })
  await screen.findByText(i18n.translate('popup_could_not_read'))
  expect(screen.queryByRole('table')).toBeNull()
})

test('a check that recurs daily is one line below the month, and on its next day alone', async () => {
  const { i18n, change, session, screen, settled, waitFor } = await open('dashboard', {
    at: '#/calendar',
    now: on('2026-03-10'),
  })
  await screen.findByRole('table', { name: 'March 2026' })
  await change(checked('performance-notifications-read'))
  await session.read()
  await settled()
  const links = (place: string) => [
    ...document.querySelectorAll(`${place} a[href="#/item/performance-notifications-read"]`),
  ]
  await waitFor(() => expect(links('.month')).toHaveLength(2))
  expect(links('.month').map((link) => link.closest('td')?.querySelector('time')?.dateTime)).toEqual([
    '2026-03-10',
    '2026-03-11',
  ])
  const [line] = links('.often')
  expect(line?.closest('div')?.querySelector('dt')?.textContent).toBe(i18n.plural('pace_days', 1))
})

test('what was confirmed on a day is folded, and what is due stands open', async () => {
  const { i18n, change, session, screen, waitFor } = await open('dashboard', {
    at: '#/calendar',
    now: on('2026-03-10'),
  })
  await screen.findByRole('table', { name: 'March 2026' })
  await change(checked('two-step-on'))
  await change(checked('user-list-review'))
  await session.read()
  const link = (item: string) => document.querySelector(`.month .today a[href="#/item/${item}"]`)
  const said = i18n.plural('calendar_confirmed', 2)
  await waitFor(() => expect(document.querySelector('.month .today')?.textContent).toContain(said))
  const fold = link('two-step-on')?.closest('details')
  expect(fold?.open).toBe(false)
  expect(link('user-list-review')?.closest('details')).toBe(fold)
  expect(fold?.querySelector('summary')?.textContent).toBe(said)
  expect(document.querySelector('.month .today > ul > li')?.className).toBe('due')
})

test('a daily check that a new store does not have yet is not called daily', async () => {
  const lineOf = async (store: object) => {
    await open('dashboard', {
      at: '#/calendar',
      now: on('2026-03-10'),
      kept: {
        local: {
          stores: storesKind.encode({ ...firstStores, stores: [{ ...firstStores.stores[0]!, ...store }] }),
        },
      },
    })
    return document.querySelector('.often a[href="#/item/buyer-messages-24h"]')
  }
  expect(await lineOf({})).not.toBeNull()
  expect(await lineOf({ began: '2026-03-10' })).toBeNull()
})

test('it opens at today, and “Today” leads there from wherever, with the focus', async () => {
  const scrolled = vi.spyOn(Element.prototype, 'scrollIntoView')
  const { i18n, screen, user, waitFor } = await open('dashboard', { at: '#/calendar', now: on('2026-03-26') })
  await screen.findByRole('table', { name: 'March 2026' })
  const today = () => screen.getByRole('table').querySelector('[aria-current=date]')
  await waitFor(() => expect(scrolled.mock.contexts).toContain(today()))
  expect(document.activeElement).not.toBe(today())
  const press = () => user.click(screen.getByRole('link', { name: i18n.translate('calendar_today') }))
  await press()
  expect(document.activeElement).toBe(today())
  await user.click(screen.getByRole('link', { name: i18n.translate('calendar_after') }))
  await screen.findByRole('table', { name: 'April 2026' })
  expect(today()).toBeNull()
  await press()
  await screen.findByRole('table', { name: 'March 2026' })
  await waitFor(() => expect(document.activeElement).toBe(today()))
  scrolled.mockRestore()
})
