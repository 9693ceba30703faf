// @vitest-environment jsdom
import { render } from 'preact'
import { expect, test } from 'vitest'
import { parts } from '../../src/dashboard/navigation/router'
import { AskError } from '../../src/messages/ask'
import { createSession } from '../../src/ui/overview-store'
import { inEnglish } from '../support/i18n'
import { open } from '../support/views'

// The help shows the version.
Object.assign(globalThis, { chrome: { runtime: { getManifest: () => ({ version: '0.1.0' }) } } })

/** The headings that are more than one level below the one before them. */
function skips(): string[] {
  const headings = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
  const levels = headings.map(({ localName }) => Number(localName[1]))
  expect(levels.filter((level) => level === 1)).toHaveLength(1)
  return headings
    .filter((_, at) => (levels[at] ?? 0) > (levels[at - 1] ?? 0) + 1)
    .map(({ localName, textContent }) => `${localName} ${textContent}`)
}

/** Checks lie below the heading of their list. */
function checkLevels(): string[] {
  return [
    ...new Set([...document.querySelectorAll('.item :is(h2, h3, h4, h5)')].map(({ localName }) => localName)),
  ]
}

test('the popup skips no level of headings', async () => {
  await open('popup')
  expect(skips()).toEqual([])
  expect(checkLevels()).toEqual(['h3'])
})

test.each(parts)('the part %s of the dashboard skips no level of headings', async (part) => {
  const { settled, waitFor } = await open('dashboard', { at: `#/${part}` })
  await waitFor(() => expect(document.querySelector(`nav [href="#/${part}"][aria-current]`)).not.toBeNull())
  await settled()
  expect(skips()).toEqual([])
})

test('the checks of the dashboard lie below their area, in it', async () => {
  const { change, session, waitFor } = await open('dashboard', { at: '#/checklist' })
  const origin = { name: 'Appeal of March', on: '2026-03-04' }
  const measure = { id: 'own-1', title: 'Count the stock', every: 7, origin } as const
  await change({ id: 'event-1', store: 'store-1', kind: 'measure-promised', measure })
  await session.read()
  await waitFor(() => expect(document.getElementById('row-own-1')).not.toBeNull())
  expect(checkLevels()).toEqual(['h4'])
})

test('what can be read without the background skips none either', async () => {
  const { waitFor } = await open('dashboard', { at: '#/playbooks' })
  const { Dashboard } = await import('../../src/dashboard/layout')
  const session = createSession(() => Promise.reject(new AskError('no-answer')))
  render(<Dashboard session={session} i18n={inEnglish()} />, document.body)
  await session.read()
  expect(session.view.value.kind).toBe('could-not-read')
  await waitFor(() => expect(document.querySelector('.playbooks')).not.toBeNull())
  expect(skips()).toEqual([])
})
