// @vitest-environment jsdom
import { within } from '@testing-library/dom'
import { expect, test } from 'vitest'
import { emptyChecklist } from '../../../src/domain/checklist'
import type { BlankId } from '../../../src/domain/letters'
import type { StoreFrontHost } from '../../../src/pages/hosts'
import { storesKind } from '../../../src/storage/kinds/stores'
import { de, wellKnown } from '../../support/background'
import { inEnglish } from '../../support/i18n'
import { text as textIn } from '../../support/messages'
import { open } from '../../support/views'

const i18n = inEnglish('UTC')
const { translate: text, plural, list } = i18n
const blank = (id: BlankId) => i18n.textOf(`letter_blank_${id}`) ?? ''

/** A German store, read in English, and a run in which a step contacts Amazon. */
async function letterOf(
  playbook: 'hijack' | 'offboarding',
  step: string,
  run = 'run-1',
  front: StoreFrontHost = de,
) {
  const [first] = emptyChecklist.stores
  const stores = [{ ...first!, name: 'My shop', fronts: [front] }]
  const page = await open('dashboard', {
    at: '#/playbooks',
    kept: {
      local: { ...structuredClone(wellKnown), stores: storesKind.encode({ stores, current: 'store-1' }) },
    },
  })
  const { ask, screen, user } = page
  await ask('start-playbook', { run, playbook, store: 'store-1' })
  await page.session.read()
  location.hash = `#/playbook/${run}`
  const go = async () => user.click(await screen.findByRole('button', { name: textIn(step as never) }))
  const place = async () => (await screen.findByRole('heading', { name: text('run_say') })).parentElement!
  const select = async () =>
    within(await place()).getByRole('combobox', { name: text('letter_language') }) as HTMLSelectElement
  const letter = async () => (await place()).querySelector('blockquote')
  const fill = async () =>
    user.click(within(await place()).getByRole('checkbox', { name: text('letter_fill') }))
  return { ...page, go, place, select, letter, fill }
}

async function hijack(front?: StoreFrontHost) {
  const page = await letterOf('hijack', 'x', 'run-1', front)
  await page.ask('change-run', { id: 'e-1', run: 'run-1', kind: 'stepped', step: 'clean-seat' })
  await page.ask('change-run', { id: 'e-2', run: 'run-1', kind: 'stepped', step: 'mailbox' })
  await page.ask('change-run', { id: 'e-3', run: 'run-1', kind: 'stepped', step: 'phone-number' })
  await page.ask('change-run', {
    ...{ id: 'e-4', run: 'run-1', kind: 'stepped', step: 'can-sign-in', answer: 'no' },
  })
  await page.session.read()
  await page.place()
  return page
}

test('a letter is offered in English, the language of the store front and the one that is read, and the choice is remembered', async () => {
  const { select, letter, user, waitFor, platform, screen } = await hijack()
  expect([...(await select()).options].map(({ label }) => label)).toEqual(['English', 'Deutsch'])
  expect(screen.queryByText(text('letter_english'))).toBeNull()
  await waitFor(async () => expect((await letter())?.lang).toBe('de'))
  expect((await letter())?.textContent).toContain('Wir melden einen unbefugten Zugriff')
  await user.selectOptions(await select(), 'English')
  await waitFor(async () => expect((await letter())?.lang).toBe('en'))
  expect((await letter())?.textContent).toContain('We are reporting unauthorized access')
  expect(platform.storage.data['settings']).toMatchObject({ letterLanguage: 'en' })
  await waitFor(() => expect(document.activeElement?.id).toBe('letter-language-locked-out'))
})

test('for a site in whose language there are no letters, the letter is English, and says why', async () => {
  const { select, letter, place, waitFor } = await hijack('sellercentral.amazon.pl')
  await waitFor(async () => expect((await letter())?.lang).toBe('en'))
  expect([...(await select()).options].map(({ label }) => label)).toEqual(['English'])
  expect(within(await place()).getByText(text('letter_english'))).toBeTruthy()
})

test('what is open is marked, counted and named in the language that is read, and stays in brackets when copied', async () => {
  const { letter, place, user, waitFor, screen } = await hijack()
  await waitFor(async () => expect((await letter())?.lang).toBe('de'))
  const marked = [...((await letter())?.querySelectorAll('mark') ?? [])].map((mark) => mark.textContent)
  expect(marked).toContain(`[${textIn('letter_blank_token', {}, 'de')}]`)
  const open: BlankId[] = [
    ...(['store', 'token', 'marketplace', 'locked-since', 'recovery-start'] as const),
    ...(['payout-day', 'contact'] as const),
  ]
  const said = plural('letter_open', open.length, { blanks: list(open.map(blank)) })
  expect(within(await place()).getByText(said)).toBeTruthy()
  await user.click(within(await place()).getByRole('button', { name: text('letter_copy') }))
  await screen.findByText(plural('letter_copied_open', open.length))
  const copied = await navigator.clipboard.readText()
  expect(copied).toContain('\nShop: [Name des Shops]. Händler-Token: [Händler-Token].')
})

test('the records fill a letter only where the seller wants it, in the language of the letter', async () => {
  const { ask, session, letter, fill, platform, waitFor } = await hijack()
  await waitFor(async () => expect((await letter())?.lang).toBe('de'))
  expect((await letter())?.textContent).not.toContain('My shop')
  await ask('change', {
    ...{ id: 'e-5', store: 'store-1', kind: 'payouts-told' },
    rhythm: { kind: 'every', days: 14, from: '2026-03-03' },
  })
  await session.read()
  await fill()
  await waitFor(async () =>
    expect((await letter())?.textContent).toContain('Shop: My shop. Händler-Token: [Händler-Token]'),
  )
  expect((await letter())?.textContent).toContain('Marketplace: Deutschland.')
  expect((await letter())?.textContent).toMatch(/am \d+\. März 2026 fällig/)
  expect(platform.storage.data['settings']).toMatchObject({ fillLetters: true })
  await fill()
  await waitFor(async () => expect((await letter())?.textContent).not.toContain('My shop'))
})

test('without the records the letter is there, and says what was not read', async () => {
  const { ask, letter, fill, loseAnswers, place, waitFor } = await hijack()
  await waitFor(async () => expect(await letter()).toBeTruthy())
  await fill()
  await waitFor(async () => expect((await letter())?.textContent).toContain('My shop'))
  loseAnswers(true)
  const row = { register: 'people', owner: 'store-1', row: 'row-1' } as const
  await ask('put-row', { ...row, values: { name: 'Ana' } })
  await waitFor(async () => expect((await place()).textContent).toContain(text('letter_records_unread')))
  expect((await letter())?.textContent).toContain('My shop')
})

test('the text of an appeal is in the language of the store front, with its dates, and in another at a press', async () => {
  const { screen, user, waitFor, ask } = await hijack()
  await ask('save-draft', {
    ...{ id: 'save-1', draft: 'draft-1', version: 1, base: null, store: 'store-1' },
    content: {
      ...{ title: 'Appeal', noticed: '2026-03-03', reference: '12345', happened: 'Late', cause: 'Ill' },
      ...{ done: [], measures: [], evidence: [] },
    },
  })
  location.hash = '#/appeal/draft-1'
  const preview = () => document.querySelector('.preview')
  await waitFor(() =>
    expect(preview()?.textContent).toContain('Mitteilung vom 3. März 2026, Referenz 12345.'),
  )
  expect(screen.getByRole('heading', { level: 4, name: 'Grundursache' }).lang).toBe('de')
  await user.click(screen.getByRole('button', { name: text('appeal_copy') }))
  await screen.findByText(text('appeal_copied'))
  expect(await navigator.clipboard.readText()).toContain('Grundursache\nIll')
  await user.selectOptions(screen.getByRole('combobox', { name: text('letter_language') }), 'English')
  await waitFor(() =>
    expect(preview()?.textContent).toContain('Notice dated March 3, 2026, reference 12345.'),
  )
})
