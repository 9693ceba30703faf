import { useSignal } from '@preact/signals'
import { type Answer, longestName, longestNote, longestReason, longestSnoozeDays } from '../domain/answer'
import { itemOf } from '../domain/items'
import { type NoteProblem, noteProblem } from '../domain/note'
import type { ItemView } from '../domain/overview'
import { sources } from '../domain/sources'
import { thresholdOf } from '../domain/thresholds'
import type { I18n } from '../platform/i18n'
import { thresholdText } from '../platform/item-text'
import { Pace } from './pace'

type Give = (answer: Answer) => Promise<boolean>

/** What only the dashboard has room for: own day, reason, somebody else, interval, note, figures and sources. */
export function ItemMore(props: { item: ItemView; i18n: I18n; today: string; onAnswer: Give }) {
  const { item, i18n, today, onAnswer } = props
  const { translate } = i18n
  return (
    <>
      <SnoozeDay id={item.id} i18n={i18n} today={today} onAnswer={onAnswer} />
      <Reason id={item.id} i18n={i18n} onAnswer={onAnswer} />
      <Elsewhere id={item.id} i18n={i18n} onAnswer={onAnswer} />
      {item.every && (
        <Pace
          id={item.id}
          label={translate('pace_label')}
          every={item.every}
          i18n={i18n}
          onAnswer={onAnswer}
        />
      )}
      <Note key={item.note ?? ''} item={item} i18n={i18n} onAnswer={onAnswer} />
      <Facts item={item} i18n={i18n} />
    </>
  )
}

/** A labelled field with its button, and below it what is wrong with what was typed. */
function Field(props: {
  id: string
  label: string
  button: string
  problem: string | undefined
  hint?: string
  onSubmit: () => void
  children: (described: {
    id: string
    'aria-describedby': string
    'aria-invalid': boolean
  }) => preact.JSX.Element
}) {
  const { id, label, button, problem, hint, onSubmit, children } = props
  return (
    <form
      class="field"
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      <label for={id}>{label}</label>
      <div class="entry">
        {children({ id, 'aria-describedby': `${id}-help`, 'aria-invalid': problem !== undefined })}
        <button type="submit">{button}</button>
      </div>
      <p
        id={`${id}-help`}
        class={problem === undefined ? 'soft' : 'problem'}
        role={problem === undefined ? undefined : 'alert'}
      >
        {problem ?? hint}
      </p>
    </form>
  )
}

function SnoozeDay({ id, i18n, today, onAnswer }: { id: string; i18n: I18n; today: string; onAnswer: Give }) {
  const { translate, number } = i18n
  const day = useSignal('')
  const problem = useSignal<string | undefined>(undefined)
  const last = dayAfter(today, longestSnoozeDays)
  return (
    <Field
      id={`${id}-day`}
      label={`${translate('remind_me')}: ${translate('snooze_day')}`}
      button={translate('set')}
      problem={problem.value}
      onSubmit={() => {
        const fits = day.value > today && day.value <= last
        problem.value = fits ? undefined : translate('snooze_day_bad', { days: number(longestSnoozeDays) })
        if (fits) void onAnswer({ kind: 'snoozed', for: { day: day.value } })
      }}
    >
      {(described) => (
        <input
          {...described}
          type="date"
          min={dayAfter(today, 1)}
          max={last}
          value={day.value}
          onInput={({ currentTarget }) => {
            day.value = currentTarget.value
          }}
        />
      )}
    </Field>
  )
}

/** Bounds of a date field; what is due is the domain's to say. */
function dayAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

function Reason({ id, i18n, onAnswer }: { id: string; i18n: I18n; onAnswer: Give }) {
  const { translate } = i18n
  const reason = useSignal('')
  return (
    <Field
      id={`${id}-reason`}
      label={translate('reason_label')}
      button={translate('answer_dismiss')}
      problem={undefined}
      onSubmit={() => {
        const said = reason.value.trim()
        void onAnswer({ kind: 'dismissed', ...(said === '' ? {} : { reason: said }) })
      }}
    >
      {(described) => (
        <input
          {...described}
          maxLength={longestReason}
          value={reason.value}
          onInput={({ currentTarget }) => {
            reason.value = currentTarget.value
          }}
        />
      )}
    </Field>
  )
}

function Elsewhere({ id, i18n, onAnswer }: { id: string; i18n: I18n; onAnswer: Give }) {
  const { translate } = i18n
  const by = useSignal('')
  const problem = useSignal<string | undefined>(undefined)
  return (
    <Field
      id={`${id}-elsewhere`}
      label={translate('elsewhere_by')}
      button={translate('answer_elsewhere')}
      problem={problem.value}
      onSubmit={() => {
        const said = by.value.trim()
        problem.value = said === '' ? translate('elsewhere_missing') : undefined
        if (said !== '') void onAnswer({ kind: 'handled-elsewhere', by: said })
      }}
    >
      {(described) => (
        <input
          {...described}
          maxLength={longestName}
          value={by.value}
          onInput={({ currentTarget }) => {
            by.value = currentTarget.value
          }}
        />
      )}
    </Field>
  )
}

function Note({ item, i18n, onAnswer }: { item: ItemView; i18n: I18n; onAnswer: Give }) {
  const { translate, number } = i18n
  const note = useSignal(item.note ?? '')
  const problem = useSignal<NoteProblem | undefined>(undefined)
  const explained = {
    'too-long': translate('note_too_long', { count: number(longestNote) }),
    password: translate('note_password'),
    code: translate('note_code'),
    'card-number': translate('note_card_number'),
    'account-number': translate('note_account_number'),
  } satisfies Record<NoteProblem, string>
  return (
    <Field
      id={`${item.id}-note`}
      label={translate('note_label')}
      button={translate('note_save')}
      problem={problem.value && explained[problem.value]}
      hint={translate('note_hint')}
      onSubmit={() => {
        const said = note.value.trim()
        problem.value = noteProblem(said)
        if (problem.value === undefined) void onAnswer({ kind: 'noted', note: said })
      }}
    >
      {(described) => (
        <textarea
          {...described}
          rows={2}
          value={note.value}
          onInput={({ currentTarget }) => {
            note.value = currentTarget.value
          }}
        />
      )}
    </Field>
  )
}

function Facts({ item, i18n }: { item: ItemView; i18n: I18n }) {
  const { translate } = i18n
  const { sources: ids, thresholds = [] } = itemOf(item.id)
  const link = (id: keyof typeof sources) => {
    const { title, url } = sources[id]
    return url === undefined ? (
      title
    ) : (
      <a href={url} target="_blank" rel="noopener noreferrer">
        {title}
      </a>
    )
  }
  return (
    <details class="facts">
      <summary>{translate('sources_title')}</summary>
      {thresholds.length > 0 && (
        <dl>
          {thresholds.map((id) => {
            const threshold = thresholdOf(id)
            const { name, meaning, disagreement } = thresholdText(i18n, id)
            return (
              <div key={id}>
                <dt>
                  {name}: {threshold.value} ({threshold.unit})
                </dt>
                <dd>
                  {meaning}
                  {disagreement !== undefined && <p class="caveat">{disagreement}</p>}
                  <p class="soft">
                    {translate('threshold_seen', {
                      region: threshold.region,
                      seen: threshold.seen,
                      certainty: translate(`certainty_${threshold.certainty}`),
                    })}
                  </p>
                  <ul>
                    {threshold.sources.map((source) => (
                      <li key={source}>{link(source)}</li>
                    ))}
                  </ul>
                </dd>
              </div>
            )
          })}
        </dl>
      )}
      <ul>
        {ids.map((id) => (
          <li key={id}>{link(id)}</li>
        ))}
      </ul>
    </details>
  )
}
