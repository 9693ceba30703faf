import { useSignal } from '@preact/signals'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { timeZone } from '../browser/time-zone'
import { isLanguage } from '../domain/languages'
import { createI18n, type I18n } from '../i18n/i18n'
import { incidentTitle, pageTitle } from '../i18n/item-text'
import { messageCheckTexts } from '../i18n/message-check-texts'
import type { MessageCheckText } from '../i18n/surfaces'
import type { JudgedLink, JudgedMessage, JudgedSender } from '../pages/message'
import { addressOf } from '../pages/page-urls'
import { useApp } from './app'
import { Button } from './button'
import { dashboardAddress } from './dashboard-url'
import { hostShown } from './host-shown'
import { type SampleNumber, sampleMessage, sampleNumbers } from './message-samples'
import { frontOf } from './store-label'
import { unshared } from './typing'
import { FrontLater } from './where-to'

type Texts = I18n<MessageCheckText>
type Shown = JudgedMessage | 'failed' | undefined

type Props = {
  isDrill?: boolean
  /** What judges: with its libraries it is the largest part, so it comes when something is first checked. */
  load?: () => Promise<Pick<typeof import('../pages/message'), 'judgeMessage'>>
}

/** Checks a pasted or saved message. Nothing of it leaves this component: no request, no storage, no journal. */
export function MessageCheck(props: Props) {
  const { lang, translate } = useApp()
  const texts = useSignal<Texts | 'failed' | undefined>(undefined)
  useEffect(() => {
    messageCheckTexts(isLanguage(lang) ? lang : 'en').then(
      (catalogue) => {
        texts.value = createI18n<MessageCheckText>(catalogue, { timeZone: timeZone() })
      },
      () => {
        texts.value = 'failed'
      },
    )
  }, [lang])
  if (texts.value === 'failed') return <p role="alert">{translate('failed_unexpected')}</p>
  return texts.value === undefined ? null : <Check texts={texts.value} {...props} />
}

const fieldId = 'message-text'

function Check({
  texts,
  isDrill = false,
  load = () => import('../pages/message'),
}: Props & { texts: Texts }) {
  const { translate } = texts
  const typed = useSignal('')
  const result = useSignal<Shown>(undefined)
  const sample = useSignal<SampleNumber | undefined>(undefined)
  const isOver = useSignal(false)
  const told = useRef<HTMLDivElement>(null)
  // In the popup the form alone fills the window.
  useLayoutEffect(() => {
    if (result.value !== undefined) told.current?.scrollIntoView({ block: 'nearest' })
  }, [result.value])

  async function judge(text: string): Promise<void> {
    try {
      const { judgeMessage } = await load()
      result.value = judgeMessage(text)
    } catch {
      result.value = 'failed'
    }
  }
  async function read(file: File): Promise<void> {
    sample.value = undefined
    try {
      await judge(await byteStringOf(file))
    } catch {
      result.value = 'failed'
    }
  }

  const samples = (
    <Samples
      texts={texts}
      isOpen={isDrill}
      onChoose={(number) => {
        sample.value = number
        result.value = undefined
        typed.value = sampleMessage(number, (link) => translate(`message_sample_${number}_text`, { link }))
        document.getElementById(fieldId)?.focus()
      }}
    />
  )
  return (
    <>
      <p class="soft">{translate('message_explain')}</p>
      {isDrill && samples}
      <form
        autocomplete="off"
        class={isOver.value ? 'over' : undefined}
        onSubmit={(event) => {
          event.preventDefault()
          void judge(typed.value)
        }}
        onDragOver={(event) => {
          event.preventDefault()
          isOver.value = true
        }}
        onDragLeave={() => {
          isOver.value = false
        }}
        onDrop={(event) => {
          event.preventDefault()
          isOver.value = false
          const file = event.dataTransfer?.files[0]
          const text = event.dataTransfer?.getData('text/plain') ?? ''
          if (file) void read(file)
          else if (text !== '') typed.value = text
        }}
      >
        <label for={fieldId}>{translate('message_label')}</label>
        <textarea
          id={fieldId}
          rows={4}
          dir="auto"
          {...unshared}
          value={typed.value}
          onInput={({ currentTarget }) => {
            typed.value = currentTarget.value
            sample.value = undefined
          }}
        />
        <p>
          <button type="submit" class="primary" disabled={typed.value.trim() === ''}>
            {translate('message_check')}
          </button>
        </p>
        <label for="message-file">{translate('message_file')}</label>
        <input
          id="message-file"
          type="file"
          accept=".eml,.txt,.msg,message/rfc822,text/plain"
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0]
            if (file) void read(file)
            // The same file can be chosen again, and its name doesn't stay.
            currentTarget.value = ''
          }}
        />
        <p class="soft">{translate('message_drop')}</p>
      </form>
      <div ref={told} role="status" class="message-result">
        {result.value === 'failed' && <p>{translate('message_not_loaded')}</p>}
        {typeof result.value === 'object' && <Judged texts={texts} of={result.value} />}
        {typeof result.value === 'object' && sample.value !== undefined && (
          <p>{translate(`message_sample_${sample.value}_tells`)}</p>
        )}
      </div>
      {typeof result.value === 'object' && <WhatToDo texts={texts} />}
      {!isDrill && samples}
    </>
  )
}

/** A file with a character per byte, as `judgeMessage` wants it. Of one that is too large, enough to say so. */
const byteStringOf = (file: File): Promise<string> =>
  new Promise((done, fail) => {
    const reader = new FileReader()
    reader.onload = () => done(String(reader.result))
    reader.onerror = () => fail(reader.error)
    reader.readAsBinaryString(file.slice(0, longestMessage + 1))
  })

function Samples(props: { texts: Texts; isOpen: boolean; onChoose: (number: SampleNumber) => void }) {
  const { texts, isOpen, onChoose } = props
  const { translate, number } = texts
  return (
    <details class="fold" open={isOpen}>
      <summary>{translate('message_samples')}</summary>
      <p class="soft">{translate('message_samples_explain')}</p>
      <p class="samples">
        {sampleNumbers.map((one) => (
          <Button key={one} onPress={() => onChoose(one)}>
            {translate('message_sample', { number: number(one) })}
          </Button>
        ))}
      </p>
    </details>
  )
}

/** As `judgeMessage` has it; importing it would load what judges. */
const longestMessage = 5_000_000

const summaries = {
  amazon: 'message_summary_amazon',
  mixed: 'message_summary_mixed',
  'not-amazon': 'message_summary_not_amazon',
  'nothing-found': 'message_summary_nothing_found',
} as const

const refusals = {
  'too-big': 'message_refused_too_big',
  'too-nested': 'message_refused_too_nested',
  'too-many-links': 'message_refused_too_many_links',
  'not-a-mail': 'message_refused_not_a_mail',
} as const

function Judged({ texts, of }: { texts: Texts; of: JudgedMessage }) {
  const { translate, plural, number } = texts
  if (of.refused !== undefined) return <p class="verdict">{translate(refusals[of.refused])}</p>
  const isWarning = of.summary === 'not-amazon'
  const elsewhere = of.links.filter(({ verdict }) => !isAmazons(verdict))
  return (
    <>
      <p class={isWarning ? 'verdict lookalike' : 'verdict'}>
        <strong>{translate(summaries[of.summary])}</strong>
      </p>
      {of.links.length > 0 && (
        <p>
          {elsewhere.length === 0
            ? translate('message_all_amazon')
            : plural('message_elsewhere', elsewhere.length, { total: number(of.links.length) })}
        </p>
      )}
      {of.notes.map((note) => (
        <p key={note}>{translate(`message_note_${note}`)}</p>
      ))}
      {/* No headings: the panel and a guide have it at different levels. */}
      <p class="part">{translate('message_sender_title')}</p>
      {of.sender ? <Sender texts={texts} of={of.sender} /> : <p>{translate('message_no_sender')}</p>}
      {of.links.length > 0 && (
        <>
          <p class="part">{translate('message_links_title')}</p>
          <ul class="message-links">
            {/* What leads elsewhere first: it is what counts. */}
            {[...elsewhere, ...of.links.filter(({ verdict }) => isAmazons(verdict))]
              .slice(0, mostShown)
              .map((link) => (
                <Link key={link.address} texts={texts} of={link} />
              ))}
          </ul>
        </>
      )}
    </>
  )
}

/** Nobody reads further. */
const mostShown = 50

const isAmazons = (verdict: JudgedLink['verdict']) => verdict === 'official' || verdict === 'amazon-other'

function Sender({ texts, of }: { texts: Texts; of: JudgedSender }) {
  const { translate } = texts
  return (
    <>
      <p>
        {of.name !== undefined && (
          <>
            <bdi>{of.name}</bdi>{' '}
          </>
        )}
        <bdi class="host">{of.domain}</bdi>
      </p>
      <p>{translate(of.reason)}</p>
      {of.authenticated !== undefined && isAmazons(of.verdict) && (
        <p class="soft">{translate(`message_file_says_${of.authenticated}`)}</p>
      )}
    </>
  )
}

function Link({ texts, of }: { texts: Texts; of: JudgedLink }) {
  const { translate, list } = texts
  return (
    <li>
      <p>
        <bdi class="host">{hostShown(of.address) || of.address.slice(0, mostOfNoHost)}</bdi>
      </p>
      <p>{translate(of.reason)}</p>
      {of.shown !== undefined && <p class="soft">{translate('message_shown', { words: of.shown })}</p>}
      {of.through !== undefined && (
        <p class="soft">{translate('address_through', { hosts: list(of.through) })}</p>
      )}
    </li>
  )
}

/** How much of an address without a host is shown. */
const mostOfNoHost = 40

function WhatToDo({ texts }: { texts: Texts }) {
  const { i18n, session, overviewIfRead } = useApp()
  const { translate } = texts
  const front = overviewIfRead && frontOf(overviewIfRead.store)
  return (
    <>
      <p>{translate('message_todo')}</p>
      <ul>
        {front === undefined && overviewIfRead !== undefined && (
          <li>
            <FrontLater id="front-message" store={overviewIfRead.store} />
          </li>
        )}
        {front !== undefined && (
          <li>
            <a href={addressOf('performance-notifications', front)} target="_blank" rel="noopener noreferrer">
              {i18n.translate('open_page', { page: pageTitle(i18n, 'performance-notifications') })}
            </a>
          </li>
        )}
        <li>
          <a href={dashboardAddress('playbooks/phishing')} target="_blank" rel="noopener">
            {translate('message_guide')}
          </a>
        </li>
      </ul>
      <p>
        <Button onPress={() => session.report('typed-on-doubtful-page')}>
          {incidentTitle(i18n, 'typed-on-doubtful-page')}
        </Button>
      </p>
    </>
  )
}
