// @vitest-environment jsdom
import { within } from '@testing-library/dom'
import { describe, expect, test } from 'vitest'
import type { ItemId } from '../../../src/domain/items'
import { answered } from '../../support/checklist'
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
    await user.click(inRow('user-list-review').getAllByText('Not for me', button)[0]!)
    await screen.findByText('Undo', button)
    expect(document.activeElement).toBe(next)
    await user.keyboard('u')
    await screen.findByText('Taken back.')
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

describe('a note', () => {
  test('half typed is still there, unfolded, when its check moves to another section', async () => {
    const { user, session, change, screen } = await open('dashboard', { at: '#/checklist' })
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
    await screen.findByText(/could not be saved/)
    expect(field().value).toBe('ask Ana')
  })
})
