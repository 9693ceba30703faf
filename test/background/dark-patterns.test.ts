import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reminderCard, whichStoreCard } from '../../src/background/card-content'
import { type Checklist, emptyChecklist } from '../../src/domain/checklist'
import { items } from '../../src/domain/items'
import { overview } from '../../src/domain/overview'
import { isWaiting, statusesOf } from '../../src/domain/status'
import type { CardContent, Face } from '../../src/messages/card'
import { amazonLogin, storeFronts } from '../../src/pages/hosts'
import { judgeAddress } from '../../src/pages/official'
import { background, com, wellKnown } from '../support/background'
import {
  answered,
  checked,
  history,
  later,
  newId,
  recordOf,
  reported,
  shown,
  storeAdded,
  takenBack,
} from '../support/checklist'
import { english, inEnglish } from '../support/i18n'
import { onPage } from '../support/platform'
import { on } from '../support/time'

// One test or more for each dark pattern that docs/nudging.md refuses. What only a browser can
// tell (equal size and contrast, the focus that never moves, a page that stays clickable) is in test/e2e, what only the
// package can tell (permissions) in test/build.test.ts, and 400 days of sellers in test/domain/simulation.test.ts.

const now = on('2026-03-04')
const i18n = inEnglish()
const hosts = [...storeFronts.map(({ host }) => host), ...amazonLogin.map(({ host }) => host)]

/** Every card there can be: each item on each of its pages and on the home page, with and without a promise. */
const cards: readonly (readonly [what: string, card: CardContent])[] = items.flatMap(({ id, pages }) =>
  [...new Set([...pages, 'home' as const])].flatMap((page) =>
    [undefined, '2026-03-02'].map(
      (promisedOn) =>
        [
          `${id} on ${page}`,
          reminderCard(
            { store: 'store-1', item: id, ...(promisedOn ? { promisedOn } : {}) },
            { page, host: com },
            i18n,
            now,
            promisedOn !== undefined,
          ),
        ] as const,
    ),
  ),
)
const facesOf = ({ faces }: CardContent): Face[] => Object.values(faces)

describe('asking again after "not for me"', () => {
  test('on no page for 400 days, however often they are opened', async () => {
    const { card, answerCard, free, platform } = background()
    const first = await card('user-permissions')
    await answerCard('user-list-review', { kind: 'dismissed' })
    await free()
    expect(first?.about?.item).toBe('user-list-review')
    for (let day = 1; day < 400; day += 7) {
      platform.clock(now.add({ days: day }))
      for (const page of ['user-permissions', 'home'] as const) {
        expect((await card(page))?.about?.item, `${page}, day ${day}`).not.toBe('user-list-review')
        await free()
      }
    }
  })
})

describe('a decline that is smaller, paler or later than the accept', () => {
  test('the three answers are all that the first look asks for, and none is marked', () => {
    for (const [what, card] of cards) {
      for (const face of [card.faces.first, card.faces.returned]) {
        expect(face.buttons, what).toHaveLength(3)
        const { more = [] } = face
        // The ways to the panel and to a playbook are no answers, and stand below them.
        for (const { press } of more)
          expect(press.kind === 'answer' ? press.answer.kind : press.kind, what).toMatch(
            /^(beside|playbook)$/,
          )
        for (const button of [...face.buttons, ...more])
          expect(Object.keys(button), what).toEqual(['label', 'press'])
      }
    }
  })

  test('none needs a second press, but for the time of a reminder', () => {
    for (const [what, { faces }] of cards) {
      const kinds = faces.first.buttons.map(({ press }) =>
        press.kind === 'answer' ? press.answer.kind : press.kind,
      )
      expect(kinds, what).toEqual(['checked', 'face', 'dismissed'])
      expect(faces.first.escape, what).toEqual({ kind: 'answer', answer: { kind: 'closed' } })
    }
  })

  test('no label is much longer than another', () => {
    const lengths = [english.answer_checked, english.answer_remind, english.answer_dismiss].map(
      ({ length }) => length,
    )
    expect(Math.max(...lengths)).toBeLessThanOrEqual(16)
  })

  test('Escape and the cross close: they never check, refuse or put off', () => {
    for (const [what, card] of cards) {
      for (const press of facesOf(card).flatMap((face) => [face.escape, face.close ?? face.escape])) {
        if (press.kind === 'answer') expect(press.answer, what).toEqual({ kind: 'closed' })
        else expect(['face', 'remove'], what).toContain(press.kind)
      }
    }
  })
})

describe('words', () => {
  const texts = Object.entries(english)
  const lint = (pattern: RegExp, names: RegExp = /./) =>
    texts
      .filter(([name, text]) => names.test(name) && pattern.test(text))
      .map(([name, text]) => `${name}: ${text}`)

  /** What Nightlatch itself says around the checks, as opposed to what it tells of Amazon's rules. */
  const own = /^(?!item_|threshold_|page_|lookalike_|unrelated|verdict_)/

  test('shame nobody who declines', () => {
    const shaming =
      /\b(i (like|take|accept) (the )?risks?|i don['’]t (care|mind)|no thanks|not interested|i['’]ll risk|stay unprotected|are you sure|do you really|don['’]t you|you should have|careless|irresponsible|lazy|foolish|negligent|risky|shame|sorry to see)\b/i
    expect(lint(shaming)).toEqual([])
  })

  test('press nobody: no alarm, no hurry, no countdown', () => {
    expect(
      lint(
        /!|\b(urgent|hurry|act now|last chance|immediately|before it['’]s too late|expiring|warning|danger)\b/i,
      ),
    ).toEqual([])
    expect(
      lint(/\b(you are|you['’]re|your (account|store) is) (at risk|in danger|unprotected|unsafe)\b/i),
    ).toEqual([])
  })

  test('claim nothing that cannot be seen', () => {
    expect(lint(/\b(you are|you['’]re|your \w+ is|now|all) (now )?(safe|secure|protected)\b/i)).toEqual([])
    expect(lint(/\b(2sv|two-step verification) is (on|off)\b/i, own)).toEqual([])
  })

  test('praise and compare nobody: no grade, no streak, no other sellers', () => {
    expect(
      lint(
        /\b(streak|score|grade|level up|points|congrat|well done|great job|good job|awesome|%)|most sellers|other sellers|everybody else|everyone else/i,
        own,
      ),
    ).toEqual([])
  })

  test('ask for no review, no money and no word to friends', () => {
    expect(
      lint(
        /\b(rate (us|nightlatch)|leave (us )?a review|five stars|donat|sponsor|premium|upgrade to|buy (us|me)|tell your friends|share nightlatch|subscribe|newsletter)/i,
      ),
    ).toEqual([])
  })

  test('lead nowhere: no address stands in a text', () => {
    expect(lint(/https?:\/\/\S*\w\.\w|\bwww\.\w+\.\w+/i)).toEqual([])
  })

  test('the lint finds what it looks for', () => {
    expect('No thanks, I like risk').toMatch(/\bno thanks\b/i)
    expect('https://example.com/').toMatch(/https?:\/\/\S*\w\.\w/)
  })
})

describe('fake urgency and made-up counts', () => {
  const kinds = ['shown', 'closed', 'kept', 'silenced', 'paced', 'noted'] as const
  const incident = fc.record({
    kind: fc.constantFrom(...kinds),
    item: fc.constantFrom(...items.map(({ id }) => id)),
    days: fc.integer({ min: 0, max: 40 }),
  })
  const eventOf = ({ kind, item }: { kind: (typeof kinds)[number]; item: (typeof items)[number]['id'] }) => {
    switch (kind) {
      case 'shown':
        return shown(item)
      case 'paced':
        return answered(item, { kind, every: 'default' })
      case 'noted':
        return answered(item, { kind, note: 'ask Ana' })
      default:
        return answered(item, { kind })
    }
  }

  test('the number on the toolbar is that of essential or reported items that wait, whatever was shown', () => {
    fc.assert(
      fc.property(fc.array(incident, { maxLength: 20 }), (all) => {
        let list: Checklist = history([
          now,
          checked('two-step-on'),
          reported('somebody-left'),
          storeAdded('store-2', 'login-1'),
        ])
        let when = now
        for (const one of all) {
          when = when.add({ days: one.days })
          list = later(list, [when, eventOf(one)])
        }
        const waiting = list.stores.flatMap((store) =>
          statusesOf(list, store, when)
            .filter(
              ({ item, record, status }) =>
                isWaiting(status) && (item.severity === 'essential' || record?.happened !== undefined),
            )
            .map(({ item }) => (item.scope === 'store' ? `${store.id} ${item.id}` : item.id)),
        )
        expect(overview(list, when).counted).toBe(new Set(waiting).size)
      }),
      { numRuns: 100, seed: 20260304 },
    )
  })

  test('no showing and no Close changes it', () => {
    for (const { id } of items) {
      const list = history([now, shown(id), answered(id, { kind: 'closed' })])
      expect(overview(list, now).counted, id).toBe(overview(emptyChecklist, now).counted)
    }
  })

  test('a card has no number but the minutes it takes, and its own dates', () => {
    for (const [what, card] of cards) {
      const said = [...card.faces.first.lines, card.steps?.minutes]
        .join(' ')
        .replace(i18n.day('2026-03-02'), '')
      const { minutes } = items.find(({ id }) => id === card.about?.item) ?? { minutes: 0 }
      expect(said, what).toContain(i18n.plural('minutes', minutes))
      expect(said, what).not.toMatch(/\b\d+ (checks?|items?|of \d+|days? left|hours? left)\b/)
    }
  })
})

describe('a button that moves between showings', () => {
  const labelsOf = (card: CardContent | null) => card?.faces.first.buttons.map(({ label }) => label)
  const always = [english.answer_checked, english.answer_remind, english.answer_dismiss]

  test('every card has them in one order, before and after the visit to Amazon', () => {
    for (const [what, { faces }] of cards) {
      for (const face of [faces.first, faces.returned])
        expect(
          face.buttons.map(({ label }) => label),
          what,
        ).toEqual(always)
    }
  })

  test('also from one showing to the next, until the last', async () => {
    const { claim, free, answerCard, platform } = background()
    await answerCard('backup-super-user-created', { kind: 'checked' })
    for (let day = 0; day < 3; day += 1) {
      platform.clock(now.add({ days: 2 * day }))
      const card = await claim('user-permissions')
      expect(card?.about?.item).toBe('user-list-review')
      expect(labelsOf(card)).toEqual(always)
      await free()
    }
  })

  test('the question which store is open closes by the same button', () => {
    expect(labelsOf(whichStoreCard(i18n))).toEqual([])
    expect(whichStoreCard(i18n).close).toBe(english.answer_close)
  })
})

describe('a link that leads away', () => {
  test.each(hosts)('from %s every card leads to Amazon’s own pages, without a query', (host) => {
    for (const { id, pages } of items) {
      for (const page of ['home', ...pages] as const) {
        const { faces } = reminderCard({ store: 'store-1', item: id }, { page, host }, i18n, now, true)
        for (const { link } of Object.values(faces)) {
          if (!link) continue
          const { protocol, search, hash, username, port } = new URL(link.address)
          expect([protocol, search, hash, username, port]).toEqual(['https:', '', '', '', ''])
          expect(['official', 'amazon-other'], link.address).toContain(judgeAddress(link.address).verdict)
        }
      }
    }
  })

  test('nothing but the link leads anywhere', () => {
    for (const [what, card] of cards) {
      const text = JSON.stringify({ ...card, faces: facesOf(card).map(({ link: _link, ...face }) => face) })
      expect(text, what).not.toMatch(/https?:|www\.|mailto:/)
    }
  })
})

describe('a setting that is turned back on', () => {
  const off = {
    version: 1,
    who: 'Ana',
    pause: { until: 'told' },
    quietHours: { from: 20, to: 8 },
    badge: false,
    notifications: false,
    loginHosts: [],
  }

  test('by an update, a start of the browser, a look or an answer: none', async () => {
    const {
      platform,
      overview: look,
      change,
    } = background({
      kept: {
        local: { ...structuredClone(wellKnown), settings: structuredClone(off) },
        allowed: new Set(['notifications', 'www.amazon.com']),
      },
    })
    platform.browserStarts()
    platform.ring('tick')
    await platform.settled()
    await look()
    await change(checked('two-step-on'))
    platform.clock(on('2027-03-04'))
    platform.ring('tick')
    await platform.settled()
    expect(platform.kept.local['settings']).toEqual(off)
    expect(platform.kept.running).toEqual([])
    expect(platform.notifications.shown).toEqual([])
    expect(platform.badge.text).toBe('')
    expect((await look()).paused).toBe(true)
  })

  test('by choosing another one: none', async () => {
    const { platform, ask } = background({
      kept: { local: { ...structuredClone(wellKnown), settings: structuredClone(off) } },
    })
    await ask('choose', { quietHours: { from: 21, to: 7 } })
    await ask('name-self', { who: 'Bo' })
    expect(platform.kept.local['settings']).toEqual({ ...off, quietHours: { from: 21, to: 7 }, who: 'Bo' })
  })

  test('"only here" of an item: by no later answer but "show it again"', () => {
    const id = 'user-list-review'
    for (const answer of [
      { kind: 'checked' },
      { kind: 'snoozed', for: 'tomorrow' },
      { kind: 'dismissed' },
      { kind: 'restored' },
      { kind: 'handled-elsewhere', by: 'Ana' },
      { kind: 'paced', every: 60 },
      { kind: 'closed' },
    ] as const) {
      const list = history(
        [now, answered(id, { kind: 'silenced' })],
        [now, answered(id, answer)],
        [now, shown(id)],
      )
      expect(recordOf(list, id)?.silenced, answer.kind).toBe(true)
    }
    expect(
      recordOf(history([now, answered(id, { kind: 'silenced' })], [now, answered(id, { kind: 'kept' })]), id),
    ).not.toHaveProperty('silenced')
  })

  test('an interval that was switched off: by no showing, no report taken back and no undo of something else', () => {
    const id = 'password-age-review'
    const offList = history([now, answered(id, { kind: 'paced', every: 'off' })])
    const other = checked('two-step-on')
    expect(
      recordOf(later(offList, [now, shown(id)], [now, other], [now, takenBack(other)]), id)?.pace,
    ).toEqual({
      every: 'off',
      on: '2026-03-04',
    })
  })
})

describe('answers can be taken back', () => {
  test.each([
    ['checked', { kind: 'checked' }],
    ['put off', { kind: 'snoozed', for: 'tomorrow' }],
    ['not for me', { kind: 'dismissed' }],
    ['only here', { kind: 'silenced' }],
    ['show it again', { kind: 'kept' }],
    ['less often', { kind: 'paced', every: 60 }],
  ] as const)('%s, after two showings: everything is as before', (_, answer) => {
    const id = 'user-list-review'
    const before = history([now, checked(id)], [on('2026-05-04'), shown(id)], [on('2026-05-06'), shown(id)])
    const given = answered(id, answer)
    const after = later(before, [on('2026-05-07'), given], [on('2026-05-07'), takenBack(given)])
    const { events: _events, before: _said, ...was } = recordOf(before, id) ?? { events: [] }
    const { events: _others, ...is } = recordOf(after, id) ?? { events: [] }
    expect(is).toEqual(was)
  })

  test('on the card that gave them, in one press', async () => {
    const { claim, ask } = background()
    await claim('user-permissions')
    const id = newId()
    const reply = await ask(
      'answer-card',
      { id, store: 'store-1', item: 'user-list-review', answer: { kind: 'dismissed' } },
      onPage(),
    )
    const face = (reply as { ok: Face }).ok
    expect(face.buttons[0]).toEqual({
      label: english.undo,
      press: { kind: 'answer', answer: { kind: 'undone', of: id } },
    })
  })
})
