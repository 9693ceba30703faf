import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const sheets = ['src/ui', 'src/popup', 'src/panel', 'src/dashboard'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.css'))
    .map((name) => join(folder, name)),
)
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
