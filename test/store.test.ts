import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import manifest from '../manifest.json' with { type: 'json' }
import packageJson from '../package.json' with { type: 'json' }
import { type Language, languageTags } from '../src/domain/languages'
import { text } from './support/messages'

const folders = readdirSync('store', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'pictures')
  .map(({ name }) => name)

/** Characters; the narrowest store counts (addons.mozilla.org; Edge, which also wants 250). */
const limits = { 'summary.txt': [50, 250], 'description.txt': [250, 10_000] } as const

/** What a reminder must not claim, what reads like somebody else's, and what shouts. */
const unwelcome: Record<Language, RegExp> = {
  en: words('protects?|secures?|monitors?|detects?|guarantees?|guaranteed|official|best'),
  'zh-CN': /保护|守护|监控|检测|保证|确保|官方|最佳|最好/,
  de: words('schützt|sichert|überwacht|entdeckt|garantiert|offiziell\\p{L}*|beste[nrs]?'),
  es: words('protege|asegura|vigila|supervisa|detecta|garantiza|oficial(es)?|mejor(es)?'),
  fr: words('protège|sécurise|surveille|détecte|garantit|officiel(le)?s?|meilleure?s?'),
  it: words('protegge|assicura|sorveglia|monitora|rileva|garantisce|ufficial[ei]|miglior[ei]?'),
  'pt-BR': words('protege|assegura|vigia|monitora|detecta|garante|oficia(l|is)|melhor(es)?'),
  ja: /保護|守り|監視|検知|検出|保証|公式|最高|最適/,
  ko: /(?<!사생활 )보호|지켜 ?드|감시|감지|탐지|보장|공식|최고|최적/,
  tr: words(
    'korur|koruma(?:sı|ya)?|güvence\\p{L}*|izler|takip eder|tespit eder|algılar|garanti\\p{L}*|resm[iî]|en iyi',
  ),
}
const unwelcomeEverywhere = new RegExp(`[!！¡]|#1|${words('AMZ|AMZN|FBA').source}`, 'iu')

/** `\b` would take the first four letters of "bestätigt" for a word. */
function words(alternatives: string): RegExp {
  return new RegExp(`(?<!\\p{L})(${alternatives})(?!\\p{L})`, 'iu')
}

const folderOf = (language: Language) => language.replace('-', '_')

test('every language that ships has a listing, and no other', () => {
  expect(folders.sort()).toEqual(languageTags.map(folderOf).sort())
})

test.each(['summary.txt', 'description.txt', 'privacy.md'])(
  'the Spanish %s says tú, as the interface',
  (file) => {
    expect(readFileSync(join('store', 'es', file), 'utf8')).not.toMatch(
      words('usted(?:es)?|le|les|díganos|Abra|Elija'),
    )
  },
)

describe.each(languageTags)('the listing in %s', (language) => {
  const folder = join('store', folderOf(language))
  const read = (file: string) => readFileSync(join(folder, file), 'utf8').trim()

  test('has the texts that English has', () => {
    expect(readdirSync(folder).sort()).toEqual(['description.txt', 'privacy.md', 'summary.txt'])
  })

  test.each(Object.entries(limits))('%s keeps within what the stores take', (file, [least, most]) => {
    expect(read(file).length).toBeGreaterThanOrEqual(least)
    expect(read(file).length).toBeLessThanOrEqual(most)
  })

  test('names answers and places as the extension does', () => {
    for (const name of ['answer_checked', 'answer_remind', 'answer_dismiss', 'answer_close'] as const)
      expect(read('description.txt')).toContain(text(name, {}, language).replace(/\s*…$/, ''))
    for (const name of ['address_tab', 'nav_data'] as const)
      expect(read('privacy.md')).toContain(`*${text(name, {}, language)}*`)
  })

  test('names every language', () => {
    const names = new Intl.DisplayNames(language, { type: 'language' })
    for (const tag of languageTags)
      expect(read('description.txt').toLowerCase()).toContain(
        names.of(tag.split('-')[0] as string)?.toLowerCase(),
      )
  })

  test('is calm and claims nothing', () => {
    for (const file of Object.keys(limits)) {
      expect(read(file)).not.toMatch(unwelcome[language])
      expect(read(file)).not.toMatch(unwelcomeEverywhere)
    }
  })

  test('says whose it is not, and repeats no mark more often than a store bears', () => {
    const listing = read('description.txt')
    expect(listing).toContain('Amazon.com, Inc.')
    for (const mark of [/Seller Central|セラーセントラル|셀러 센트럴/, /Nightlatch/])
      expect(listing.split(mark).length - 1, mark.source).toBeLessThanOrEqual(5)
    // A list of marketplaces counts as keyword stuffing.
    expect(listing).not.toMatch(/amazon\.(?!com, Inc)[a-z]/i)
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

test('reviewers are told names that they will find', () => {
  const named = [...readFileSync('store/reviewers.md', 'utf8').matchAll(/(?<!\*)\*([^*\n]+)\*(?!\*)/g)]
  const english = JSON.parse(readFileSync('assets/_locales/en/messages.json', 'utf8'))
  const texts = Object.values<{ message: string }>(english).map(({ message }) => message)
  expect(named).not.toEqual([])
  for (const [, name = ''] of named) expect(texts).toContain(name)
})
