import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const sheets = [
  'src/ui/base.css',
  'src/ui/checklist.css',
  'src/popup/popup.css',
  'src/dashboard/dashboard.css',
]
const rules = sheets.flatMap((name) =>
  [
    ...readFileSync(name, 'utf8')
      .replace(/\/\*.*?\*\//gs, '')
      .matchAll(/([^{}]+)\{([^{}]*)\}/g),
  ].map(([, selector = '', body = '']) => ({
    selectors: selector.split(',').map((one) => one.trim()),
    body,
  })),
)
const fields = ['button', 'select', 'input', 'textarea']

test('no field and no list is wider than its place, however long its words are', () => {
  const bounded = rules
    .filter(({ body }) => /max-width: 100%/.test(body))
    .flatMap(({ selectors }) => selectors)
  expect(fields.filter((field) => !bounded.includes(field))).toEqual([])
})

test('and no rule takes that back', () => {
  const widened = rules.filter(
    ({ selectors, body }) =>
      selectors.some((one) => /\b(?:select|input|textarea)$/.test(one)) &&
      /(?:^|[;\s])(?:max-width: none|min-width: (?!0))/.test(body),
  )
  expect(widened.map(({ selectors }) => selectors.join(', '))).toEqual([])
})
