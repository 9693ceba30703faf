import { describe, expect, test } from 'vitest'
import { reminderCard } from '../../src/background/card-content'
import { items } from '../../src/domain/items'
import { itemText } from '../../src/i18n/item-text'
import type { CardContent, Press } from '../../src/messages/card'
import { background, com, okOf } from '../support/background'
import { newId } from '../support/checklist'
import { english, inEnglish, textsIn } from '../support/i18n'
import { onPage } from '../support/platform'
import { on } from '../support/time'

const page = 'user-permissions'
const about = { store: 'store-1', item: 'user-list-review' } as const
const beside: Press = { kind: 'beside' }
const i18n = inEnglish()
const refused = { error: 'refused' }

describe('the steps on a card', () => {
  test('are those of its check, in the language that the seller chose, whatever the browser’s is', async () => {
    const { look, ask } = background({ languages: ['en-US'] })
    const card = await look(page)
    const { steps } = itemText(i18n, about.item)
    expect(steps.length).toBeGreaterThan(1)
    expect(card?.steps?.texts).toEqual(steps)
    await ask('choose', { language: 'de' })
    const german = textsIn('de')
    expect((await look(page))?.steps?.texts).toEqual([
      german.item_user_list_review_how_1,
      german.item_user_list_review_how_2,
      german.item_user_list_review_how_3,
    ])
  })

  test('are counted on the button that shows them, and none is missing', () => {
    for (const { id } of items) {
      const card = reminderCard(
        { store: 'store-1', item: id },
        { page, host: com },
        i18n,
        on('2026-03-04'),
        false,
      )
      const { show = '', texts = [] } = card.steps ?? {}
      expect(texts.length, id).toBeGreaterThan(0)
      expect(show, id).toBe(i18n.plural('card_steps', texts.length))
    }
  })

  test('go with the card once, so that a message stays small', () => {
    for (const { id } of items) {
      const nudge = { store: 'store-1', item: id, promisedOn: '2026-03-02' }
      const card = reminderCard(nudge, { page: 'home', host: com }, i18n, on('2026-03-04'), true, 'A', true)
      const message = JSON.stringify(card)
      expect(message.length, id).toBeLessThan(4500)
      for (const step of card.steps?.texts ?? []) expect(message.split(JSON.stringify(step))).toHaveLength(2)
    }
  })
})

describe('“Show me next to the page”', () => {
  const labels = (card: CardContent | null) => card?.faces.first.more?.map(({ label }) => label) ?? []
  const press = (one: ReturnType<typeof background>, sender = onPage(), id = newId()) =>
    one.ask('show-beside', { id, ...about }, sender)

  test('opens the panel of that window while the press still counts, and shows the page there', async () => {
    const one = background()
    const card = await one.claim(page)
    expect(card?.faces.first.more).toEqual([{ label: english.card_beside, press: beside }])
    const note = { ...about, note: 'Ana has' }
    await one.ask('keep-panel', { window: 1, view: 'round', draft: note })
    const reply = press(one, onPage(), 'event-1')
    // Nothing has been awaited yet.
    expect(one.platform.panel.opened).toEqual([1])
    expect(await reply).toEqual({ ok: null })
    const state = okOf(await one.ask('panel', { window: 1 }))
    expect(state).toEqual({ view: 'page', draft: note, asked: 'event-1' })
    // It is no answer.
    expect((await one.claim(page, com, 1, about))?.about).toEqual(about)
  })

  test('is refused without that card: what the panel shows stays', async () => {
    const one = background()
    await one.ask('keep-panel', { window: 1, view: 'round' })
    expect(await press(one)).toEqual(refused)
    await one.claim(page)
    expect(await press(one, onPage(com, 2))).toEqual(refused)
    expect(await one.ask('show-beside', { id: newId(), ...about, item: 'two-step-on' }, onPage())).toEqual(
      refused,
    )
    await one.free()
    expect(await press(one)).toEqual(refused)
    expect(okOf(await one.ask('panel', { window: 1 }))).toEqual({ view: 'round' })
  })

  test('a panel that does not open is told', async () => {
    const one = background({
      prepare: ({ panel }) => {
        panel.openBeside = () => Promise.reject(new Error('no press'))
      },
    })
    await one.claim(page)
    expect(await press(one)).toEqual({ error: 'unexpected' })
  })

  test('is not there where a press on a page opens no panel, and opens no tab instead', async () => {
    const one = background({
      prepare: ({ panel }) => {
        delete panel.openBeside
      },
    })
    const card = await one.claim(page)
    expect(card?.about).toEqual(about)
    expect(labels(card)).toEqual([])
    expect(await press(one)).toEqual(refused)
    expect(one.platform.panel.opened).toEqual([])
    expect(one.platform.dashboards).toEqual([])
  })

  test('stays for as long as the card is shown', async () => {
    const one = background()
    const card = await one.claim(page)
    expect(labels(await one.claim(page, com, 1, about))).toEqual(labels(card))
  })
})
