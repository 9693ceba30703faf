import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { isPinned } from '../../browser/toolbar'
import { useApp } from '../../ui/app'
import { NoticeLine } from '../../ui/snackbar'
import { useTabTitle } from '../navigation/document-title'
import { linkTo } from '../navigation/router'
import { ProfileQuestions } from '../stores/profile-questions'
import { PracticeCard } from './practice-card'

/** The first steps, opened once after the installation. Nothing waits for it: whoever closes it misses nothing. */
export function Welcome() {
  const { i18n, session, overview } = useApp()
  const { translate } = i18n
  const pinned = useSignal<boolean | undefined>(undefined)
  useTabTitle(i18n, translate('welcome_title'))

  useEffect(() => {
    const look = () =>
      void isPinned()
        .catch(() => undefined)
        .then((is) => {
          pinned.value = is
        })
    look()
    // The seller comes back from the toolbar.
    addEventListener('focus', look)
    return () => {
      removeEventListener('focus', look)
      // The first steps are done: the background hears it from the next place.
      void session.follow()
    }
  }, [])

  return (
    <>
      <main class="welcome">
        <h1>{translate('welcome_title')}</h1>
        <p>{translate('welcome_what')}</p>
        <p>
          <a href={linkTo({ part: 'checklist' })}>{translate('welcome_skip')}</a>
        </p>
        <section aria-labelledby="welcome-reads">
          <h2 id="welcome-reads">{translate('welcome_reads_title')}</h2>
          <ul>
            <li>{translate('welcome_reads')}</li>
            <li>{translate('welcome_keeps')}</li>
            <li>{translate('welcome_acts')}</li>
          </ul>
        </section>
        <section aria-labelledby="welcome-questions">
          <h2 id="welcome-questions">{translate('profile_title')}</h2>
          <p class="soft">{translate('profile_explain')}</p>
          <ProfileQuestions store={overview.store} />
        </section>
        <section aria-labelledby="welcome-card">
          <h2 id="welcome-card">{translate('welcome_card_title')}</h2>
          <p class="soft">{translate('welcome_card_explain')}</p>
          <PracticeCard item="two-step-on" />
        </section>
        <section aria-labelledby="welcome-pin">
          <h2 id="welcome-pin">{translate('welcome_pin_title')}</h2>
          <p role="status">{translate(pinned.value ? 'welcome_pinned' : 'welcome_pin')}</p>
        </section>
        <p>
          <a class="button primary" href={linkTo({ part: 'checklist' })}>
            {translate('welcome_go')}
          </a>
        </p>
      </main>
      <NoticeLine />
    </>
  )
}
