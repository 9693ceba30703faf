import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { thresholds } from '../../src/domain/facts/thresholds'
import { type Language, languageFor, languages, languageTags } from '../../src/domain/languages'
import { playbookIds } from '../../src/domain/playbooks/playbook'
import { isDay } from '../../src/domain/time/day'
import { type Catalogue, createI18n } from '../../src/i18n/i18n'
import { pseudo } from '../support/pseudo'
import { longestInStores, widestOf, widthOf } from '../support/widths'

type Entry = {
  message: string
  description?: string
  placeholders?: Record<string, { content: string; example?: string }>
}
type File = Readonly<Record<string, Entry>>

const folder = 'assets/_locales'
const folderOf = (tag: string) => tag.replace('-', '_')
const fileOf = (tag: string): File =>
  JSON.parse(readFileSync(`${folder}/${folderOf(tag)}/messages.json`, 'utf8'))
const english = fileOf('en')
const names = Object.keys(english)
const translated = languageTags.filter((tag) => tag !== 'en')

/** Texts that depend on a count, by their name without its ending. */
const counted = names.flatMap((name) => {
  const base = name.replace(/_one$/, '')
  return base !== name && Object.hasOwn(english, `${base}_other`) ? [base] : []
})
const isCounted = (name: string) => counted.some((base) => name.startsWith(`${base}_`) && isForm(base, name))
const isForm = (base: string, name: string) =>
  /^_(zero|one|two|few|many|other)$/.test(name.slice(base.length))

/** The forms a language may have, and those it must: the general one stands in for `many`, which is for millions. */
function formsOf(tag: string): { may: string[]; must: string[] } {
  const may: string[] = new Intl.PluralRules(tag).resolvedOptions().pluralCategories
  return { may, must: may.filter((form) => form !== 'many') }
}

const placeholdersIn = (message: string) =>
  [...message.matchAll(/\$(\w+)\$/g)].map(([, name = '']) => name).sort()

test('the folders of assets/_locales are the languages of the table', () => {
  expect(readdirSync(folder).sort()).toEqual(languageTags.map(folderOf).sort())
})

test('every language is called by its own name', () => {
  for (const [tag, name] of Object.entries(languages)) {
    const own = new Intl.DisplayNames(tag, { type: 'language' }).of(tag.split('-')[0] ?? tag) ?? ''
    // 简体中文 holds 中文.
    expect(name.toLowerCase(), tag).toContain(own.toLowerCase())
  }
})

test('English itself: every placeholder is used, described and has an example', () => {
  for (const [name, { message, description, placeholders = {} }] of Object.entries(english)) {
    expect(description, name).toBeTruthy()
    expect(placeholdersIn(message), name).toEqual(
      Object.keys(placeholders)
        .map((one) => one.toUpperCase())
        .sort(),
    )
  }
  expect(counted.length).toBeGreaterThan(5)
})

describe.each(languageTags)('%s', (tag) => {
  const file = fileOf(tag)
  const { may, must } = formsOf(tag)

  test('has every text, and none that English lacks', () => {
    const wanted = [
      ...names.filter((name) => !isCounted(name)),
      ...counted.flatMap((base) => must.map((form) => `${base}_${form}`)),
    ]
    const allowed = [...wanted, ...counted.flatMap((base) => may.map((form) => `${base}_${form}`))]
    expect({
      missing: wanted.filter((name) => !Object.hasOwn(file, name)),
      unknown: Object.keys(file).filter((name) => !allowed.includes(name)),
      empty: Object.keys(file).filter((name) => !file[name]?.message.trim()),
    }).toEqual({ missing: [], unknown: [], empty: [] })
  })

  test('has the same placeholders in every text, and defines them as English does', () => {
    const wrong = Object.entries(file).flatMap(([name, { message, placeholders = {} }]) => {
      const model = english[name] ?? english[name.replace(/_[a-z]+$/, '_other')]
      const contents = (of: Entry['placeholders'] = {}) =>
        Object.entries(of)
          .map(([one, { content }]) => `${one} ${content}`)
          .sort()
      const isSame =
        String(contents(placeholders)) === String(contents(model?.placeholders)) &&
        String([...new Set(placeholdersIn(message))]) === String(placeholdersIn(model?.message ?? ''))
      return isSame ? [] : [`${name}: ${message}`]
    })
    expect(wrong).toEqual([])
  })

  test('calls itself by its tag', () => {
    expect(file['lang']?.message).toBe(tag)
  })

  test('keeps its texts as short as their places are', () => {
    for (const [name, longest] of Object.entries(longestInStores))
      expect(file[name]?.message.length, name).toBeLessThanOrEqual(longest)
    const long = Object.entries(file).flatMap(([name, { message }]) => {
      const widest = widestOf(name) ?? Number.POSITIVE_INFINITY
      const width = widthOf(message)
      return width > widest ? [`${name}: ${width} of ${widest}: ${message}`] : []
    })
    expect(long).toEqual([])
  })

  test('is calm: no exclamation mark', () => {
    expect(Object.keys(file).filter((name) => /[!！¡]/.test(file[name]?.message ?? ''))).toEqual([])
  })

  test('says every figure, with the numbers of its source', () => {
    const numbersIn = (said = '') => said.match(/\d+/g) ?? []
    for (const { id, value } of thresholds.filter((one) => !isDay(one.value))) {
      const figure = file[`threshold_${id.replaceAll('-', '_')}_figure`]?.message
      expect(figure, id).toBeTruthy()
      expect(numbersIn(figure), `${id}: ${figure}`).toEqual(expect.arrayContaining(numbersIn(value)))
    }
  })

  test('every count has its form', () => {
    const catalogue = Object.fromEntries(Object.entries(file).map(([name, { message }]) => [name, message]))
    const { plural } = createI18n(catalogue as Catalogue, { timeZone: 'UTC' })
    for (const base of counted) {
      for (const count of [0, 1, 2, 5, 1_000_000])
        expect(plural(base as Parameters<typeof plural>[0], count), base).not.toBe('')
    }
  })
})

describe.each(translated)('%s has no English left over', (tag) => {
  const file = fileOf(tag)

  test('calls a guide by its title wherever English does', () => {
    const guides = playbookIds.map((id) => `playbook_${id.replaceAll('-', '_')}`)
    const missing = Object.entries(english).flatMap(([name, { message }]) =>
      guides
        .filter((guide) => message.includes(`“${english[guide]?.message}”`))
        .filter((guide) => !file[name]?.message.includes(file[guide]?.message ?? ''))
        .map((guide) => `${name}: ${file[guide]?.message} in ${file[name]?.message}`),
    )
    expect(missing).toEqual([])
  })

  test('no text is the English one, but those listed', () => {
    /** Names, and words that both languages write alike. */
    const listed: string[] = JSON.parse(
      readFileSync(`test/fixtures/same-as-english/${folderOf(tag)}.json`, 'utf8'),
    )
    const bare = (message: string) => message.replace(/\$\w+\$|Nightlatch/g, '').replace(/[^\p{L}]/gu, '')
    const same = Object.keys(file).filter(
      (name) => bare(file[name]?.message ?? '') !== '' && file[name]?.message === english[name]?.message,
    )
    expect(same.sort()).toEqual([...listed].sort())
  })

  test('no sentence has English words outside brackets and quotation marks', () => {
    const aside = /\([^)]*\)|（[^）]*）|“[^”]*”|„[^“”]*[“”]|«[^»]*»|「[^」]*」|『[^』]*』|"[^"]*"/g
    const words = /\b(the|your|you|this|that|which|when|from|and|with|is|are|for)\b/i
    const amazons = /Login with Amazon|Buy with Prime|Amazon Currency Converter for Sellers/g
    /** Words of the language itself that English has too: "for" is a form of "ser". */
    const own = tag === 'pt-BR' ? /\bfor\b/g : /(?!)/
    const left = Object.entries(file).flatMap(([name, { message }]) => {
      const bare = message
        .replace(/\$\w+\$/g, ' ')
        .replace(amazons, ' ')
        .replace(own, ' ')
        .replace(aside, ' ')
      const match = words.exec(bare)
      return match ? [`${name}: ${match[0]} in ${message}`] : []
    })
    expect(left).toEqual([])
  })
})

describe('which language', () => {
  test.each<[string | undefined, readonly string[], Language]>([
    [undefined, ['en-US', 'en'], 'en'],
    [undefined, ['de'], 'de'],
    [undefined, ['de-AT'], 'de'],
    [undefined, ['ja-JP'], 'ja'],
    [undefined, ['zh-CN'], 'zh-CN'],
    [undefined, ['zh-TW'], 'zh-CN'],
    [undefined, ['zh-Hant-HK'], 'zh-CN'],
    [undefined, ['zh'], 'zh-CN'],
    [undefined, ['es-419'], 'es'],
    [undefined, ['pt-PT'], 'pt-BR'],
    [undefined, ['pt'], 'pt-BR'],
    [undefined, ['FR-ca'], 'fr'],
    // The first that there is, not only the first.
    [undefined, ['pl', 'it', 'en'], 'it'],
    [undefined, ['pl'], 'en'],
    [undefined, [], 'en'],
    [undefined, ['constructor'], 'en'],
    // What the seller says counts for more than the browser.
    ['ja', ['de'], 'ja'],
    ['en', ['de'], 'en'],
    // Chosen in a later version.
    ['nl', ['de'], 'de'],
    ['toString', ['de'], 'de'],
  ])('chosen %s, the browser prefers %j: %s', (chosen, preferred, language) => {
    expect(languageFor(chosen, preferred)).toBe(language)
  })
})

describe('pseudo-languages', () => {
  test.each(Object.keys(pseudo) as (keyof typeof pseudo)[])('%s keeps placeholders', (kind) => {
    const text = pseudo[kind].disguise('On {on} you planned {what}.')
    expect(text).toContain('{on}')
    expect(text).toContain('{what}')
    expect(text).not.toContain(' you ')
  })

  test('the long one is two fifths longer', () => {
    const text = 'Check that two-step verification is on'
    expect(pseudo.long.disguise(text).length).toBeGreaterThanOrEqual(text.length * 1.4)
  })
})
