import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { isPinned } from '../../browser/toolbar'
import type { Overview } from '../../domain/overview'
import type { I18n } from '../../i18n/i18n'
import type { Session } from '../../ui/overview-store'
import { NoticeLine } from '../../ui/snackbar'
import { useTabTitle } from '../navigation/document-title'
import { ProfileQuestions } from '../stores/profile-questions'
import { PracticeCard } from './practice-card'

/** The first steps, opened once after the installation. Nothing waits for it: whoever closes it misses nothing. */
export function Welcome({ overview, session, i18n }: { overview: Overview; session: Session; i18n: I18n }) {
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
          <a href="#/checklist">{translate('welcome_skip')}</a>
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
          <ProfileQuestions store={overview.store} session={session} i18n={i18n} />
        </section>
        <section aria-labelledby="welcome-card">
          <h2 id="welcome-card">{translate('welcome_card_title')}</h2>
          <p class="soft">{translate('welcome_card_explain')}</p>
          <PracticeCard item="two-step-on" i18n={i18n} />
        </section>
        <section aria-labelledby="welcome-pin">
          <h2 id="welcome-pin">{translate('welcome_pin_title')}</h2>
          <p role="status">{translate(pinned.value ? 'welcome_pinned' : 'welcome_pin')}</p>
        </section>
        <p>
          <a class="button primary" href="#/checklist">
            {translate('welcome_go')}
          </a>
        </p>
      </main>
      <NoticeLine session={session} i18n={i18n} />
    </>
  )
}
