import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import manifest from '../manifest.json' with { type: 'json' }
import packageJson from '../package.json' with { type: 'json' }

const languages = readdirSync('store', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'pictures')
  .map(({ name }) => name)

/** Characters; the narrowest store counts (addons.mozilla.org; Edge, which also wants 250). */
const limits = { 'summary.txt': [50, 250], 'description.txt': [250, 10_000] } as const

/** What a reminder must not claim, what reads like somebody else's, and what shouts. */
const unwelcome =
  /!|\b(protects?|secures?|monitors?|detects?|guarantees?|guaranteed|official|best|AMZ|AMZN|FBA|#1)\b/i

test('English is there, and every other language has the texts that English has', () => {
  expect(languages).toContain('en')
  for (const language of languages) {
    expect(existsSync(join('assets/_locales', language, 'messages.json')), language).toBe(true)
    expect(readdirSync(join('store', language)).filter((file) => /\.(txt|md)$/.test(file))).toEqual([
      'description.txt',
      'privacy.md',
      'summary.txt',
    ])
  }
})

describe.each(languages)('the listing in %s', (language) => {
  const read = (file: string) => readFileSync(join('store', language, file), 'utf8').trim()

  test.each(Object.entries(limits))('%s keeps within what the stores take', (file, [least, most]) => {
    expect(read(file).length).toBeGreaterThanOrEqual(least)
    expect(read(file).length).toBeLessThanOrEqual(most)
  })

  test('is calm and claims nothing', () => {
    for (const file of Object.keys(limits)) expect(read(file)).not.toMatch(unwelcome)
  })

  test('says whose it is not, and repeats no mark more often than a store bears', () => {
    const text = read('description.txt')
    expect(text).toContain('Amazon.com, Inc.')
    for (const mark of ['Seller Central', 'Nightlatch'])
      expect(text.split(mark).length - 1, mark).toBeLessThanOrEqual(5)
    // A list of marketplaces counts as keyword stuffing.
    expect(text).not.toMatch(/amazon\.(?!com, Inc)[a-z]/i)
  })
})

test('the forms give a reason for every permission, and for no other', () => {
  const rows = [...readFileSync('store/form-answers.md', 'utf8').matchAll(/^\| `([^`]+)` \| (.+) \|$/gm)]
  const hosts = rows.filter(([, name = '']) => name.startsWith('https:'))
  const names = rows.filter((row) => !hosts.includes(row)).map(([, name]) => name)
  expect(names.sort()).toEqual([...manifest.permissions, ...manifest.optional_permissions].sort())
  expect(hosts).toHaveLength(2)
  // The Chrome Web Store takes a thousand characters for each.
  for (const [, name = '', reason = ''] of rows) {
    expect(reason.length, name).toBeLessThanOrEqual(1000)
    expect(reason.startsWith('Optional'), name).toBe(
      manifest.optional_permissions.includes(name) || name.startsWith('https://www.'),
    )
  }
})

test('reviewers are told all third-party code that ships', () => {
  const notes = readFileSync('store/reviewers.md', 'utf8').toLowerCase()
  for (const name of Object.keys(packageJson.dependencies))
    expect(notes, name).toContain(name.split('/').at(-1))
})
