import { type Language, languageTags } from '../domain/languages'

/** The file of one language from a glob over assets/_locales, or the English one if it is missing. */
export function inLanguage<T>(files: Readonly<Record<string, T>>, language: Language): T {
  const file = files[pathOf(language)] ?? files[pathOf('en')]
  if (file === undefined) throw new Error(`no texts for any of ${languageTags}`)
  return file
}

function pathOf(language: Language): string {
  return `../../assets/_locales/${language.replace('-', '_')}/messages.json`
}
