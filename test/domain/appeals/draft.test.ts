import { describe, expect, test } from 'vitest'
import {
  type Draft,
  type DraftHint,
  draftHints,
  emptyDraft,
  hintsFor,
  isEmptyDraft,
  storableDraft,
} from '../../../src/domain/appeals/draft'
import { text } from '../../support/messages'

const today = '2026-03-10'
const sound: Draft = {
  title: 'Appeal of March',
  noticed: '2026-03-08',
  reference: '12345',
  happened: 'Late shipments\nCancelled orders',
  cause: 'From 1 to 5 March one packer was ill: 12 orders.\nThe stock count was wrong: 3 orders.',
  done: [{ what: 'Refunded the buyers', on: '2026-03-09' }],
  measures: [{ id: 'own-1', what: 'Count the stock', who: 'Ana', every: 7 }],
  evidence: [{ name: 'refunds.pdf', on: '2026-03-09' }],
}

test('a sound draft leaves nothing to remark', () => {
  expect(hintsFor(sound, today)).toEqual([])
})

test('of an empty one, what is missing', () => {
  expect(hintsFor(emptyDraft, today)).toEqual([
    'no-happened',
    'no-cause',
    'no-done',
    'no-measures',
    'no-evidence',
  ])
})

describe('what often goes wrong', () => {
  test.each<[string, Partial<Draft>, DraftHint]>([
    ['written on the day of the notice', { noticed: today }, 'too-soon'],
    ['one cause for two issues', { cause: 'We were busy.' }, 'fewer-causes'],
    ['done tomorrow', { done: [{ what: 'Refund', on: '2026-03-11' }] }, 'not-yet-done'],
    ['done on no day', { done: [{ what: 'Refund', on: '' }] }, 'undated'],
    ['a file without a date', { evidence: [{ name: 'a.pdf', on: '' }] }, 'undated'],
    ['nobody does it', { measures: [{ ...sound.measures[0]!, who: ' ' }] }, 'loose-measure'],
    ['nobody knows how often', { measures: [{ ...sound.measures[0]!, every: '' }] }, 'loose-measure'],
    ['an invoice of last year', { evidence: [{ name: 'a.pdf', on: '2025-03-09' }] }, 'old-evidence'],
    ['a gap of a template', { cause: 'From [date] on it failed.\nb' }, 'left-over'],
    ['loud', { happened: 'This is unfair!\nb' }, 'loud'],
    ['loud in another script', { happened: '这不公平！\nb' }, 'loud'],
    ['in capitals', { happened: 'WE NEVER DID ANY HARM\nb' }, 'loud'],
    ['long', { cause: `a\n${'word '.repeat(800)}` }, 'long'],
  ])('%s', (_, change, hint) => {
    expect(hintsFor({ ...sound, ...change }, today)).toEqual([hint])
  })

  test.each<[string, Partial<Draft>]>([
    ['an invoice a year old to the day', { evidence: [{ name: 'a.pdf', on: '2025-03-10' }] }],
    ['capitals that are names', { happened: 'ASIN and SKU of the FBA order\nb' }],
    ['blank lines', { happened: '\n\na\n  \n', cause: 'b' }],
  ])('but not: %s', (_, change) => {
    expect(hintsFor({ ...sound, ...change }, today)).toEqual([])
  })

  test.each([
    ['in English', 'late ', 3400, false],
    ['in English', 'late ', 3600, true],
    ['in Chinese', '我们已经', 1100, false],
    ['in Chinese', '我们已经', 1300, true],
    ['in Japanese', '出荷が遅れ', 1300, false],
    ['in Japanese', '出荷が遅れ', 1700, true],
  ])('%s, of %j to %d characters: long %s', (_, part, length, isLong) => {
    const happened = `a\n${part.repeat(length).slice(0, length)}`
    expect(hintsFor({ ...sound, happened, cause: 'a\nb' }, today).includes('long')).toBe(isLong)
  })

  test('each has its sentence', () => {
    for (const hint of draftHints)
      expect(text(`appeal_check_${hint.replaceAll('-', '_')}` as 'brand'), hint).not.toBe('')
  })
})

test('a secret or too long a text in one field keeps no other from being stored', () => {
  const evidence = [
    { name: 'a.pdf', on: '' as const },
    { name: 'IBAN DE89 3704 0044 0532 0130 00', on: '' as const },
  ]
  const draft = { ...sound, title: 'x'.repeat(81), cause: 'a\n4111111111111111\nb', evidence }
  expect(storableDraft(draft)).toEqual({
    content: {
      ...sound,
      title: 'x'.repeat(80),
      cause: 'a\n…\nb',
      evidence: [evidence[0], { name: 'IBAN …', on: '' }],
    },
    withheld: [
      { part: 'title', why: 'too-long', longest: 80 },
      { part: 'cause', why: 'card-number' },
      { part: 'evidence', row: 1, why: 'account-number' },
    ],
  })
  const likely = { ...sound, happened: 'the password is Winter2026', cause: 'Reason code 1005' }
  expect(storableDraft(likely)).toEqual({ content: likely, withheld: [] })
})

test('what is cut off at its longest does not end in half a sign', () => {
  const title = `${'x'.repeat(79)}\u{1F600}`
  expect(storableDraft({ ...sound, title }).content.title).toBe('x'.repeat(79))
})

test('blanks and empty rows are no draft', () => {
  const rows = { done: [{ what: ' ', on: today }], evidence: [{ name: '', on: '' as const }] }
  expect(isEmptyDraft({ ...emptyDraft, noticed: today, happened: '\n', ...rows })).toBe(true)
  expect(isEmptyDraft({ ...emptyDraft, title: 'x' })).toBe(false)
})
