import { ArrowLeft, Check as CheckMark } from 'lucide'
import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Answer } from '../domain/answer'
import type { StoreView } from '../domain/overview'
import { type Check, minutesOf } from '../domain/round'
import type { RoundView } from '../domain/round-view'
import { checkText, checkTitle, pageTitle } from '../i18n/item-text'
import { RemindLater } from '../ui/answers'
import { Button } from '../ui/button'
import { Icon } from '../ui/icon'
import { useKeys } from '../ui/keyboard-shortcuts'
import { List } from '../ui/list'
import { MessageCheckFold } from '../ui/message-check-fold'
import { NoticeLine } from '../ui/snackbar'
import { hasSeveral, marketplacesOf, storeName } from '../ui/store-label'
import { WhereTo } from '../ui/where-to'
import type { ActiveTab } from './active-tab'
import { useApp } from './app'
import type { KeptState } from './kept-state'
import { PageHere, pageHere } from './page-place'
import { useRoundChange } from './round-change'
import { RoundEnd } from './round-end'
import { RoundNote } from './round-note'
import { StepPageChoice, useStepPage } from './step-page'
import { usePageHelp } from './use-page-help'

type Round = RoundView<Check>
type Props = { tab: ActiveTab; state: KeptState; heading: RefObject<HTMLHeadingElement | null> }

/** A round, one check at a time, and at its end what was done. */
export function RoundPage({ round, ...props }: Props & { round: Round }) {
  const { heading } = props
  const shown = useRef(round.at)

  // The pressed button has gone. Reading and keys go on at the next check.
  useEffect(() => {
    if (shown.current === round.at) return
    shown.current = round.at
    if (document.hasFocus()) heading.current?.focus()
    window.scrollTo({ top: 0 })
  }, [round.at, round.kind])

  const current = round.kind === 'under-way' ? round.current : undefined
  const key = current && `${current.store}/${current.check.id}`
  return (
    <>
      {current ? (
        <Step key={key} round={round} current={current} {...props} />
      ) : (
        <RoundEnd round={round} {...props} />
      )}
      {/* In sight however long the steps are. What an answer came to is said in the same place at each step. */}
      <div class="round-bar">
        <NoticeLine />
        {current && <StepAnswers key={key} round={round} current={current} tab={props.tab} />}
      </div>
    </>
  )
}

type StepProps = Props & { round: Round; current: NonNullable<Round['current']> }

function Step(props: StepProps) {
  const { round, current, tab, state, heading } = props
  const { i18n, overview, translate, number } = useApp()
  const { check, store: id } = current
  const store = overview.stores.find((one) => one.id === id) ?? overview.store
  const help = usePageHelp()
  const keys = useKeys()
  const change = useRoundChange(round)
  const left = round.steps.filter((step) => step.state === 'left').length
  const place = { place: number(round.place), of: number(round.of), minutes: number(round.minutesLeft) }
  return (
    <>
      <div class="round-head">
        <p>
          <strong>{translate('round_title')}</strong> <span>{translate('round_progress', place)}</span>
        </p>
        <progress value={round.place - 1} max={round.of} aria-hidden="true" />
        <div class="choices">
          {round.canGoBack && (
            <Button class="quiet" aria-keyshortcuts={keys.back} onPress={() => change('back')}>
              <Icon of={ArrowLeft} />
              {translate('round_back')}
            </Button>
          )}
          <Button class="quiet" onPress={() => (state.view.value = 'page')}>
            {translate('round_to_page')}
          </Button>
          <Button class="quiet" onPress={() => change('ended')}>
            {translate('round_end')}
          </Button>
        </div>
      </div>
      <section class="area step" aria-labelledby="step">
        {hasSeveral(overview) && <p class="soft">{storeName(i18n, store)}</p>}
        <h1 id="step" ref={heading} tabIndex={-1}>
          {checkTitle(i18n, check)}
        </h1>
        {current.state !== 'open' && <p class="soft">{translate('round_answered')}</p>}
        {round.minutes !== undefined && minutesOf(check) > round.minutes && (
          <p class="soft">{translate('round_longer')}</p>
        )}
        <StepPlace check={check} store={store} tab={tab} />
        <StepText check={check} store={store} />
        {left > 0 && <p class="soft">{i18n.plural('round_left', left)}</p>}
      </section>
      {help && <help.CheckHelp of={check} store={store} />}
      <RoundNote check={check} store={id} state={state} />
    </>
  )
}

/** Where the check is done: the page in front, or a press that opens it on the store's own site. */
function StepPlace({ check, store, tab }: { check: Check; store: StoreView; tab: ActiveTab }) {
  const { i18n, translate } = useApp()
  if (!check.page) return null
  if (!('recurs' in check) && check.doneIn) return <WhereTo of={check} store={store} />
  const { page, front } = pageHere('recurs' in check ? [check.page] : check.pages, store, tab)
  return (
    <>
      <PageHere page={page} store={store} />
      {!page && !front && <p>{translate('round_find_page', { page: pageTitle(i18n, check.page) })}</p>}
      {!page && (
        <div>
          <WhereTo of={check} store={store} front={front} />
        </div>
      )}
    </>
  )
}

function StepText({ check, store }: { check: Check; store: StoreView }) {
  const { i18n, translate, day } = useApp()
  const { why, steps, caveat } = checkText(i18n, check, marketplacesOf(store))
  const origin = 'recurs' in check ? check.origin : undefined
  return (
    <>
      {origin && <p>{translate('promised_in', { name: origin.name, day: day(origin.on) })}</p>}
      {why !== '' && <p>{why}</p>}
      {steps.length > 0 && <List of={steps} numbered />}
      {caveat !== undefined && <p class="caveat">{caveat}</p>}
      {check.id === 'team-phishing-briefing' && <MessageCheckFold isDrill />}
    </>
  )
}

/**
 * Yes, later and no have the same size. They are an item of their own without the heading, which has the focus first:
 * a second press of a key answers nothing unread.
 */
function StepAnswers({ round, current, tab }: Omit<StepProps, Exclude<keyof Props, 'tab'>>) {
  const { i18n, session, translate } = useApp()
  const change = useRoundChange(round)
  const openStep = useStepPage(tab)
  const { check, store } = current
  const goOn = async (isStored: Promise<boolean>) => ((await isStored) ? openStep(current) : undefined)
  const answer = (given: Answer) => goOn(session.answer(check.id, given, store))
  const keys = useKeys()
  return (
    <div class="item">
      <StepPageChoice />
      <fieldset class="row round-answers" aria-label={checkTitle(i18n, check)} tabIndex={-1}>
        <Button aria-keyshortcuts={keys.checked} onPress={() => answer({ kind: 'checked' })}>
          <Icon of={CheckMark} />
          {translate('answer_checked')}
        </Button>
        <RemindLater onAnswer={answer} />
        <Button aria-keyshortcuts={keys.aside} onPress={() => answer({ kind: 'dismissed' })}>
          {translate('answer_dismiss')}
        </Button>
        <Button aria-keyshortcuts={keys.skip} onPress={() => goOn(change('skipped'))}>
          {translate('round_skip')}
        </Button>
      </fieldset>
    </div>
  )
}
