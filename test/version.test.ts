import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { version } from '../package.json' with { type: 'json' }
import lock from '../package-lock.json' with { type: 'json' }

test('the version stands in package.json and nowhere else', () => {
  expect(lock.version).toBe(version)
  expect(JSON.parse(readFileSync('manifest.json', 'utf8'))).not.toHaveProperty('version')
})

test('the newest entry of the changelog is this version, and says what changed', () => {
  const [, ...entries] = readFileSync('CHANGELOG.md', 'utf8').split(/^## /m)
  const [heading = '', ...lines] = entries[0]?.split('\n') ?? []
  expect(heading).toBe(version)
  expect(lines.filter((line) => line.startsWith('* ')).length).toBeGreaterThan(0)
})
