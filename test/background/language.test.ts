import { describe, expect, test } from 'vitest'
import type { Overview } from '../../src/domain/overview'
import type { CardContent, Face } from '../../src/messages/card'
import type { Argument } from '../../src/messages/protocol'
import { background, com, okOf, wellKnown } from '../support/background'
import { english } from '../support/i18n'
import { pseudo } from '../support/pseudo'
import { at, on } from '../support/time'

const inGerman = pseudo.long.disguise

describe('the language that the background writes in', () => {
  test('is the browser’s, until another is chosen', async () => {
    const one = background({ languages: ['de-CH', 'en'] })
    await one.overview()
    expect(one.platform.badge.title).toMatch(/^Ñîghtlátçh/)
    expect((await one.card())?.lang).toBe('de')
    expect((await background({ languages: ['pl'] }).card())?.lang).toBe('en')
  })

  test('chosen in the settings, it is at once that of tooltip, card and what a card answers', async () => {
    const one = background()
    expect((await one.card())?.lang).toBe('en')
    const chosen = okOf<Overview>(await one.ask('choose', { language: 'de' }))
    expect(chosen.settings.language).toBe('de')
    expect(one.platform.badge.title).toMatch(/^Ñîghtlátçh/)
    const card = await one.look()
    expect(card).toMatchObject({ lang: 'de', dir: 'ltr', brand: inGerman(english.brand) })
    const about = card?.about
    if (!about) throw new Error('no card')
    const face = okOf<Face>(await one.answerCard(about.item, { kind: 'checked' }))
    expect(face.buttons.map(({ label }) => label)).toContain(inGerman(english.undo))
  })

  test('changes under an open card: the card goes', async () => {
    const one = background()
    const card = await one.card()
    await one.ask('choose', { badge: true })
    expect(one.platform.told).toEqual([])
    await one.ask('choose', { language: 'it' })
    expect(one.platform.told).toEqual([{ tab: 1, message: { gone: card?.about } }])
  })

  test('is told to every open page of ours', async () => {
    const one = background()
    await one.ask('choose', { language: 'it' })
    expect(one.platform.pagesTold).toBe(1)
  })

  test('is that of a notification', async () => {
    const one = background({
      now: on('2026-03-04'),
      kept: { local: structuredClone(wellKnown), allowed: new Set(['notifications']) },
    })
    await one.ask('choose', { notifications: true, language: 'de' })
    await one.answerCard('two-step-on', { kind: 'snoozed', for: 'hour' })
    one.platform.clock(at('2026-03-04 11:00'))
    one.platform.ring('promise')
    await one.platform.settled()
    expect(one.platform.notifications.shown).toMatchObject([{ message: inGerman(english.notification_text) }])
  })

  test('outlives the worker, and goes back to the browser’s', async () => {
    const first = background()
    await first.ask('choose', { language: 'ja' })
    await first.ask('choose', { badge: true })
    first.platform.kill()
    const next = background({ kept: first.platform.kept })
    expect((await next.card())?.lang).toBe('ja')
    const { settings } = okOf<Overview>(await next.ask('choose', { language: null }))
    expect(settings).toEqual({ badge: true })
    expect((await next.look('home', com))?.lang).toBe('en')
  })

  test('in storage may be one that only a later version has: then it is the browser’s, and stays stored', async () => {
    const local = { ...structuredClone(wellKnown), settings: { version: 1, language: 'nl' } }
    const one = background({ kept: { local }, languages: ['fr'] })
    expect((await one.card())?.lang).toBe('fr')
    expect(one.platform.storage.data['settings']).toEqual({ version: 1, language: 'nl' })
  })
})

describe('the dates that the background writes', () => {
  const now = at('2026-03-04 10:00')
  /** Tomorrow, as the card promises it. */
  const tomorrow = (card: CardContent | null) => card?.faces.when.buttons[1]?.label.replace(/\s/g, ' ')

  test('are as usual where the browser is, until others are chosen', async () => {
    expect(tomorrow(await background({ now }).card())).toContain('Thu, Mar 5, 9:00 AM')
    const one = background({ now, languages: ['en-GB', 'en'] })
    expect(tomorrow(await one.card())).toContain('Thu 5 Mar, 09:00')
    await one.ask('choose', { dateFormat: 'yyyy-MM-dd', clock: '12-hour' })
    expect(tomorrow(await one.look())).toContain('Thu 2026-03-05, 9:00 am')
  })

  test.each<Argument<'choose'>>([{ dateFormat: 'dd.MM.yyyy' }, { clock: '24-hour' }, { clock: null }])(
    'change under an open card: the card goes (%o)',
    async (choice) => {
      const one = background({ now })
      const card = await one.card()
      const before = one.platform.pagesTold
      await one.ask('choose', choice)
      expect(one.platform.told).toEqual([{ tab: 1, message: { gone: card?.about } }])
      expect(one.platform.pagesTold).toBe(before + 1)
    },
  )

  test('outlive the worker, and go back to what is usual', async () => {
    const first = background({ now })
    await first.ask('choose', { dateFormat: 'dd.MM.yyyy', clock: '24-hour' })
    first.platform.kill()
    const next = background({ now, kept: first.platform.kept })
    expect(tomorrow(await next.card())).toContain('Thu 05.03.2026, 09:00')
    const { settings } = okOf<Overview>(await next.ask('choose', { dateFormat: null, clock: null }))
    expect(settings).toEqual({})
    expect(tomorrow(await next.look('home', com))).toContain('Thu, Mar 5, 9:00 AM')
  })

  test('in a form that only a later version has are as usual, and the choice stays stored', async () => {
    const settings = { version: 1, dateFormat: 'd MMM yyyy', clock: 'decimal' }
    const one = background({ now, kept: { local: { ...structuredClone(wellKnown), settings } } })
    expect(tomorrow(await one.card())).toContain('Thu, Mar 5, 9:00 AM')
    await one.ask('choose', { badge: true })
    expect(one.platform.storage.data['settings']).toEqual({ ...settings, badge: true })
  })
})
