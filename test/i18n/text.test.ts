import { describe, expect, test } from 'vitest'
import { areas } from '../../src/domain/areas'
import { thresholds } from '../../src/domain/facts/thresholds'
import { incidentIds } from '../../src/domain/incidents'
import { itemIds } from '../../src/domain/items'
import { pageIds } from '../../src/domain/page'
import type { Status } from '../../src/domain/status'
import { doneText } from '../../src/i18n/done-text'
import { type Catalogue, createI18n, type I18n, type MessageName } from '../../src/i18n/i18n'
import { areaTitle, incidentExplained, incidentTitle, itemText, pageTitle } from '../../src/i18n/item-text'
import { shortStatus, statusText } from '../../src/i18n/status-text'
import { withEnglish as withEnglishTexts } from '../../vite.config'
import { english, inEnglish } from '../support/i18n'
import { at } from '../support/time'

const i18n = inEnglish()
/** By a name of which the compiler knows nothing, as one that was stored may be. */
const anyText = ({ textOf }: I18n<MessageName>) => textOf as (name: string) => string | undefined
const tomorrow = at('2026-03-05 09:00').epochMilliseconds

test('a check whose day was chosen for a new store is not said to be planned by the seller', () => {
  const on = '2026-03-04'
  const spread: Status = { kind: 'planned', until: tomorrow, on, spread: '2026-03-05' }
  const own: Status = { kind: 'planned', until: tomorrow, on }
  for (const said of [statusText, shortStatus]) {
    expect(said(i18n, spread)).not.toMatch(/plan/i)
    expect(said(i18n, own)).toMatch(/plan/i)
  }
})

describe('numbers, days and moments', () => {
  test.each([
    [0, '0 checks'],
    [1, '1 check '],
    [2, '2 checks'],
    [1234, '1,234 checks'],
  ])('%d: %s', (count, words) => {
    expect(i18n.plural('title_waiting', count)).toContain(words)
  })

  test('plural rules are the language’s own', () => {
    const polish = createI18n(
      {
        ...english,
        lang: 'pl',
        title_waiting_one: '{count} one',
        title_waiting_few: '{count} few',
        title_waiting_many: '{count} many',
        title_waiting_other: '{count} other',
      } as Catalogue,
      { timeZone: 'Europe/Warsaw' },
    )
    const forms = [1, 2, 5, 22, 1.5].map((count) => polish.plural('title_waiting', count))
    expect(forms).toEqual(['1 one', '2 few', '5 many', '22 few', '1,5 other'])
  })

  test('a form that a translation lacks falls back to the general one', () => {
    const { title_waiting_one: _, ...rest } = english
    expect(createI18n(rest as Catalogue, { timeZone: 'UTC' }).plural('title_waiting', 1)).toContain('1')
  })

  describe('a text that a language lacks', () => {
    const { title_waiting_one: _one, title_waiting_other: _other, retry: _retry, ...rest } = english
    const lacking = { ...rest, lang: 'fr', undo: '' } as Catalogue
    const withEnglish = createI18n(lacking, { timeZone: 'UTC', english: () => english })

    test('is the English one, also when it is there and empty', () => {
      expect(withEnglish.translate('retry')).toBe(english.retry)
      expect(withEnglish.translate('undo')).toBe(english.undo)
      expect(anyText(withEnglish)('retry')).toBe(english.retry)
      expect(anyText(withEnglish)('constructor')).toBeUndefined()
    })

    test('is in a plural the English one by the rules of English, with the numbers of the language', () => {
      // In French, nought is one.
      expect(withEnglish.plural('title_waiting', 0)).toBe(i18n.plural('title_waiting', 0))
      expect(withEnglish.plural('title_waiting', 1)).toBe(i18n.plural('title_waiting', 1))
      expect(withEnglish.plural('title_waiting', 1234)).toContain('1\u202f234 checks')
    })

    test('is never empty and throws nothing, even where there is no English', () => {
      const alone = createI18n(lacking, { timeZone: 'UTC' })
      expect(alone.translate('retry')).toBe('retry')
      expect(alone.plural('title_waiting', 3)).toBe('3')
      expect(anyText(alone)('retry')).toBeUndefined()
    })

    test('is put in when the packages are built', () => {
      const filled = withEnglishTexts(
        { lang: { message: 'ja' }, title_waiting_other: { message: '待ち' }, undo: { message: '' } },
        {
          lang: { message: 'en' },
          title_waiting_one: { message: '1' },
          title_waiting_other: { message: 'n' },
          undo: { message: 'Undo' },
          minutes_one: { message: 'a minute' },
          minutes_other: { message: 'minutes' },
        },
      )
      const texts = Object.entries(filled).map(([name, { message }]) => [name, message])
      expect(Object.fromEntries(texts)).toEqual({
        lang: 'ja',
        // Its own form for all counts is better than English for one of them.
        title_waiting_other: '待ち',
        undo: 'Undo',
        minutes_one: 'a minute',
        minutes_other: 'minutes',
      })
    })
  })

  test.each([
    ['en', 'a, b, and c'],
    ['de', 'a, b und c'],
    ['zh-CN', 'a、b和c'],
  ])('a list in %s: %s', (lang, words) => {
    expect(createI18n({ ...english, lang }, { timeZone: 'UTC' }).list(['a', 'b', 'c'])).toBe(words)
  })

  test('a day is the same day in every zone', () => {
    for (const zone of ['Pacific/Kiritimati', 'Pacific/Honolulu', 'UTC']) {
      expect(inEnglish(zone).day('2026-03-03'), zone).toBe('March 3, 2026')
    }
  })

  test('a moment is told in the seller’s zone', () => {
    expect(inEnglish('Europe/Berlin').moment(tomorrow)).toContain('9:00 AM')
    expect(inEnglish('America/New_York').moment(tomorrow)).toContain('3:00 AM')
  })

  test.each([
    ['ar', 'rtl'],
    ['he', 'rtl'],
    ['ar-EG', 'rtl'],
    ['en', 'ltr'],
    ['zh-CN', 'ltr'],
  ])('%s is written %s', (lang, dir) => {
    expect(createI18n({ ...english, lang }, { timeZone: 'UTC' }).dir).toBe(dir)
  })

  test('braces that a seller typed stay what they are', () => {
    const status: Status = { kind: 'handled-elsewhere', by: '{day} $DAY$ $1 $&', on: '2026-03-03' }
    expect(statusText(i18n, status)).toContain('{day} $DAY$ $1 $&')
  })

  test('a name that does not exist is not there, nor is one of every object', () => {
    expect(i18n.textOf('item_two_step_on_title')).toBeDefined()
    for (const name of ['nothing', 'toString', 'constructor', '__proto__']) {
      expect(anyText(i18n)(name), name).toBeUndefined()
    }
  })

  test('a text by a name that is put together of stored ids is the text of that name', () => {
    expect(i18n.textOf('item_two-step-on_title')).toBe(i18n.translate('item_two_step_on_title'))
  })
})

describe('words of the catalogue', () => {
  test.each(itemIds)('%s has title, why and steps', (id) => {
    const { title, why, steps } = itemText(i18n, id)
    expect([title, why].every((text) => text.length > 0)).toBe(true)
    expect(steps.length).toBeGreaterThanOrEqual(2)
    expect(`${title} ${why} ${steps.join(' ')}`).not.toMatch(/undefined|\{|\}|\$/)
  })

  test('no text is about an item, page, incident, area or figure that is not there', () => {
    const ids: Readonly<Record<string, readonly string[]>> = {
      item: itemIds,
      page: pageIds,
      incident: incidentIds,
      area: areas,
      threshold: thresholds.map(({ id }) => id),
    }
    const left = Object.keys(english).filter((name) => {
      const known = ids[name.split('_')[0] ?? '']
      const rest = name
        .replace(/^[a-z]+_/, '')
        .replace(/(_(?:why|how_\d))_(?:in|usual)$/, '$1')
        .replace(/_(?:title|why|how_\d|caveat|explain|name|figure|meaning|disagreement)$/, '')
      return known && !known.some((id) => id.replaceAll('-', '_') === rest)
    })
    // Words around a figure, which none is called.
    expect(left.sort()).toEqual(['threshold_figure', 'threshold_places', 'threshold_seen'])
  })

  test('areas, pages and incidents have theirs', () => {
    const names = [
      ...areas.map((area) => areaTitle(i18n, area)),
      ...pageIds.map((page) => pageTitle(i18n, page)),
      ...incidentIds.flatMap((what) => [incidentTitle(i18n, what), incidentExplained(i18n, what)]),
    ]
    expect(names.filter((name) => !name)).toEqual([])
  })
})

describe('where an item stands, in a line', () => {
  const reported = { what: 'somebody-left', on: '2026-03-04', by: { day: '2026-03-05' } } as const
  const hourly = { what: 'laptop-lost', on: '2026-03-04', by: { at: tomorrow } } as const
  const statuses: [string, Status, string[]][] = [
    ['never checked', { kind: 'never-checked' }, []],
    [
      'up to date',
      { kind: 'up-to-date', checked: '2026-03-04', until: '2026-06-02' },
      ['March 4, 2026', 'June 2, 2026'],
    ],
    ['done once', { kind: 'up-to-date', checked: '2026-03-04' }, ['March 4, 2026']],
    ['due', { kind: 'due', since: '2026-06-02', checked: '2026-03-04' }, ['March 4, 2026']],
    [
      'overdue',
      { kind: 'overdue', since: '2026-06-02', checked: '2026-03-04' },
      ['March 4, 2026', 'June 2, 2026'],
    ],
    ['asked again', { kind: 'due', since: '2027-03-04', setAside: '2026-03-04' }, ['March 4, 2026']],
    ['reported, by a day', { kind: 'due', since: '2026-03-04', happened: reported }, ['March 5, 2026']],
    ['reported, by an hour', { kind: 'overdue', since: '2026-03-04', happened: hourly }, ['9:00 AM']],
    ['planned', { kind: 'planned', until: tomorrow, on: '2026-03-04' }, ['March 4, 2026', '9:00 AM']],
    [
      'planned by a report',
      { kind: 'planned', until: tomorrow, on: '2026-03-04', what: 'account-deactivated' },
      ['9:00 AM'],
    ],
    [
      'in other hands',
      { kind: 'handled-elsewhere', by: 'our agency', on: '2026-03-04' },
      ['our agency', 'March 4, 2026'],
    ],
    ['not for me', { kind: 'not-for-me', on: '2026-03-04' }, ['March 4, 2026']],
    [
      'not for me, because',
      { kind: 'not-for-me', on: '2026-03-04', reason: 'we have no staff' },
      ['we have no staff'],
    ],
  ]

  test.each(statuses)('%s: says the dates it rests on', (_, status, parts) => {
    const line = statusText(i18n, status)
    for (const part of parts) expect(line).toContain(part)
    expect(line).not.toMatch(/undefined|\{|\}|Invalid/)
  })

  test.each(statuses)('%s: claims nothing that Nightlatch cannot see', (_, status) => {
    expect(statusText(i18n, status)).not.toMatch(/\b(is|are) (on|off|enabled|safe|secure|protected)\b/i)
  })

  test.each(statuses)('%s: what an answer came to is a line without anything personal', (_, status) => {
    const line = doneText(i18n, status)
    expect(line.length).toBeGreaterThan(0)
    expect(line).not.toMatch(/undefined|\{|\}|agency|staff/)
  })

  test('an overdue item and a due one read differently', () => {
    const due = statusText(i18n, { kind: 'due', since: '2026-06-02', checked: '2026-03-04' })
    const overdue = statusText(i18n, { kind: 'overdue', since: '2026-06-02', checked: '2026-03-04' })
    expect(due).not.toBe(overdue)
  })
})
