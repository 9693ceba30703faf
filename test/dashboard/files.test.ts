import fc from 'fast-check'
import ICAL from 'ical.js'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { datesOf } from '../../src/dashboard/calendar-dates'
import { calendarFile } from '../../src/dashboard/calendar-file'
import { csvOf } from '../../src/dashboard/csv'
import { askAbout, handOver } from '../../src/dashboard/import-file'
import type { CalendarEntry } from '../../src/domain/calendar'
import { applyToRun, startRun, viewsOf } from '../../src/domain/run'
import { largestFile, pieceSize } from '../../src/domain/transfer'
import { type Ask, AskError } from '../../src/messages/ask'
import { inEnglish } from '../support/i18n'
import { on } from '../support/time'

describe('the table of the journal', () => {
  // Told both: from a few cells of odd signs nobody can guess them.
  const read = (text: string) =>
    Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { newline: '\r\n', delimiter: ',' }).data

  test('is read back by others as it was', () => {
    const cell = fc.string({ unit: 'binary' })
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
        const back = read(csvOf(rows)).slice(0, -1)
        const asText = (text: string) => (/^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text)
        expect(back).toEqual(rows.map((row) => row.map(asText)))
      }),
    )
  })

  test.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '＝1+1',
    '=HYPERLINK("https://evil.example")',
  ])('%j is no formula', (text) => {
    expect(read(csvOf([['a', text]]))[0]?.[1]).toBe(`'${text}`)
  })

  test('says that it is UTF-8, and ends its lines as the standard has it', () => {
    expect(
      csvOf([
        ['a', 'b'],
        ['ü', 'x,"y"'],
      ]),
    ).toBe('\ufeffa,b\r\nü,"x,""y"""\r\n')
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
      day: '2026-03-06',
      until: '2026-03-06',
      title: 'An A-to-z claim or a chargeback: To answer the claim',
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
    expect(rule.until?.toString().slice(0, 10)).toBe('2027-03-10')
    expect(second?.startDate.toString()).toBe('2026-12-31')
    expect(calendarFile('Nightlatch', made, [entry()])).toBe(calendarFile('Nightlatch', made, [entry()]))
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

  test('ends every line with CR and LF, and folds at 75 bytes', () => {
    const text = calendarFile('Nightlatch', made, [entry({ title: '检查两步验证 '.repeat(30) })])
    const lines = text.split('\r\n')
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    for (const line of lines) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
  })

  test('a title is a title, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (title) => {
        fc.pre(!/\p{Cc}/u.test(title) && title.trim() === title)
        const [event, ...others] = events(calendarFile('Nightlatch', made, [entry({ title })]))
        expect(others).toEqual([])
        expect(event?.summary).toBe(title)
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
