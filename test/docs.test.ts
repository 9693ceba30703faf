import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import packageJson from '../package.json' with { type: 'json' }
import { organizationKeys } from '../src/domain/organization'
import { kinds } from '../src/storage/kinds'
import { readPolicy } from '../src/storage/policy/managed-policy'
import { administrators, policyFor } from './support/policies'

const pages = [
  '.',
  'docs',
  'store',
  'store/en',
  '.github',
  '.github/workflows',
  '.github/ISSUE_TEMPLATE',
].flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => /\.(md|yml)$/.test(file))
    .map((file) => join(folder, file)),
)

const tests = new Set(
  readdirSync('test', { recursive: true, encoding: 'utf8' }).map((path) => basename(path)),
)

/** `nl` is the language that is added in the explanation of how one is added. */
const isMeant = (path: string) => !/[<>{}*…]|\/nl\b/.test(path)

describe.each(pages)('%s', (page) => {
  const text = readFileSync(page, 'utf8')
  const all = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = '']) => found)

  test('names files and folders that are there', () => {
    const named = all(/`([^`\n]+)`/g).flatMap(
      (code) => code.match(/(?<![\w/.-])(?:src|test|tools|docs|store|assets|\.github|\.ci)\/\S*/g) ?? [],
    )
    const generated = ['store/pictures/']
    expect(named.filter((path) => isMeant(path) && !generated.includes(path) && !existsSync(path))).toEqual(
      [],
    )
  })

  test('names tests that are there', () => {
    const named = all(/`(?:[\w/-]+\/)?([\w-]+\.test\.ts)`/g)
    expect(named.filter((name) => !tests.has(name))).toEqual([])
  })

  test('links to pages that are there', () => {
    const links = all(/\]\(([^)#\s]+)[^)]*\)/g).filter((link) => !/^https:/.test(link))
    expect(links.filter((link) => !existsSync(join(dirname(page), link)))).toEqual([])
  })

  test('names commands that are there', () => {
    const scripts = Object.keys(packageJson.scripts)
    const named = all(/\bnpm (?:run )?([a-z][\w:-]*)/g)
    const own = ['ci', 'install', 'version', 'registry', 'audit']
    expect(named.filter((name) => !scripts.includes(name) && !own.includes(name))).toEqual([])
  })
})

test('every key in the storage is explained', () => {
  const explained = readFileSync('docs/data-formats.md', 'utf8')
  const told = kinds.filter(({ prefix }) => explained.includes(`| \`${prefix}\` |`))
  expect(told).toEqual(kinds)
})

describe('what administrators read', () => {
  const keys = Object.keys(organizationKeys)

  test('explains every setting, and only those', () => {
    const rows = [
      ...administrators.matchAll(/^\| (`\w+`(?:, `\w+`)*) \| (?:list|text|number|yes or no) \|/gm),
    ]
    expect(rows.flatMap(([, named = '']) => named.replaceAll('`', '').split(', '))).toEqual(keys)
  })

  test.each(['chrome', 'firefox'] as const)(
    'the example for %s sets everything, and nothing of it is ignored',
    (browser) => {
      const { settings } = policyFor(browser, 'an-id')
      expect(Object.keys(settings)).toEqual(keys)
      expect(readPolicy(settings).ignored).toEqual([])
    },
  )
})
