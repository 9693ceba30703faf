import { existsSync, readFileSync } from 'node:fs'
import type { ItemId } from '../../src/domain/items'
import { type Language, languageTags } from '../../src/domain/languages'
import type { MessageName } from '../../src/i18n/i18n'

type Entry = { message: string }
const fileOf = (language: Language): Record<string, Entry> =>
  JSON.parse(
    readFileSync(
      new URL(`../../assets/_locales/${language.replace('-', '_')}/messages.json`, import.meta.url),
      'utf8',
    ),
  )

/** Languages that there are texts in, English first. */
export const translated = languageTags.filter((tag) =>
  existsSync(new URL(`../../assets/_locales/${tag.replace('-', '_')}/messages.json`, import.meta.url)),
)
const files = new Map(translated.map((tag) => [tag, fileOf(tag)]))

/** The text of a message as a seller sees it, in English unless told. A word in it may change; its name does not. */
export function text(
  name: MessageName,
  values: Record<string, string> = {},
  language: Language = 'en',
): string {
  const { message } = files.get(language)?.[name] ?? { message: '' }
  return message.replace(/\$(\w+)\$/g, (whole, placeholder) => values[placeholder.toLowerCase()] ?? whole)
}

/** The same for a text with parts that vary: matches the whole of it and captures them. */
export function textLike(name: MessageName): RegExp {
  const parts = text(name).split(/\$\w+\$/)
  return new RegExp(`^${parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('(.+)')}$`)
}

/** The title of an item of the checklist. */
export function titleOf(item: ItemId): string {
  return text(`item_${item.replaceAll('-', '_')}_title` as MessageName)
}
