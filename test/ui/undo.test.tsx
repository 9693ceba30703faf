// @vitest-environment jsdom
import { describe, expect, test } from 'vitest'
import { answered, checked, newId, reported } from '../support/checklist'
import { text } from '../support/messages'
import { measure as promised } from '../support/requests'
import { open } from '../support/views'

const measure = { ...promised, id: 'own-1' } as const
const rowOf = (item: string) => document.getElementById(`row-${item}`)!.closest('.item')!

function undoOf(item: string): HTMLButtonElement | undefined {
  return [...rowOf(item).querySelectorAll('button')].find(({ textContent }) =>
    /^Undo today/.test(textContent),
  )
}

describe.each(['popup', 'dashboard'] as const)('in the %s, opened anew after the browser was', (view) => {
  /** Another page said it, the worker was killed and the page is new: no notice anywhere. */
  async function after(...events: Parameters<Awaited<ReturnType<typeof open>>['change']>[0][]) {
    const before = await open('dashboard')
    for (const event of events) await before.change(event)
    before.platform.kill()
    const page = await open(view, {
      at: '#/checklist',
      kept: { local: structuredClone(before.platform.kept.local) },
    })
    if (view === 'popup') {
      for (const rest of document.querySelectorAll<HTMLDetailsElement>('details.rest')) {
        rest.open = true
        rest.dispatchEvent(new Event('toggle'))
      }
      await page.settled()
    }
    expect(document.querySelector('.notice button')).toBeNull()
    return page
  }

  test.each([{ kind: 'checked' }, { kind: 'dismissed' }, { kind: 'snoozed', for: 'tomorrow' }] as const)(
    '$kind of today is taken back in its row',
    async (answer) => {
      const { user, screen, statusOf } = await after(answered('two-step-on', answer))
      await user.click(undoOf('two-step-on')!)
      await screen.findByText(text('card_undone'))
      expect((await statusOf('two-step-on'))?.kind).toBe('never-checked')
      expect(undoOf('two-step-on')).toBeUndefined()
    },
  )

  test('the last answer, and then the one before', async () => {
    const { user, statusOf, waitFor } = await after(
      answered('two-step-on', { kind: 'dismissed' }),
      checked('two-step-on'),
    )
    await user.click(undoOf('two-step-on')!)
    await waitFor(async () => expect((await statusOf('two-step-on'))?.kind).toBe('not-for-me'))
    await user.click(undoOf('two-step-on')!)
    await waitFor(async () => expect((await statusOf('two-step-on'))?.kind).toBe('never-checked'))
  })

  test('a report is taken back where it made something due', async () => {
    const { user, screen, statusOf } = await after(reported('somebody-left'))
    expect(await statusOf('user-list-review')).toHaveProperty('happened')
    await user.click(undoOf('user-list-review')!)
    await screen.findByText(text('card_undone'))
    expect((await statusOf('user-list-review'))?.kind).toBe('never-checked')
  })

  test('a promised measure', async () => {
    const { user, screen, overview } = await after(
      { id: newId(), store: 'store-1', kind: 'measure-promised', measure },
      { id: newId(), store: 'store-1', kind: 'answered', item: measure.id, answer: { kind: 'checked' } },
    )
    await user.click(undoOf(measure.id)!)
    await screen.findByText(text('card_undone'))
    expect((await overview()).measures[0]?.status.kind).toBe('never-checked')
  })
})
