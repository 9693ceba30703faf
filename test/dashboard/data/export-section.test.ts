import fc from 'fast-check'
import ICAL from 'ical.js'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { datesOf } from '../../../src/dashboard/data/deadline-events'
import { askAbout, handOver } from '../../../src/dashboard/data/upload-import'
import { csvOf, separatorFor } from '../../../src/dashboard/downloads/csv'
import { calendarFile } from '../../../src/dashboard/downloads/ics'
import { type CalendarEntry, laterDays } from '../../../src/domain/journal/schedule'
import { applyToRun, startRun, viewsOf } from '../../../src/domain/playbooks/run'
import { largestFile, pieceSize } from '../../../src/domain/stored-data/import-report'
import { addDays } from '../../../src/domain/time/day'
import { dateAfter, dateFrom, longestIn, monthSteps } from '../../../src/domain/time/recurrence'
import { type Ask, AskError } from '../../../src/messages/ask'
import { inEnglish } from '../../support/i18n'
import { on } from '../../support/time'

describe('the table of the journal', () => {
  const read = (text: string, delimiter: string) =>
    Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { newline: '\r\n', delimiter }).data.slice(0, -1)
  const separators = [',', ';'] as const

  test.each(separators)('is read back by others as it was, between "%s"', (separator) => {
    // An apostrophe may be before whatever could begin a formula, and nothing else may differ.
    const cell = fc.string({ unit: 'binary' }).filter((text) => !text.includes("'"))
    const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1 })
    fc.assert(
      fc.property(rows, (written) => {
        const back = read(csvOf(written, separator), separator)
        expect(back.map((row) => row.map((text) => text.replaceAll("'", '')))).toEqual(written)
      }),
    )
  })

  test.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    [' =1', "' =1"],
    ['\ttab', "'\ttab"],
    ['\rreturn', "'\rreturn"],
    ['＝1+1', "'＝1+1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠1', "'＠1"],
    ['"=1"', `'"=1"`],
    ["'=1", "''=1"],
    ['=HYPERLINK("https://evil.example")', `'=HYPERLINK("https://evil.example")`],
    ['Kettles;=1+1', "Kettles;'=1+1"],
    ['Kettles,=1+1', "Kettles,'=1+1"],
    ['Kettles\t=1+1', "Kettles\t'=1+1"],
    ['Kettles\r\n=1+1', "Kettles\r\n'=1+1"],
    ['Kettles; =1+1', "Kettles;' =1+1"],
    ['Kettles;＝1+1', "Kettles;'＝1+1"],
    ['Kettles;"=1+1', `Kettles;'"=1+1`],
    ['Kettles|=1+1', "Kettles|'=1+1"],
    ['Kettles; 2 = 1 + 1, really', 'Kettles; 2 = 1 + 1, really'],
    ['a-b@c.example', 'a-b@c.example'],
    ['Kettles\t\r\n\t=1', "Kettles\t'\r\n'\t'=1"],
    ['\t=1', "'\t'=1"],
    [',=1', ",'=1"],
  ])('%j is no formula, wherever a spreadsheet splits it', (text, safe) => {
    for (const written of separators) {
      const file = csvOf([['a', text, 'b']], written)
      expect(read(file, written)).toEqual([['a', safe, 'b']])
      for (const split of [',', ';', '\t', '|']) {
        // As a program sees it that splits there and does not know our quotes.
        const cells = file
          .replace(/^\ufeff/, '')
          .split(/\r\n?|\n/)
          .flatMap((line) => line.split(split))
        expect(cells.filter((one) => /^[\s"]*[=+\-@＝＋－＠]/.test(one))).toEqual([])
      }
    }
  })

  test.each([
    ['followed by nothing', '', (run: string) => `'${run}`],
    ['followed by a word', 'x', (run: string) => `'${run}x`],
    ['followed by a formula', '=1', (run: string) => `'${run.replaceAll('\t', "\t'")}=1`],
  ])('a million tabs %s are read once, and do not hang the page', (_, end, safe) => {
    const tabs = '\t'.repeat(1_000_000)
    // Compared here, since a text of this length makes no message that anyone reads.
    expect(csvOf([[tabs + end]], ',') === `\ufeff"${safe(tabs)}"\r\n`).toBe(true)
  })

  test('says that it is UTF-8, quotes every cell, and ends its lines as the standard has it', () => {
    const rows = [
      ['a', 'b'],
      ['ü', 'x,"y"'],
    ]
    expect(csvOf(rows, ',')).toBe('\ufeff"a","b"\r\n"ü","x,""y"""\r\n')
    expect(csvOf(rows, ';')).toBe('\ufeff"a";"b"\r\n"ü";"x,""y"""\r\n')
  })

  test.each([
    ['de', ';'],
    ['de-CH', ';'],
    ['fr', ';'],
    ['fr-CA', ';'],
    ['it', ';'],
    ['es', ';'],
    ['es-MX', ','],
    ['en-DE', ';'],
    ['en-US', ','],
    ['en-GB', ','],
    ['en', ','],
    ['ja', ','],
    ['zh-CN', ','],
  ])('in %s cells are apart by "%s"', (locale, separator) => {
    expect(separatorFor(locale)).toBe(separator)
  })
})

test('of playbooks the calendar gets what open ones wait for, and no word of the seller’s', () => {
  const now = on('2026-03-04')
  const claim = startRun({ run: 'run-1', playbook: 'claim', store: 'store-1' }, now)
  const by = { run: 'run-1' } as const
  const events = [
    { ...by, id: 'e-1', kind: 'clock-started', clock: 'atoz-answer', on: '2026-03-04' },
    { ...by, id: 'e-2', kind: 'told', clock: 'as-written', day: '2026-03-09' },
    { ...by, id: 'e-3', kind: 'met', clock: 'as-written' },
    { ...by, id: 'e-4', kind: 'wrote', step: 'decide', what: 'note', text: 'Ana knows' },
  ] as const
  const open = events.reduce((run, event) => applyToRun(run, event, now), claim)
  const closed = applyToRun(
    { ...open, id: 'run-2' },
    { id: 'e-5', run: 'run-2', kind: 'closed', outcome: 'solved' },
    now,
  )
  expect(datesOf(viewsOf([open, closed], now), inEnglish())).toEqual([
    {
      id: 'run-1/atoz-answer',
      day: '2026-03-07',
      until: '2026-03-07',
      title: 'A-to-z claim or chargeback: Answer the claim',
    },
  ])
})

describe('the calendar file', () => {
  const made = Date.UTC(2026, 2, 10, 9)
  const entry = (more: Partial<CalendarEntry & { title: string }> = {}) => ({
    id: 'login-1/two-step-on',
    item: 'two-step-on' as const,
    stores: [],
    day: '2026-03-29',
    until: '2027-03-10',
    title: 'Check 2SV',
    ...more,
  })
  const events = (text: string) =>
    new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))

  test('has whole days that return, under ids that stay', () => {
    const text = calendarFile('Nightlatch', made, [
      entry({ every: 30 }),
      entry({ id: 'store-1/x', day: '2026-12-31' }),
    ])
    const [first, second] = events(text)
    expect(first).toMatchObject({ uid: 'login-1.two-step-on@nightlatch', summary: 'Check 2SV' })
    expect(first?.startDate.toString()).toBe('2026-03-29')
    expect(first?.startDate.isDate).toBe(true)
    const rule = first?.component.getFirstPropertyValue('rrule') as ICAL.Recur
    expect(rule).toMatchObject({ freq: 'DAILY', interval: 30 })
    expect(rule.until?.toString()).toBe('2027-03-10')
    expect(rule.until?.isDate).toBe(true)
    expect(second?.startDate.toString()).toBe('2026-12-31')
    expect(calendarFile('Nightlatch', made, [entry()])).toBe(calendarFile('Nightlatch', made, [entry()]))
  })

  test('a check on a date returns on the days on which it is due, also where a month is too short', () => {
    const date = fc
      .record({ every: fc.constantFrom(...monthSteps), month: fc.integer({ min: 1, max: 12 }) })
      .chain((of) => fc.integer({ min: 1, max: longestIn(of) }).map((day) => ({ ...of, day })))
    const start = fc.integer({ min: 0, max: 1500 }).map((days) => addDays('2026-01-01', days))
    fc.assert(
      fc.property(date, start, (of, from) => {
        const day = dateFrom(of, from)
        const one = entry({ day, date: of, again: dateAfter(of, day), until: addDays(day, 365) } as object)
        const expected = [day, ...laterDays(one as CalendarEntry, '2199-12-31')]
        const found = events(calendarFile('Nightlatch', made, [one])).flatMap((event) => {
          if (!event.isRecurring()) return [event.startDate.toString()]
          const dates = event.iterator()
          const days: string[] = []
          for (let next = dates.next(); next; next = dates.next()) days.push(next.toString())
          return days
        })
        expect(found).toEqual(expected)
      }),
      { numRuns: 200, seed: 20261129 },
    )
  })

  test('what returns on another day than by its interval is two events', () => {
    const again = { every: 14, again: '2026-04-05' }
    const [first, second, ...others] = events(calendarFile('Nightlatch', made, [entry(again)]))
    expect(others).toEqual([])
    expect(first).toMatchObject({ uid: 'login-1.two-step-on@nightlatch', summary: 'Check 2SV' })
    expect(first?.startDate.toString()).toBe('2026-03-29')
    expect(first?.isRecurring()).toBe(false)
    expect(second).toMatchObject({ uid: 'login-1.two-step-on.again@nightlatch', summary: 'Check 2SV' })
    expect(second?.startDate.toString()).toBe('2026-04-05')
    expect(second?.component.getFirstPropertyValue('rrule')).toMatchObject({ freq: 'DAILY', interval: 14 })
    const tooLate = entry({ ...again, until: '2026-04-04' })
    expect(events(calendarFile('Nightlatch', made, [tooLate]))).toHaveLength(1)
  })

  /** The lines of each event, unfolded. */
  const linesOf = (text: string) =>
    text
      .replaceAll('\r\n ', '')
      .split('BEGIN:VEVENT\r\n')
      .slice(1)
      .map((event) => event.slice(0, event.indexOf('\r\nEND:VEVENT')).split('\r\n'))

  test.each(['1999-12-31', '2026-03-04', '2026-03-29', '2026-10-25', '2026-12-31', '2028-02-29'])(
    '%s is written as that day, and ends with it',
    (day) => {
      const basic = (one: string) => one.replaceAll('-', '')
      const until = addDays(day, 90)
      const text = calendarFile('Nightlatch', made, [entry({ day, every: 7, until })])
      const [lines = []] = linesOf(text)
      expect(lines).toContain(`DTSTART;VALUE=DATE:${basic(day)}`)
      expect(lines).toContain(`DTEND;VALUE=DATE:${basic(addDays(day, 1))}`)
      expect(lines).toContain(`RRULE:FREQ=DAILY;INTERVAL=7;UNTIL=${basic(until)}`)
      const returns = events(text)[0]?.iterator()
      const days = Array.from({ length: 20 }, () => returns?.next()?.toString()).filter((one) => one)
      expect(days).toEqual(Array.from({ length: 13 }, (_, index) => addDays(day, 7 * index)))
    },
  )

  test('leaves the seller free on all of its days', () => {
    const lines = linesOf(calendarFile('Nightlatch', made, [entry({ every: 14, again: '2026-04-05' })]))
    expect(lines).toHaveLength(2)
    for (const event of lines) {
      expect(event).toContain('TRANSP:TRANSPARENT')
      expect(event).toContain('X-MICROSOFT-CDO-BUSYSTATUS:FREE')
    }
  })

  test('has what calendars ask of a file, once each, and no method: nobody is invited', () => {
    const text = calendarFile('Nightlatch', made, [entry({ every: 30 }), entry({ id: 'store-1/x' })])
    const lines = text.split('\r\n')
    const prodId = 'PRODID:-//Nightlatch//Nightlatch//EN'
    for (const once of ['BEGIN:VCALENDAR', 'VERSION:2.0', prodId, 'END:VCALENDAR'])
      expect(lines.filter((line) => line === once)).toEqual([once])
    expect(text).not.toMatch(/^(?:METHOD|ORGANIZER|ATTENDEE|ATTACH|STATUS)|VALARM|TZID|VTIMEZONE/m)
    for (const event of linesOf(text)) {
      const names = event.map((line) => line.slice(0, line.search(/[;:]/)))
      expect(new Set(names).size).toBe(names.length)
      const needed = ['UID', 'SEQUENCE', 'DTSTAMP', 'DTSTART', 'DTEND', 'SUMMARY']
      expect(names).toEqual(expect.arrayContaining(needed))
      expect(event).toContain('DTSTAMP:20260310T090000Z')
    }
  })

  test('a file made later replaces the one before, event by event', () => {
    const numbersOf = (text: string) =>
      new Map(events(text).map(({ uid, sequence }): [string, number] => [uid, Number(sequence)]))
    const entries = [entry(), entry({ id: 'store-1/x', every: 14, again: '2026-04-05' })]
    const first = numbersOf(calendarFile('Nightlatch', made, entries))
    const moved = entries.map((one) => ({ ...one, day: addDays(one.day, 3) }))
    const second = numbersOf(calendarFile('Nightlatch', made + 1000, moved))
    expect([...second.keys()]).toEqual([...first.keys()])
    for (const [uid, number] of second) expect(number).toBeGreaterThan(first.get(uid) ?? Number.NaN)
  })

  test.each([0, Date.UTC(2001, 0, 1), Date.UTC(2090, 0, 1)])(
    'a clock at %d makes a number that calendars take',
    (at) => {
      const [event] = events(calendarFile('Nightlatch', at, [entry()]))
      expect(event?.sequence).toBeGreaterThanOrEqual(0)
      expect(event?.sequence).toBeLessThan(2 ** 31)
    },
  )

  test('an id is an id, whatever it holds, and no two become one', () => {
    const evil = 'x\r\nATTACH:https://evil.example\r\nBEGIN:VALARM'
    const ids = [`run-1/${evil}`, 'run-1/a', 'run-1/a b', 'run-1/a_b', 'run-1/ä', 'run-1/;,:"\\']
    const text = calendarFile(
      'Nightlatch',
      made,
      ids.map((id) => entry({ id })),
    )
    const uids = events(text).map(({ uid }) => uid)
    expect(new Set(uids).size).toBe(ids.length)
    for (const uid of uids) expect(uid).toMatch(/^[\w.-]+@nightlatch$/)
    expect(text).not.toMatch(/^(?:ATTACH|BEGIN:VALARM)/m)
  })

  test('ends every line with CR and LF, and folds at 75 bytes', () => {
    const text = calendarFile('Nightlatch', made, [entry({ title: '检查两步验证 '.repeat(30) })])
    const lines = text.split('\r\n')
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    for (const line of lines) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
  })

  test('a title is a title, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (title) => {
        fc.pre(title.trim() === title)
        const [event, ...others] = events(calendarFile('Nightlatch', made, [entry({ title })]))
        expect(others).toEqual([])
        expect(event?.summary).toBe(title.replace(/\p{Cc}+/gu, ' '))
      }),
    )
    const attack = 'x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil'
    expect(events(calendarFile('Nightlatch', made, [entry({ title: attack })]))).toHaveLength(1)
  })
})

describe('handing a file over', () => {
  const asked = () => {
    const pieces: string[] = []
    const ask = (async (_: string, { index, text }: { index: number; text: string }) => {
      pieces[index] = text
      return null
    }) as unknown as Ask
    return { pieces, ask }
  }
  const none = () => undefined

  test('goes in pieces that the door lets in, and loses nothing between them', async () => {
    const text = '€𝄞ü'.repeat(120_000)
    const { pieces, ask } = asked()
    const parts: number[] = []
    const handed = await handOver(new Blob([text]), ask, (part) => parts.push(part))
    expect(handed).toMatchObject({ kind: 'handed-over', file: { pieces: pieces.length } })
    expect(pieces.join('')).toBe(text)
    expect(pieces.every(({ length }) => length <= pieceSize + 1)).toBe(true)
    expect(parts.at(-1)).toBe(1)
  })

  test('a file of 50 MB is not even read', async () => {
    const { pieces, ask } = asked()
    const big = { size: 2 * largestFile, slice: () => expect.fail('read') } as unknown as Blob
    expect(await handOver(big, ask, none)).toEqual({ kind: 'refused', why: 'too-large' })
    expect(pieces).toEqual([])
  })

  test.each([
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x7b, 0x00])],
    ['Windows-1252', new Uint8Array([0x22, 0xfc, 0x22])],
    ['UTF-8 that is cut off', new Uint8Array([0x22, 0xe2, 0x82])],
  ])('%s is told from UTF-8', async (_, bytes) => {
    expect(await handOver(new Blob([bytes]), asked().ask, none)).toEqual({ kind: 'refused', why: 'not-utf8' })
  })

  test('a file that has gone meanwhile is said to be', async () => {
    const gone = {
      size: 1,
      slice: () => ({ arrayBuffer: () => Promise.reject(new DOMException('', 'NotReadableError')) }),
    } as unknown as Blob
    expect(await handOver(gone, asked().ask, none)).toEqual({ kind: 'refused', why: 'unreadable' })
  })

  test('a background that has forgotten the file gets it once more', async () => {
    const { pieces, ask } = asked()
    const known = { file: 'old', pieces: 1 }
    const request = async ({ file }: { file: string }) => {
      if (file === 'old') throw new AskError('file-forgotten')
      return 'done'
    }
    const answer = await askAbout(new Blob(['x']), ask, request, known, none)
    expect(answer).toMatchObject({ result: 'done' })
    expect(pieces).toEqual(['x'])
  })
})
