import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { playbookIds } from '../../src/domain/playbooks/playbook'
import { snake } from '../../src/i18n/item-text'
import { messagesOf, screensIn } from '../../tools/screens'
import { type Rule, rules } from './plain-words'

type Text = { title: string; key: string; text: string; isDoc?: true }

const onScreens: readonly Text[] = screensIn('en').flatMap(({ title, texts }) =>
  // The name of a placeholder is the code's.
  texts.map(({ key, text }) => ({ title, key, text: text.replace(/\$\w+\$/g, '') })),
)

/** What a developer, a reviewer or a store reads: without code and files, which have names of their own. */
const docs: readonly Text[] = ['.', 'docs', 'store'].flatMap((folder) =>
  readdirSync(folder)
    // docs/facts.md is generated from texts that are read above, and names its sources by their own titles.
    .filter((file) => file.endsWith('.md') && file !== 'facts.md')
    .map((file): Text => {
      const path = join(folder, file)
      const text = readFileSync(path, 'utf8').replace(/```[\s\S]*?```|`[^`\n]*`|^ {4}.*$|\]\([^)\n]*\)/gm, '')
      return { title: path, key: path, text, isDoc: true }
    }),
)

/** Where a word has another honest meaning: the text and the word, and why. */
const exceptions: Readonly<Record<string, string>> = {}

const holds = ({ inCode }: Rule, { isDoc }: Text) => !(inCode && isDoc)

function faultsIn(texts: readonly Text[]): readonly string[] {
  return texts.flatMap((one) =>
    rules
      .filter((rule) => holds(rule, one))
      .flatMap(({ not, use }) => {
        const found = not.exec(one.text)?.[0]
        return found === undefined ? [] : [{ name: `${one.key}: ${found.trim()}`, use }]
      })
      .filter(({ name }) => !Object.hasOwn(exceptions, name))
      .map(({ name, use }) => `${name} → ${use}`),
  )
}

test('one word for one thing: no text, store listing or doc has the others', () => {
  expect(faultsIn([...onScreens, ...docs])).toEqual([])
})

test('every exception is needed', () => {
  const all = [...onScreens, ...docs].flatMap(({ key, text }) =>
    rules.flatMap(({ not }) => {
      const found = not.exec(text)?.[0]
      return found === undefined ? [] : [`${key}: ${found.trim()}`]
    }),
  )
  expect(Object.keys(exceptions).filter((name) => !all.includes(name))).toEqual([])
})

test('the rules find a word, not a part of one', () => {
  const found = (text: string) => rules.filter(({ not }) => not.test(text)).map(({ use }) => use)
  expect(found('A chore is waiting.')).toEqual(['check', 'due'])
  expect(found('The paperwork is registered in the newspaper; picturesque, indoors.')).toEqual([])
  expect(found('Else it is set aside.')).toEqual(['doesn’t apply; archived; kept separately', 'Otherwise'])
})

const titles: readonly string[] = playbookIds.map(
  (id) => messagesOf('en')[`playbook_${snake(id)}`]?.message ?? id,
)

/** `the “Account hacked” guide`, `guide “Account hacked”`: what a text calls a guide. */
const guidesNamedIn = (text: string): readonly string[] =>
  [...text.matchAll(/“([^“”$]+)” (?:guide|playbook)|(?:guide|playbook) “([^“”$]+)”/gi)].map(
    ([, before, after]) => before ?? after ?? '',
  )

test('a guide is named by its exact title', () => {
  const named = onScreens.flatMap(({ key, text }) => guidesNamedIn(text).map((name) => ({ key, name })))
  expect(named.filter(({ name }) => !titles.includes(name))).toEqual([])
})

test('a guide is named by its title, not by what it is about', () => {
  const described = onScreens.filter(({ text }) => /\bthe guides? (?:about|for|on)\b/i.test(text))
  expect(described.map(({ key }) => key)).toEqual([])
})

test('the search for named guides finds them on either side', () => {
  expect(guidesNamedIn('Start the “Money is missing” guide, or guide “A”.')).toEqual([
    'Money is missing',
    'A',
  ])
})
