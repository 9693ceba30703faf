import type { ComponentChildren } from 'preact'
import { timeZone } from '../../browser/time-zone'
import { isLanguage, type Language, languages } from '../../domain/languages'
import { lacksLetters, letterLanguage, letterLanguages } from '../../domain/letters'
import type { StoreView } from '../../domain/overview'
import { createI18n, type I18n } from '../../i18n/i18n'
import { letterTexts } from '../../i18n/letter-messages'
import type { LetterText } from '../../i18n/surfaces'
import { useGuideApp } from '../guide-app'
import { Select } from '../select'
import { marketplacesOf } from '../store-label'
import { Loaded, useResource } from '../use-resource'

/** A text for Amazon, with a list to choose its language. */
export function InLetterLanguage(props: {
  /** The id of the list. */
  id: string
  /** The store whose marketplaces decide which languages are offered. Undefined if stores can't be read. */
  store: StoreView | undefined
  children: (letters: I18n<LetterText>) => ComponentChildren
}) {
  const { id, store, children } = props
  const { session, overviewIfRead: overview, translate, lang } = useGuideApp()
  const shown = isLanguage(lang) ? lang : 'en'
  const marketplaces = store ? marketplacesOf(store) : []
  const language = letterLanguage(overview?.settings.letterLanguage, marketplaces, shown)
  return (
    <>
      <Select
        id={id}
        label={translate('letter_language')}
        value={language}
        options={letterLanguages(marketplaces, shown).map((one) => [one, languages[one], one])}
        onChoose={(chosen) => void session.choose({ letterLanguage: chosen })}
        disabled={!overview}
      />
      {lacksLetters(marketplaces) && <p class="soft">{translate('letter_english')}</p>}
      <Texts key={language} language={language}>
        {children}
      </Texts>
    </>
  )
}

function Texts(props: { language: Language; children: (letters: I18n<LetterText>) => ComponentChildren }) {
  const { language, children } = props
  const resource = useResource(
    // Without the seller's date format: dates for Amazon always have the name of the month.
    async () =>
      createI18n(await letterTexts(language), { timeZone: timeZone(), languages: navigator.languages }),
    'once',
  )
  return <Loaded of={resource}>{children}</Loaded>
}
