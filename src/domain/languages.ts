/** Every language by its tag, under its own name. A line here and a folder in assets/_locales add one: docs/languages.md. */
export const languages = {
  en: 'English',
  'zh-CN': '简体中文',
  de: 'Deutsch',
  es: 'Español',
  fr: 'Français',
  it: 'Italiano',
  ja: '日本語',
} as const

export type Language = keyof typeof languages

export const languageTags = Object.keys(languages) as Language[]

export function isLanguage(tag: string | undefined): tag is Language {
  return tag !== undefined && Object.hasOwn(languages, tag)
}

/**
 * What the seller chose, else the first of the browser's languages that is there, else English. Any Chinese counts as
 * `zh-CN`, any Spanish as `es`: closer than English.
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
