import { describe, expect, test } from 'vitest'
import { appealSections, markdownAppeal, plainAppeal } from '../../../src/dashboard/appeals/draft-text'
import { type Draft, emptyDraft } from '../../../src/domain/appeals/draft'
import { visible } from '../../../src/domain/text/visible'
import { inEnglish } from '../../support/i18n'

const i18n = inEnglish()
const draft: Draft = {
  title: 'Appeal of March',
  noticed: '2026-03-03',
  reference: '12345',
  happened: 'Late shipments\n\n  Cancelled orders  ',
  cause: 'One packer was ill',
  done: [
    { what: 'Refunded the buyers', on: '2026-03-04' },
    { what: ' ', on: '2026-03-05' },
    { what: 'Trained a packer', on: '' },
  ],
  measures: [
    { id: 'own-1', what: 'Count the stock', who: 'Ana', every: 7 },
    { id: 'own-2', what: 'Read the policies', who: '', every: 1 },
    { id: 'own-3', what: 'Check labels', who: 'Bo', every: '' },
    { id: 'own-4', what: 'Stay calm', who: '', every: '' },
    { id: 'own-5', what: '', who: 'Bo', every: 7 },
  ],
  evidence: [{ name: 'refunds.pdf', on: '2026-03-04' }],
}

test('the text has the parts in their order, and of each row what was written', () => {
  expect(plainAppeal(draft, i18n)).toBe(`What happened
Notice dated March 3, 2026, reference 12345.
Late shipments
Cancelled orders

Root cause
One packer was ill

Corrective actions
1. March 4, 2026: Refunded the buyers
2. Trained a packer

Preventive measures
1. Count the stock (Ana, every 7 days)
2. Read the policies (every day)
3. Check labels (Bo)
4. Stay calm

Evidence
1. March 4, 2026: refunds.pdf`)
})

test.each<[Partial<Draft>, string]>([
  [{ noticed: '2026-03-03', reference: '' }, 'Notice dated March 3, 2026.'],
  [{ noticed: '', reference: '12345' }, 'Reference 12345.'],
])('of the notice it names what is known: %o', (change, line) => {
  expect(appealSections({ ...draft, ...change }, i18n)[0]?.lines[0]).toBe(line)
})

test('an empty draft has no parts', () => {
  expect(appealSections(emptyDraft, i18n)).toEqual([])
})

describe('as Markdown', () => {
  test('it has a title, headings and numbered lists', () => {
    const text = markdownAppeal(draft, i18n)
    expect(text).toContain(
      '# Appeal of March\n\n## What happened\n\nNotice dated March 3, 2026, reference 12345.\n',
    )
    expect(text).toContain('\n1. Count the stock (Ana, every 7 days)\n2. Read the policies (every day)\n')
    expect(markdownAppeal(emptyDraft, i18n)).toMatch(/^# Untitled appeal\n/)
  })

  test.each([
    ['# not a heading', String.raw`\# not a heading`],
    ['- not a list', String.raw`\- not a list`],
    ['2. not a list', String.raw`2\. not a list`],
    ['<img src=x>', String.raw`\<img src=x\>`],
    ['[text](javascript:x)', String.raw`\[text\](javascript:x)`],
    ['a_b*c`d', String.raw`a\_b\*c\`d`],
    ['a\\b', String.raw`a\\b`],
  ])('what the seller typed stays text: %s', (typed, written) => {
    expect(markdownAppeal({ ...emptyDraft, cause: typed }, i18n)).toContain(`\n\n${written}\n`)
  })
})

test('what is typed or pasted loses what nobody sees, and keeps its lines and its letters', () => {
  expect(visible('a\tb\r\nc\u2028d\u0000\u202ee\ud800f')).toBe('a b\nc\nd' + 'ef')
  expect(visible('Müller 漢字 🙂 שלום')).toBe('Müller 漢字 🙂 שלום')
})
