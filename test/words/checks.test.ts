import { expect, test } from 'vitest'
import { items } from '../../src/domain/items'
import { snake } from '../../src/i18n/item-text'
import { messagesOf } from '../../tools/screens'

const english = Object.entries(messagesOf('en')).map(([key, { message }]) => ({ key, text: message }))
const checks = new RegExp(`^item_(?:${items.map(({ id }) => snake(id)).join('|')})_`)
const textsOfChecks = (part: RegExp) => english.filter(({ key }) => checks.test(key) && part.test(key))

/** Words that a title or a step may open with, beside a verb: a condition, or “don’t”. */
const otherOpenings = ['After', 'Before', 'Don’t', 'If', 'Never']

const verbs = [
  ...[
    'Add',
    'Agree',
    'Answer',
    'Ask',
    'Bookmark',
    'Brief',
    'Certify',
    'Change',
    'Check',
    'Choose',
    'Compare',
  ],
  ...['Confirm', 'Count', 'Delete', 'Disable', 'Enter', 'Expect', 'File', 'Find', 'Finish', 'Fix', 'Get'],
  ...[
    'Give',
    'Have',
    'Include',
    'Increase',
    'Invite',
    'Keep',
    'Learn',
    'Let',
    'Limit',
    'List',
    'Lock',
    'Look',
  ],
  ...[
    'Lower',
    'Make',
    'Mark',
    'Name',
    'Note',
    'Open',
    'Plan',
    'Practice',
    'Put',
    'Read',
    'Refund',
    'Remember',
  ],
  ...[
    'Remove',
    'Repeat',
    'Replace',
    'Report',
    'Request',
    'Respond',
    'Review',
    'Save',
    'Say',
    'Scan',
    'Search',
  ],
  ...['Secure', 'Select', 'Set', 'Show', 'Sign', 'Sort', 'Stop', 'Take', 'Tell', 'Test', 'Trust', 'Turn'],
  ...['Type', 'Update', 'Use', 'Write'],
]

const openingOf = (text: string) => /^[\p{L}’]+/u.exec(text)?.[0] ?? ''

test('a check is named by what to do', () => {
  const titles = textsOfChecks(/_title$/)
  expect(titles).toHaveLength(items.length)
  expect(titles.filter(({ text }) => !verbs.includes(openingOf(text)))).toEqual([])
})

test('a step of a check says what to do, or when', () => {
  const steps = textsOfChecks(/_how_\d/)
  expect(steps.length).toBeGreaterThan(items.length)
  expect(steps.filter(({ text }) => ![...verbs, ...otherOpenings].includes(openingOf(text)))).toEqual([])
})

const longestReason = 110

/** Reasons that are longer, each with why. */
const longerReasons: Readonly<Record<string, string>> = {}

test(`a reason has at most ${longestReason} characters`, () => {
  const long = textsOfChecks(/_why(?:_\w+)?$/).filter(({ text }) => text.length > longestReason)
  expect(long.map(({ key }) => key).sort()).toEqual(Object.keys(longerReasons).sort())
})
