// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { emptyChecklist, type Store } from '../../src/domain/checklist'
import { type ItemId, items } from '../../src/domain/items'
import { addressOf } from '../../src/pages/page-urls'
import { storesKind } from '../../src/storage/kinds/stores'
import { com, de, wellKnown } from '../support/background'
import { checked } from '../support/checklist'
import { inEnglish } from '../support/i18n'
import { titleOf } from '../support/messages'
import { open, panelBeside } from '../support/views'

const { translate: text, plural, number } = inEnglish()
const asked = items.filter(({ cadence }) => cadence.kind !== 'event').map(({ id }) => id)
const [one] = emptyChecklist.stores as [Store]
const two: Store = { ...one, id: 'store-2', login: 'login-2', name: 'Berlin', fronts: [de] }

const withStores = (...stores: Store[]) => ({
  ...wellKnown,
  [storesKind.prefix]: storesKind.encode({ stores, current: one.id }),
})
const visited = withStores({ ...one, fronts: [com] })

const begun = (minutes?: number) =>
  begunBy(
    minutes === undefined ? text('round_start') : text('round_minutes', { minutes: number(minutes) }),
    visited,
  )

/** The same check in both stores, one after the other. */
const begunInTwo = () =>
  begunBy(text('round_order_check'), withStores({ ...one, name: 'New York', fronts: [com] }, two))

async function begunBy(label: string, local: Record<string, unknown>) {
  const page = await open('panel', { kept: { local: structuredClone(local) } })
  const { user, screen, session } = page
  await user.click(await screen.findByText(label))
  await page.settled()
  const round = () => {
    const { value } = session.view
    if (value.kind !== 'read' || !value.overview.round) throw new Error('no round')
    return value.overview.round
  }
  const heading = () => document.querySelector('h1')?.textContent
  const press = async (name: string) => {
    await user.click(await screen.findByText(name, { selector: 'main :is(button, button *, summary)' }))
    await page.settled()
  }
  return { ...page, round, heading, press }
}

const titleAt = (round: { steps: readonly { check: string }[]; at: number }) =>
  titleOf(round.steps[round.at]?.check as Parameters<typeof titleOf>[0])

beforeEach(() => {
  // The panel may move the focus only while it has it.
  document.hasFocus = () => true
  panelBeside.where.value = { kind: 'elsewhere' }
})

describe('a round in the panel', () => {
  test('shows one check at a time, and an answer leads to the next', async () => {
    const { round, heading, press, statusOf } = await begun()
    const first = round().steps[0]!.check
    expect(heading()).toBe(titleAt(round()))
    await press(text('answer_checked'))
    expect((await statusOf(first as never))?.kind).toBe('up-to-date')
    expect(round().at).toBe(1)
    expect(heading()).toBe(titleAt(round()))
  })

  test('skips, goes back, and undoes the last answer', async () => {
    const { round, heading, press, statusOf } = await begun()
    const [first, second] = round().steps
    await press(text('round_skip'))
    expect(heading()).toBe(titleOf(second!.check as never))
    await press(text('answer_dismiss'))
    expect((await statusOf(second!.check as never))?.kind).toBe('not-for-me')
    await press(text('undo'))
    expect(heading()).toBe(titleOf(second!.check as never))
    await press(text('round_back'))
    expect(heading()).toBe(titleOf(first!.check as never))
    expect(round().place).toBe(1)
  })

  test('says where the seller is, or opens the page on the store’s own site', async () => {
    const { round, screen } = await begun()
    const page = (round().current!.check as { page: 'home' }).page
    const link = screen
      .getByText(text('popup_open_page', { page: text(`page_${page.replaceAll('-', '_') as 'home'}`) }))
      .closest('a')
    expect(link?.href).toBe(addressOf(page, com))
    panelBeside.where.value = { kind: 'seller-central', tab: 1, host: com, page, isTyping: false }
    await screen.findByText(text('panel_here', { page: text(`page_${page.replaceAll('-', '_') as 'home'}`) }))
  })

  test('ends with what was done, what was put off and what is still due', async () => {
    const { round, heading, press, screen } = await begun(5)
    expect(round().minutes).toBe(5)
    const [first] = round().steps
    await press(text('snooze_tomorrow'))
    expect(round().steps[0]).toMatchObject({ state: 'later' })
    await press(text('round_end'))
    expect(heading()).toBe(text('round_ended'))
    expect(screen.getByText(text('round_list_later')).nextElementSibling?.textContent).toContain(
      titleOf(first!.check as never),
    )
    expect(screen.getByText(text('round_list_open'))).toBeTruthy()
    await press(text('round_resume'))
    expect(heading()).toBe(titleAt(round()))
    await press(text('round_end'))
    await press(text('round_close'))
    expect(screen.queryByText(text('round_ended'))).toBeNull()
  })

  test('goes on after a look at the page, and is offered with what is left', async () => {
    const { round, heading, press, screen } = await begun()
    await press(text('answer_checked'))
    await press(text('round_to_page'))
    await press(plural('continue_round', round().open))
    expect(heading()).toBe(titleAt(round()))
    expect(screen.getByText(new RegExp(`^${round().place} of ${round().of}`))).toBeTruthy()
  })

  test('says that a check has left it, which was answered elsewhere', async () => {
    const { round, change, screen, session, settled } = await begun()
    const [, second] = round().steps
    await change({
      kind: 'answered',
      id: 'event-9',
      store: second!.store,
      item: second!.check,
      answer: { kind: 'checked' },
    })
    await session.read()
    await settled()
    expect(screen.getByText(plural('round_left', 1))).toBeTruthy()
  })

  test('keeps a note while it is written, and with the check once it is saved', async () => {
    const { round, user, screen, press, settled } = await begun()
    await user.type(screen.getByLabelText(text('note_label'), { selector: 'textarea' }), 'Ana has it')
    await press(text('note_save'))
    await settled()
    expect(round().at).toBe(0)
    expect(round().current?.check.note).toBe('Ana has it')
  })

  test('says what no note may hold, and stores none that has it', async () => {
    const { round, user, screen, press } = await begun()
    const field = screen.getByLabelText(text('note_label'), { selector: 'textarea' })
    expect(document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
      text('note_hint'),
    )
    await user.type(field, 'DE89 3704 0044 0532 0130 00')
    const why = text('note_account_number')
    await screen.findByText(text('secret_refused', { why }), { exact: false })
    await press(text('note_save'))
    expect(round().current?.check.note).toBeUndefined()
    expect((field as HTMLTextAreaElement).value).toBe('DE89 3704 0044 0532 0130 00')
    await user.click(screen.getByText(text('secret_take_out')))
    await press(text('note_save'))
    expect(round().current?.check.note).toBe('…')
  })

  test('offers a note only for the store it was written for', async () => {
    const { user, screen, press, round } = await begunInTwo()
    const field = () =>
      screen.getByLabelText(text('note_label'), { selector: 'textarea' }) as HTMLTextAreaElement
    const [first, second] = round().steps
    expect(second).toMatchObject({ check: first?.check })
    expect(second?.store).not.toBe(first?.store)
    await user.type(field(), 'Ana has it')
    await press(text('round_skip'))
    expect(field().value).toBe('')
    await press(text('round_back'))
    expect(field().value).toBe('Ana has it')
  })

  test('that was started in another window meanwhile goes on, and the panel says so', async () => {
    const page = await open('panel', { kept: { local: structuredClone(visited) } })
    const start = await page.screen.findByText(text('round_start'))
    // The news reaches this page only after the press.
    const release = page.holdAnswers()
    await page.ask('begin-round', { round: 'round-1', minutes: 5 })
    await page.user.click(start)
    release()
    await page.screen.findByText(text('round_goes_on'))
    expect((await page.overview()).round).toMatchObject({ id: 'round-1', kind: 'under-way' })
    expect(page.screen.getByText(text('round_end'))).toBeTruthy()
  })

  test('is offered with the number that home page and popup say, and its minutes', async () => {
    const { screen } = await open('panel', { kept: { local: structuredClone(visited) } })
    // Two of them are longer work, for another day.
    await screen.findByText('9 checks are due')
    await screen.findByText('7 checks, about 25 min')
  })

  test('is offered where only checks are due that can wait', async () => {
    const { change, session, screen, settled, user } = await open('panel', {
      kept: { local: structuredClone(visited) },
    })
    for (const item of asked.filter((id) => id !== 'mailbox-rules-check')) await change(checked(item))
    await session.read()
    await settled()
    await screen.findByText('No essential checks are due. 1 other can wait, about 5 min.')
    await user.click(screen.getByText(text('round_start')))
    await settled()
    expect(document.querySelector('h1')?.textContent).toBe(titleOf('mailbox-rules-check'))
  })

  test('claims nothing of checks that couldn’t be read', async () => {
    const { change, session, screen, settled } = await open('panel', {
      kept: {
        local: { ...structuredClone(visited), 'record/login-1/two-step-on': 7 },
      },
    })
    for (const item of asked.filter((id) => id !== 'two-step-on')) await change(checked(item))
    await session.read()
    await settled()
    await screen.findByText(text('popup_nothing_known'))
    await screen.findByText(plural('popup_unreadable', 1))
    expect(screen.queryByText(text('round_none'))).toBeNull()
  })

  test('says of several stores in which one nothing is due', async () => {
    const { change, session, screen, settled } = await open('panel', {
      kept: { local: structuredClone(withStores({ ...one, fronts: [com] }, two)) },
    })
    for (const item of asked) await change(checked(item))
    await session.read()
    await settled()
    await screen.findByText(text('round_none_here'))
  })

  describe('through several stores', () => {
    const store = (id: string, more: Partial<Store>): Store => ({
      ...one,
      id,
      login: `login-of-${id}`,
      ...more,
    })
    const some = withStores(
      { ...one, name: 'New York', fronts: [com] },
      store('store-2', { name: 'Berlin', group: 'Europe', who: 'Ana' }),
      store('store-3', { name: 'Paris', group: 'Europe' }),
      store('store-4', { name: 'Osaka', group: 'Asia' }),
      store('store-5', { name: 'Rome', group: 'Gone', removed: '2026-03-01' }),
    )
    const opened = async (local: Record<string, unknown>) => {
      const page = await open('panel', { kept: { local: structuredClone(local) } })
      const { screen, session, settled, user } = page
      await screen.findByText(text('round_order_store'))
      const menu = () => screen.queryByLabelText<HTMLSelectElement>(text('round_stores'))
      return {
        ...page,
        menu,
        offered: () => [...(menu()?.options ?? [])].map((option) => option.text),
        async choose(name: string) {
          const found = menu()
          if (!found) throw new Error('no menu')
          await user.selectOptions(found, name)
        },
        async begin(label: string) {
          await user.click(await screen.findByText(label))
          await settled()
          const { value } = session.view
          const steps = value.kind === 'read' ? (value.overview.round?.steps ?? []) : []
          return [...new Set(steps.map((step) => step.store))]
        },
      }
    }

    test('is offered for all stores, for a group, and for those of the person at this browser', async () => {
      const { offered } = await opened({ ...some, settings: { version: 1, who: 'Ana' } })
      expect(offered()).toEqual([text('round_stores_all'), text('round_stores_mine'), 'Asia', 'Europe'])
    })

    test('has no menu where stores have no group, and no name of nobody’s stores', async () => {
      const { menu } = await opened(withStores(one, two))
      expect(menu()).toBeNull()
      const grouped = await opened({ ...some, settings: { version: 1, who: 'Ben' } })
      expect(grouped.offered()).toEqual([text('round_stores_all'), 'Asia', 'Europe'])
    })

    test.each([
      ['round_order_store', undefined, ['store-1', 'store-2', 'store-3', 'store-4']],
      ['round_chosen_store', 'Europe', ['store-2', 'store-3']],
      ['round_chosen_check', 'Europe', ['store-2', 'store-3']],
      ['round_chosen_store', text('round_stores_mine'), ['store-2']],
    ] as const)('goes through the chosen ones alone: %s of %s', async (label, choice, stores) => {
      const { begin, choose } = await opened({ ...some, settings: { version: 1, who: 'Ana' } })
      if (choice !== undefined) await choose(choice)
      expect((await begin(text(label))).sort()).toEqual(stores)
    })

    test('is chosen by keys', async () => {
      const { user, menu, begin } = await opened(some)
      menu()?.focus()
      // jsdom opens no menu: what a browser does with an arrow key.
      await user.selectOptions(menu()!, 'Asia')
      await user.tab()
      expect(document.activeElement?.textContent).toBe(text('round_chosen_store'))
      expect(await begin(text('round_chosen_store'))).toEqual(['store-4'])
    })

    test('of one store has one order', async () => {
      const { choose, screen } = await opened(some)
      await choose('Asia')
      await screen.findByText(text('round_chosen_store'))
      expect(screen.queryByText(text('round_chosen_check'))).toBeNull()
    })

    test('is not offered for stores in which nothing is due', async () => {
      const { change, choose, screen, session, settled } = await opened(some)
      for (const item of asked) await change(checked(item, 'store-4'))
      await session.read()
      await settled()
      await choose('Asia')
      await screen.findByText(text('round_chosen_none'))
      expect(screen.queryByText(text('round_chosen_store'))).toBeNull()
      await choose('Europe')
      await screen.findByText(text('round_chosen_store'))
      expect(screen.queryByText(text('round_chosen_none'))).toBeNull()
    })

    test('is for all stores again once the chosen group is gone', async () => {
      const { change, choose, screen, session, settled } = await opened(some)
      await choose('Asia')
      await screen.findByText(text('round_chosen_store'))
      await change({
        ...{ id: 'event-9', store: 'store-4', kind: 'stores-changed' },
        ...{ stores: ['store-4'], change: { group: '' } },
      })
      await session.read()
      await settled()
      await screen.findByText(text('round_order_store'))
    })
  })

  test('that was stopped or finished meanwhile is offered as such', async () => {
    const { ask, change, press, round, screen, session } = await begun()
    await press(text('round_to_page'))
    await ask('change-round', { id: 'event-8', round: round().id, kind: 'ended' })
    await session.read()
    await screen.findByText(text('round_show_ended'))
    await ask('change-round', { id: 'event-9', round: round().id, kind: 'resumed' })
    for (const { check } of round().steps) await change(checked(check as ItemId))
    await session.read()
    await screen.findByText(text('round_show_finished'))
  })

  test('takes a page only for one of the store’s own sites', async () => {
    const { round, screen } = await begun()
    const page = (round().current!.check as { page: 'home' }).page
    const name = text(`page_${page.replaceAll('-', '_') as 'home'}`)
    const there = (host: typeof com | typeof de | 'www.amazon.com') => {
      panelBeside.where.value = { kind: 'seller-central', tab: 1, host, page, isTyping: false }
    }
    there(de)
    await screen.findByText(text('popup_open_page', { page: name }))
    there('www.amazon.com')
    await screen.findByText(text('panel_here', { page: name }))
  })

  test('asks to look whose page it is where there are several stores, and offers no other one', async () => {
    const { round, screen, press } = await begunInTwo()
    const page = (round().current!.check as { page: 'home' }).page
    const name = text(`page_${page.replaceAll('-', '_') as 'home'}`)
    panelBeside.where.value = { kind: 'seller-central', tab: 1, host: com, page, isTyping: false }
    const store = text('store_with_letter', { letter: 'A', name: 'New York' })
    await screen.findByText(text('round_here_store', { page: name, store }))
    expect(document.querySelector('.store-switch')).toBeNull()
    await press(text('round_to_page'))
    expect(document.querySelector('.store-switch')).not.toBeNull()
  })
})

describe('the page of each check', () => {
  const opened: string[] = []
  /** A tab that shows Seller Central, as our script there tells. */
  const atHealth = {
    kind: 'seller-central',
    tab: 1,
    host: com,
    page: 'account-health',
    isTyping: false,
  } as const

  beforeEach(() => {
    opened.length = 0
    panelBeside.where.value = atHealth
    panelBeside.opens.value = false
    vi.stubGlobal('chrome', {
      tabs: {
        update: async (_: number, { url }: { url: string }) => void opened.push(url),
        create: async ({ url }: { url: string }) => void opened.push(url),
      },
    })
  })
  afterEach(() => void vi.unstubAllGlobals())

  const opens = (...pages: Parameters<typeof addressOf>[0][]) =>
    vi.waitFor(() => expect(opened).toEqual(pages.map((page) => addressOf(page, com))), 60_000)

  test('opens on a press on its link alone, unless the seller wants more', async () => {
    const { press } = await begun()
    for (const said of [text('answer_checked'), text('round_skip'), text('snooze_tomorrow')])
      await press(said)
    await press(text('round_to_page'))
    expect(opened).toEqual([])
  })

  test('opens with the press that leads to the check, once the seller wants that, and once for two checks', async () => {
    const { round, press, user, screen, overview, settled } = await begun()
    await user.click(screen.getByLabelText(text('round_opens_pages')))
    await settled()
    expect((await overview()).settings.roundOpensPages).toBe(true)
    expect(opened).toEqual([])
    // The second check is done in the mailbox; the third and the fourth have one page.
    for (const said of [text('answer_checked'), text('answer_dismiss')]) await press(said)
    await opens('two-step-settings')
    await press(text('round_skip'))
    await press(text('snooze_tomorrow'))
    expect(round().current?.check.id).toBe('user-list-review')
    await opens('two-step-settings', 'user-permissions')
    // It is there already.
    panelBeside.where.value = { ...atHealth, page: 'deposit-methods' }
    await press(text('answer_checked'))
    await press(text('answer_checked'))
    await opens('two-step-settings', 'user-permissions', 'performance-notifications')
  })

  test('opens with the start of a round, and once after a press on another page', async () => {
    const { press, user, screen, settled } = await begun()
    await user.click(screen.getByLabelText(text('round_opens_pages')))
    await settled()
    await press(text('round_to_page'))
    await press(plural('continue_round', 7))
    await opens('login-settings')
    panelBeside.opens.value = true
    await opens('login-settings', 'login-settings')
    expect(panelBeside.opens.value).toBe(false)
    await press(text('round_to_page'))
    await settled()
    expect(opened).toHaveLength(2)
  })
})

describe('longer work at the end of a round', () => {
  const longer = ['password-strong-unique', 'backup-super-user-created'] as const

  async function finished() {
    const page = await begun()
    expect(page.screen.queryByText(text('round_list_tasks'))).toBeNull()
    for (const _ of page.round().steps) await page.press(text('answer_checked'))
    expect(page.heading()).toBe(text('round_finished'))
    return page
  }
  const listed = () =>
    [...document.querySelectorAll('#tasks + ul > li')].map(({ textContent }) => textContent?.split(' · ')[0])

  test('is planned with one press, and one more undoes that', async () => {
    const { press, statusOf, overview, heading } = await finished()
    expect(listed()).toEqual(longer.map(titleOf))
    await press(text('round_put_off_next_week'))
    for (const id of longer) expect(await statusOf(id)).toMatchObject({ kind: 'planned' })
    expect((await overview()).counted).toBe(0)
    expect(heading()).toBe(text('round_finished'))
    expect(listed()).toEqual([])
    await press(text('undo'))
    expect(listed()).toEqual(longer.map(titleOf))
    for (const id of longer) expect((await statusOf(id))?.kind).toBe('never-checked')
  })

  test('is a round of its own with one press', async () => {
    const { press, heading, round } = await finished()
    await press(text('round_start'))
    expect(round().steps.map(({ check }) => check)).toEqual(longer)
    expect(heading()).toBe(titleOf(longer[0]))
  })
})

describe('the focus in a round', () => {
  test('goes to the heading when the pressed link is replaced by the page it opened', async () => {
    const { round, screen, waitFor } = await begun()
    const page = (round().current!.check as { page: 'home' }).page
    const name = text(`page_${page.replaceAll('-', '_') as 'home'}`)
    const status = [...document.querySelectorAll('[role=status]')]
    screen
      .getByText(text('popup_open_page', { page: name }))
      .closest('a')
      ?.focus()
    panelBeside.where.value = { kind: 'seller-central', tab: 1, host: com, page, isTyping: false }
    const said = await screen.findByText(text('panel_here', { page: name }))
    // A screen reader hears what is put into what was there before.
    expect(status).toContain(said.closest('[role=status]'))
    await waitFor(() => expect(document.activeElement?.tagName).toBe('H1'))
  })

  test('goes to the heading when the panel gets it, and what was scrolled to stays under the pointer', async () => {
    await begun()
    ;(document.activeElement as HTMLElement).blur()
    const focus = vi.spyOn(document.querySelector('h1') as HTMLElement, 'focus')
    window.dispatchEvent(new Event('focus'))
    expect(document.activeElement?.tagName).toBe('H1')
    expect(focus.mock.calls).toEqual([[{ preventScroll: true }]])
  })

  test('goes to the heading when the view changes', async () => {
    const { press, waitFor } = await begun()
    await press(text('round_to_page'))
    await waitFor(() => expect(document.activeElement?.tagName).toBe('H1'))
  })

  test('leaves the answers after each answer, so that a second press of its key answers nothing unread', async () => {
    const { round, user, waitFor, settled } = await begun()
    await waitFor(() => expect(document.activeElement?.tagName).toBe('H1'))
    await user.keyboard('{ArrowDown}c')
    await settled()
    expect(round().at).toBe(1)
    await waitFor(() => expect(document.activeElement?.tagName).toBe('H1'))
    await user.keyboard('cn')
    await settled()
    expect(round().at).toBe(1)
    await user.keyboard('{ArrowDown}s')
    await settled()
    expect(round().at).toBe(2)
  })
})
