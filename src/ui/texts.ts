import { computed, effect, type ReadonlySignal, signal } from '@preact/signals'
import { type Language, languageFor } from '../domain/languages'
import { type Catalogue, createI18n, type I18n } from '../platform/i18n'
import { timeZone } from '../platform/time-zone'
import type { Session } from './session'

/**
 * A page's texts in the seller's language: the chosen one as soon as the settings are read, until then the browser's.
 * A change of language is followed at once; nothing until the first texts are there.
 * @param load calls `show` with the texts, again when there are more of them.
 */
export function followLanguage(
  { view }: Pick<Session, 'view'>,
  load: (language: Language, show: (texts: Catalogue) => void) => Promise<void>,
): ReadonlySignal<I18n | undefined> {
  const language = computed(() =>
    languageFor(
      view.value.kind === 'read' ? view.value.overview.settings.language : undefined,
      navigator.languages,
    ),
  )
  const i18n = signal<I18n | undefined>(undefined)
  effect(() => {
    const wanted = language.value
    const show = (texts: Catalogue) => {
      // Meanwhile another may have been chosen.
      if (language.peek() === wanted) i18n.value = createI18n(texts, timeZone())
    }
    void load(wanted, show).catch(() => undefined)
  })
  effect(() => {
    if (!i18n.value) return
    document.documentElement.lang = i18n.value.lang
    document.documentElement.dir = i18n.value.dir
  })
  return i18n
}
