import { computed, effect, type ReadonlySignal, signal } from '@preact/signals'
import { timeZone } from '../browser/time-zone'
import { type Language, languageFor } from '../domain/languages'
import { type Catalogue, createI18n, type I18n } from '../i18n/i18n'
import type { Session } from './overview-store'

/**
 * A page's texts in the seller's language, with dates and times in their form: the chosen ones as soon as the settings
 * are read, until then the browser's. A change is followed at once; nothing until the first texts are there.
 * @param load calls `show` with the texts, again when there are more of them.
 */
export function followLanguage(
  { view }: Pick<Session, 'view'>,
  load: (language: Language, show: (texts: Catalogue) => void) => Promise<void>,
): ReadonlySignal<I18n | undefined> {
  const settings = () => (view.value.kind === 'read' ? view.value.overview.settings : {})
  const language = computed(() => languageFor(settings().language, navigator.languages))
  // One by one: every answer brings new settings, most of them the same.
  const dateFormat = computed(() => settings().dateFormat)
  const clock = computed(() => settings().clock)
  const texts = signal<Catalogue | undefined>(undefined)
  effect(() => {
    const wanted = language.value
    const show = (loaded: Catalogue) => {
      // Meanwhile another may have been chosen.
      if (language.peek() === wanted) texts.value = loaded
    }
    void load(wanted, show).catch(() => undefined)
  })
  const i18n = computed(
    () =>
      texts.value &&
      createI18n(texts.value, {
        timeZone: timeZone(),
        languages: navigator.languages,
        settings: { dateFormat: dateFormat.value, clock: clock.value },
      }),
  )
  effect(() => {
    if (!i18n.value) return
    document.documentElement.lang = i18n.value.lang
    document.documentElement.dir = i18n.value.dir
  })
  return i18n
}
