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

/**
 * The locale for dates and times: the first of the browser's that has the shown language and script, because it also names
 * the seller's region; otherwise the language itself. Extensions of the tag are left out.
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

/** None for what is no tag: some browsers let anything be typed into their list. */
function localesOf(tag: string): Intl.Locale[] {
  try {
    return [new Intl.Locale(tag)]
  } catch {
    return []
  }
}
