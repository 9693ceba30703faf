import { computed, effect, type ReadonlySignal, signal } from '@preact/signals'
import { timeZone } from '../browser/time-zone'
import { type Language, languageFor } from '../domain/languages'
import { type Catalogue, createI18n, type I18n, type MessageName } from '../i18n/i18n'
import type { Session } from './overview-store'

/**
 * The page's texts, dates and times in the seller's language: the browser's until the settings are read, and a new one
 * as soon as it is chosen. Undefined until the first texts are loaded.
 * @param load calls `show` with the texts, and again when more are loaded.
 */
export function followLanguage<Name extends MessageName>(
  { view }: Pick<Session, 'view'>,
  load: (language: Language, show: (texts: Catalogue<Name>) => void) => Promise<void>,
): ReadonlySignal<I18n<Name> | undefined> {
  const settings = () => (view.value.kind === 'read' ? view.value.overview.settings : {})
  const language = computed(() => languageFor(settings().language, navigator.languages))
  // Computed one by one, because each answer brings a new settings object.
  const dateFormat = computed(() => settings().dateFormat)
  const clock = computed(() => settings().clock)
  const texts = signal<Catalogue<Name> | undefined>(undefined)
  effect(() => {
    const wanted = language.value
    const show = (loaded: Catalogue<Name>) => {
      // Another language may have been chosen in the meantime.
      if (language.peek() === wanted) texts.value = loaded
    }
    void load(wanted, show).catch(() => undefined)
  })
  const i18n = computed(
    () =>
      texts.value &&
      createI18n<Name>(texts.value, {
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
