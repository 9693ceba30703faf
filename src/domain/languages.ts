import { idsOf, isIdIn } from './facts/table'

/** Every language by its tag, named in the language itself. docs/languages.md says how to add one. */
export const languages = {
  en: 'English',
  'zh-CN': '简体中文',
  de: 'Deutsch',
  es: 'Español',
  fr: 'Français',
  it: 'Italiano',
  ja: '日本語',
  ko: '한국어',
  'pt-BR': 'Português (Brasil)',
  tr: 'Türkçe',
} as const

export type Language = keyof typeof languages

export const languageTags = idsOf(languages)

export function isLanguage(tag: string | undefined): tag is Language {
  return isIdIn(languages, tag)
}

/**
 * The language the seller chose, or the first of the browser's languages that we have, or English. Any
 * Chinese counts as `zh-CN`, any Spanish as `es` and any Portuguese as `pt-BR`: closer than English.
 */
export function languageFor(chosen: string | undefined, preferred: readonly string[]): Language {
  if (isLanguage(chosen)) return chosen
  const base = (tag: string) => tag.toLowerCase().split('-')[0]
  for (const tag of preferred) {
    const found = languageTags.find((one) => base(one) === base(tag))
    if (found) return found
  }
  return 'en'
}

/**
 * The locale for dates and times: the browser's first locale with this language and script, because it names
 * the seller's region too. Otherwise the language itself. Extensions of the tag are dropped.
 * @param lang as in `lang="…"`.
 */
export function localeFor(lang: string, preferred: readonly string[]): string {
  const shown = new Intl.Locale(lang).maximize()
  const own = preferred.flatMap(localesOf).find((locale) => {
    const { language, script } = locale.maximize()
    return language === shown.language && script === shown.script
  })
  return own?.baseName ?? lang
}

/** Empty for an invalid tag: some browsers accept any text in their list of languages. */
function localesOf(tag: string): Intl.Locale[] {
  try {
    return [new Intl.Locale(tag)]
  } catch {
    return []
  }
}
