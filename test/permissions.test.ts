import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import manifest from '../manifest.json' with { type: 'json' }

const code = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => readFileSync(join('src', file), 'utf8'))
  .join('\n')

/** Parts of the extension API that a browser gives every extension unasked. */
const free = ['action', 'commands', 'permissions', 'runtime', 'tabs', 'windows']

const every = (pattern: RegExp) => new Set([...code.matchAll(pattern)].map(([, found = '']) => found))
const used = every(/\b(?:browser|chrome)\.([a-z]+)\b/gi)
const requested = new Set(
  [...every(/\brequest\(\{ permissions: \[([^\]]+)\]/g)].flatMap((list) => list.match(/\w+/g) ?? []),
)

// These open no part of the API: activeTab lets `tabs` tell the address of one tab, and the other lifts a limit.
const declared = [...manifest.permissions, ...manifest.optional_permissions]
const withApi = declared.filter((name) => name !== 'activeTab' && name !== 'unlimitedStorage')

test('every permission in the manifest is one that the code uses', () => {
  expect(withApi.filter((name) => !used.has(name))).toEqual([])
  expect(code).toMatch(/\btabs\.query\(/)
})

test('the code uses no part of the browser that the manifest does not ask for', () => {
  expect([...used].filter((name) => !free.includes(name) && !withApi.includes(name))).toEqual([])
})

test('every optional permission is asked for somewhere, and nothing else is', () => {
  expect([...requested].sort()).toEqual([...manifest.optional_permissions].sort())
  expect(code).toMatch(/\brequest\(\{[^}]*origins:/)
})
