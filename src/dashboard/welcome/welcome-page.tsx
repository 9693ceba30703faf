import { useSignal } from '@preact/signals'
import { CircleCheck, EyeOff, HardDrive, Pin } from 'lucide'
import { useEffect } from 'preact/hooks'
import { isPinned } from '../../browser/toolbar'
import { outlookOf } from '../../domain/outlook'
import { FrontChoice } from '../../ui/front-choice'
import { Icon } from '../../ui/icon'
import { Section } from '../../ui/section'
import { NoticeLine } from '../../ui/snackbar'
import { useApp } from '../app/app'
import { AnotherDay, StartRound } from '../home/outlook'
import { useTabTitle } from '../navigation/document-title'
import { goTo, linkTo, routeIn } from '../navigation/router'
import { ProfileQuestions } from '../stores/profile-questions'
import { PracticeCard } from './practice-card'
import { WelcomePicture } from './welcome-picture'

/** The first steps, opened once after the installation. Nothing waits for it: whoever closes it misses nothing. */
export function Welcome() {
  const { i18n, session, overview, translate } = useApp()
  useTabTitle(i18n, translate('welcome_title'))

  // In a new profile, Chrome tells a policy only after the page was opened.
  const isHidden = overview.organization?.hidesWelcome === true
  useEffect(() => {
    if (isHidden) goTo(routeIn(''))
  }, [isHidden])

  // The first steps are done: the background hears it from the next place.
  useEffect(() => () => void session.follow(), [])

  return (
    <>
      <main class="welcome">
        <div class="welcome-what">
          <h1>{translate('welcome_title')}</h1>
          <p>{translate('welcome_what')}</p>
          <Promises />
        </div>
        <WelcomePicture />
        <Section
          id="welcome-questions"
          class="welcome-questions"
          title={translate('profile_title')}
          level={2}
        >
          <p class="soft">{translate('welcome_questions_explain')}</p>
          <FrontChoice id="front" store={overview.store} />
          <ProfileQuestions store={overview.store} />
        </Section>
        <Start />
        <Section id="welcome-card" class="welcome-card" title={translate('welcome_card_title')} level={2}>
          <p class="soft">{translate('welcome_card_explain')}</p>
          <PracticeCard item="two-step-on" />
        </Section>
        <PinHint />
      </main>
      <NoticeLine />
    </>
  )
}

const promises = [
  ['welcome_reads', EyeOff],
  ['welcome_keeps', HardDrive],
  ['welcome_acts', CircleCheck],
] as const

function Promises() {
  const { translate } = useApp()
  return (
    <>
      <ul class="promises">
        {promises.map(([name, icon]) => (
          <li key={name}>
            <Icon of={icon} />
            {translate(name)}
          </li>
        ))}
      </ul>
      <a class="target" href={linkTo({ part: 'sees' })}>
        {translate('nav_sees')}
      </a>
    </>
  )
}

function Start() {
  const { overview, translate } = useApp()
  const outlook = outlookOf(overview)
  const round = 'round' in outlook ? outlook.round : undefined
  const label = translate(outlook.kind === 'first-day' ? 'welcome_start' : 'home_start')
  return (
    <div class="welcome-start">
      {round && <StartRound round={round} label={label} />}
      <a class={round ? 'target' : 'button primary'} href={linkTo({ part: 'checklist' })}>
        {translate('welcome_go')}
      </a>
      {round && <AnotherDay tasks={round.tasks} />}
    </div>
  )
}

function PinHint() {
  const { translate } = useApp()
  const pinned = useSignal<boolean | undefined>(undefined)
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
    return () => removeEventListener('focus', look)
  }, [])
  return (
    <div id="welcome-pin" class="soft">
      <Icon of={Pin} />
      <p role="status">{translate(pinned.value ? 'welcome_pinned' : 'welcome_pin')}</p>
    </div>
  )
}
