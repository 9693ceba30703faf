import { existsSync, readFileSync } from 'node:fs'
import type { ItemId } from '../../src/domain/items'
import { type Language, languageTags } from '../../src/domain/languages'
import type { MessageName } from '../../src/i18n/i18n'

type Entry = { message: string }
const pathOf = (language: Language) => `assets/_locales/${language.replace('-', '_')}/messages.json`
const fileOf = (language: Language): Record<string, Entry> =>
  // Relative to the working directory: in tests with a document, vite would turn a URL into an asset.
  JSON.parse(readFileSync(pathOf(language), 'utf8'))

/** Languages that have texts, English first. */
export const translated = languageTags.filter((tag) => existsSync(pathOf(tag)))
const files = new Map(translated.map((tag) => [tag, fileOf(tag)]))

/** A message as a seller sees it, by default in English. Its wording may change; its name won't. */
export function text(
  name: MessageName,
  values: Record<string, string> = {},
  language: Language = 'en',
): string {
  const { message } = files.get(language)?.[name] ?? { message: '' }
  return message.replace(/\$(\w+)\$/g, (whole, placeholder) => values[placeholder.toLowerCase()] ?? whole)
}

/** A pattern for a text with placeholders: matches the whole text and captures their values. */
export function textLike(name: MessageName): RegExp {
  const parts = text(name).split(/\$\w+\$/)
  return new RegExp(`^${parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('(.+)')}$`)
}

/** The title of a check. */
export function titleOf(item: ItemId): string {
  return text(`item_${item.replaceAll('-', '_')}_title` as MessageName)
}

/** The steps of a check that has the same in every marketplace. */
export function stepsOf(item: ItemId, language: Language = 'en'): string[] {
  const start = `item_${item.replaceAll('-', '_')}_how_`
  const names = Object.keys(files.get('en') ?? {}).filter((name) => name.startsWith(start))
  return names.map((name) => text(name as MessageName, {}, language))
}
