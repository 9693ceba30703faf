// @vitest-environment jsdom
import { signal } from '@preact/signals'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { keepFresh, keepTrying, type View } from '../../src/ui/overview-store'
import { checked } from '../support/checklist'
import { text } from '../support/messages'
import { at } from '../support/time'
import { open } from '../support/views'

const button = { selector: 'button' }

describe('a press', () => {
  test('twice on one place answers what was there first, not what has come up since', async () => {
    const { user, screen, journal, settled } = await open('popup')
    const check = () => screen.getAllByText('Checked today', button)[0]!
    await user.click(check())
    await screen.findByText('Undo', button)
    // The second half of a double click, where the next check's button is by then.
    check().dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 2 }))
    await settled()
    expect((await journal()).entries.map(({ what }) => 'item' in what && what.item)).toEqual(['two-step-on'])
  })

  test('twice on one report is one report, and one undo takes it back', async () => {
    const { user, screen, journal, statusOf } = await open('dashboard', { at: '#/playbooks' })
    await user.dblClick(await screen.findByText(text('incident_somebody_left_title')))
    await screen.findByText('Undo', button)
    expect((await journal()).entries).toHaveLength(1)
    await user.click(screen.getByText('Undo', button))
    await screen.findByText(text('card_undone'))
    expect((await statusOf('user-list-review'))?.kind).toBe('never-checked')
  })

  test('again while it is under way is the same', async () => {
    const { session, journal, holdAnswers } = await open('popup')
    const release = holdAnswers()
    const both = [1, 2].map(() => session.answer('two-step-on', { kind: 'checked' }))
    release()
    expect(await Promise.all(both)).toEqual([true, true])
    expect((await journal()).entries).toHaveLength(1)
    await session.answer('two-step-on', { kind: 'checked' })
    expect((await journal()).entries).toHaveLength(2)
  })

  test('asks the background once', async () => {
    const { user, asked, screen, settled, waitFor } = await open('dashboard', { at: '#/checklist' })
    // Where nothing was said yet, the page looks whether something was lost, at its own time.
    await waitFor(() => expect(asked).toContain('data'))
    asked.splice(0)
    await user.click(screen.getAllByText('Checked today', button)[0]!)
    await screen.findByText('Undo', button)
    await settled()
    expect(asked.filter((request) => request !== 'data')).toEqual(['change'])
  })

  test('of a key that is held answers once', async () => {
    const { screen, journal, settled } = await open('dashboard', { at: '#/item/two-step-on' })
    const check = screen.getAllByText('Checked today', button)[0]!
    const held = new KeyboardEvent('keydown', { key: 'Enter', repeat: true, bubbles: true, cancelable: true })
    expect(check.dispatchEvent(held)).toBe(false)
    await settled()
    expect((await journal()).entries).toEqual([])
  })
})

test('a choice that could not be stored is not shown as if it were', async () => {
  const { platform, user, screen } = await open('dashboard', { at: '#/settings' })
  const box = () => screen.getByLabelText<HTMLInputElement>('Show the number')
  expect(box().checked).toBe(true)
  platform.storage.reject('set')
  await user.click(box())
  await screen.findByText(text('failed_store'))
  expect(box().checked).toBe(true)
})

describe('a page that stays open', () => {
  const opened = async () => {
    const page = await open('dashboard', { at: '#/checklist' })
    keepFresh(page.session)
    return page
  }
  const waiting = (count: number) => new RegExp(`^${count} `)

  test('follows what was stored for another page, when it is told', async () => {
    const { change, screen } = await opened()
    await screen.findByText(waiting(9))
    await change(checked('two-step-on'))
    await screen.findByText(waiting(8))
  })

  test('asks once for many changes that it is told of at once', async () => {
    const { change, asked, screen } = await opened()
    asked.splice(0)
    await Promise.all([change(checked('two-step-on')), change(checked('user-list-review'))])
    await screen.findByText(waiting(7))
    expect(asked.filter((request) => request === 'overview').length).toBeLessThanOrEqual(2)
  })

  test('does not take for its own what another page changed while its own press was under way', async () => {
    const { user, change, screen, holdAnswers } = await opened()
    await screen.findByText(waiting(9))
    const release = holdAnswers()
    const press = user.click(screen.getAllByText('Checked today', button)[0]!)
    await change(checked('user-list-review'))
    release()
    await press
    await screen.findByText(waiting(7))
  })

  test('hears of the first change of the next worker, which counts anew', async () => {
    const { session, asked, waitFor } = await opened()
    await waitFor(() => expect(asked).toContain('data'))
    asked.splice(0)
    await session.hear('another worker/1')
    expect(asked.filter((request) => request !== 'data')).toEqual(['overview'])
    asked.splice(0)
    await session.hear(session.revision.value)
    expect(asked).not.toContain('overview')
  })

  test('and draws nothing anew where it says the same', async () => {
    const { session } = await opened()
    const { value } = session.view
    await session.follow()
    expect(session.view.value.kind === 'read' && session.view.value.overview).toBe(
      value.kind === 'read' && value.overview,
    )
  })

  test('reads once when its tab is chosen, and again the next time', async () => {
    const { session } = await open('popup')
    let reads = 0
    keepFresh({
      ...session,
      async read() {
        reads += 1
        await session.read()
      },
    })
    const choose = async () => {
      document.dispatchEvent(new Event('visibilitychange'))
      window.dispatchEvent(new Event('focus'))
      await session.read()
    }
    await choose()
    expect(reads).toBe(1)
    await choose()
    expect(reads).toBe(2)
  })

  test('shows the new day when its window is looked at again', async () => {
    const { platform, session, waitFor } = await opened()
    platform.clock(at('2026-03-05 00:05'))
    window.dispatchEvent(new Event('focus'))
    await waitFor(() => expect(session.view.value).toMatchObject({ overview: { today: '2026-03-05' } }))
  })
})

describe('what could not be read', () => {
  afterEach(() => {
    vi.useRealTimers()
    vi.restoreAllMocks()
  })

  test('is read again by itself once somebody looks, however long nobody did', () => {
    vi.useFakeTimers()
    const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
    let reads = 0
    keepTrying({
      view: signal<View>({ kind: 'could-not-read' }),
      read: async () => {
        reads += 1
      },
    })
    vi.advanceTimersByTime(60_000)
    expect(reads).toBe(0)
    visibility.mockReturnValue('visible')
    vi.advanceTimersByTime(10_000)
    expect(reads).toBe(1)
  })
})
