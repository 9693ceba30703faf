import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { longestNote } from '../../domain/answer'
import { type CommitmentId, isCommitmentId, longestCommitment } from '../../domain/commitment'
import type { OwnCheckView } from '../../domain/overview'
import { type TemplateId, templateIds } from '../../domain/own-check-templates'
import { pageIds } from '../../domain/page'
import {
  earlyDays,
  firstDue,
  isSometimesTooShort,
  monthSteps,
  type Recurrence,
} from '../../domain/time/recurrence'
import { pageTitle } from '../../i18n/item-text'
import { Button } from '../../ui/button'
import { Checkbox, Field, partOf } from '../../ui/forms/field'
import { Section } from '../../ui/section'
import { Select } from '../../ui/select'
import { storeName } from '../../ui/store-label'
import { useApp } from '../app/app'
import { useSubject } from '../navigation/document-title'
import { goTo, linkTo } from '../navigation/router'
import { type OwnDraft, repeats, useOwnDrafts } from './own-draft'
import {
  type DraftField,
  draftFromTemplate,
  draftOf,
  inputOf,
  newDraft,
  problemsWith,
  recurrenceIn,
  templateText,
} from './own-draft-fields'
import { PayoutDayAsked } from './payout-day-asked'
import { monthNames } from './recurrence-text'

type Edited = CommitmentId | TemplateId | 'new'

/** The form for a check of the seller's own: a new one, one started from a template, or one to change. */
export function OwnCheckPart({ edit }: { edit: Edited }) {
  const { overview, translate } = useApp()
  const check = overview.measures.find(({ id, set }) => id === edit && !set)
  if (isCommitmentId(edit) && !check)
    return (
      <p class="trouble problem" role="status">
        {translate('own_gone')} <a href={linkTo({ part: 'checklist' })}>{translate('nav_checklist')}</a>
      </p>
    )
  return <Editor edit={edit} check={check} />
}

function Editor({ edit, check }: { edit: Edited; check: OwnCheckView | undefined }) {
  const { i18n, overview, translate } = useApp()
  const title = translate(check ? 'own_edit_title' : 'own_new_title')
  const heading = useSubject(i18n, title)
  const place = isCommitmentId(edit) ? `${overview.store.id} ${edit}` : edit
  const kept = useOwnDrafts().at(place)
  const first = useRef(
    check
      ? draftOf(check)
      : edit === 'new' || isCommitmentId(edit)
        ? newDraft()
        : draftFromTemplate(i18n, edit),
  )
  const draft = {
    get value() {
      return kept.value ?? first.current
    },
    set value(typed) {
      kept.value = typed
    },
  }
  return (
    <Section class="panel" id="own-check" title={title} heading={heading}>
      <p class="soft">{translate('own_private')}</p>
      {edit === 'new' && <Templates />}
      <OwnCheckForm
        draft={draft}
        origin={check?.origin !== undefined}
        onLeave={() => (kept.value = undefined)}
      />
    </Section>
  )
}

function Templates() {
  const { i18n, translate } = useApp()
  return (
    <>
      <p id="own-templates">{translate('own_templates')}</p>
      <ul class="filters" aria-labelledby="own-templates">
        {templateIds.map((id) => (
          <li key={id}>
            <a class="chip" href={linkTo({ part: 'checklist', edit: id })}>
              {templateText(i18n, id).title}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

const fieldIds = {
  title: 'own-title',
  why: 'own-why',
  steps: 'own-steps',
  number: 'own-number',
} as const satisfies Record<DraftField, string>

/** @param onLeave drops what was typed: it is saved, or no longer wanted. */
function OwnCheckForm(props: { draft: { value: OwnDraft }; origin: boolean; onLeave: () => void }) {
  const { draft, origin, onLeave } = props
  const { i18n, session, overview, translate } = useApp()
  const { store } = overview
  const isTried = useSignal(false)
  const isSaving = useRef(false)
  const problems = isTried.value ? problemsWith(i18n, draft.value) : {}

  async function save(): Promise<void> {
    const recurs = recurrenceIn(draft.value)
    if (isSaving.current || !recurs) return
    isSaving.current = true
    const check = inputOf(draft.value, recurs, store.id)
    const isStored = await session.change({ kind: 'own-check-put', check }, store.id)
    isSaving.current = false
    if (!isStored) return
    onLeave()
    goTo({ part: 'checklist', item: check.id })
    // What was told at the place before went with it.
    session.tell({ kind: 'saved' })
  }

  const pages = pageIds.map((id) => [id, pageTitle(i18n, id)] as const)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        isTried.value = true
        const [first] = Object.keys(problemsWith(i18n, draft.value)) as DraftField[]
        if (first) document.getElementById(fieldIds[first])?.focus()
        else void save()
      }}
    >
      <Field
        id={fieldIds.title}
        label={translate('own_title')}
        isRequired
        of={partOf(draft, 'title')}
        longest={longestCommitment}
        problem={problems.title}
      />
      <Field
        id={fieldIds.why}
        kind="note"
        rows={2}
        label={translate('own_why')}
        of={partOf(draft, 'why')}
        longest={longestNote}
        problem={problems.why}
      />
      <Field
        id={fieldIds.steps}
        kind="note"
        rows={5}
        label={translate('own_steps')}
        of={partOf(draft, 'steps')}
        problem={problems.steps}
      />
      <Timing draft={draft} problem={problems.number} />
      <Field
        id="own-page"
        kind="select"
        label={translate('own_page')}
        of={partOf(draft, 'page')}
        options={[
          ['', translate('own_page_none')],
          ...pages.toSorted(([, a], [, b]) => a.localeCompare(b, i18n.locale)),
        ]}
      />
      {!origin && (
        <Field
          id="own-where"
          kind="select"
          label={translate('own_where')}
          of={{
            get value() {
              return draft.value.isForAll ? 'all' : 'store'
            },
            set value(where) {
              draft.value = { ...draft.value, isForAll: where === 'all' }
            },
          }}
          options={[
            ['store', translate('own_where_store', { name: storeName(i18n, store) })],
            ['all', translate('own_where_all')],
          ]}
        />
      )}
      <Checkbox
        label={translate('own_counts')}
        checked={draft.value.counts}
        onChange={(counts) => (draft.value = { ...draft.value, counts })}
      />
      <p class="answers">
        <button type="submit" class="primary">
          {translate('own_save')}
        </button>
        <Button
          onPress={() => {
            onLeave()
            goTo({ part: 'checklist' })
          }}
        >
          {translate('cancel')}
        </Button>
      </p>
    </form>
  )
}

/** How often, and the rules that follow from it. */
function Timing({ draft, problem }: { draft: { value: OwnDraft }; problem: string | undefined }) {
  const { i18n, translate, plural } = useApp()
  const { repeat, step } = draft.value
  const months = monthNames(i18n).map((name, index) => [String(index + 1), name] as const)
  const isDated = repeat === 'months' || repeat === 'year'
  const names = {
    days: translate('own_repeat_days'),
    weeks: translate('own_repeat_weeks'),
    months: translate('own_repeat_months'),
    year: translate('own_repeat_year'),
    payouts: translate('list_before_payout'),
  }
  return (
    <fieldset>
      <legend id="own-repeat-title">{translate('own_repeat')}</legend>
      <Select
        id="own-repeat"
        aria-labelledby="own-repeat-title"
        value={repeat}
        options={repeats.map((one) => [one, names[one]] as const)}
        onChoose={(repeat) => (draft.value = { ...draft.value, repeat })}
      />
      {repeat === 'months' && (
        <Field
          id="own-step"
          kind="select"
          label={translate('own_months')}
          of={partOf(draft, 'step')}
          options={monthSteps
            .filter((every) => every < 12)
            .map((every) => [String(every), plural('own_months_step', every)] as const)}
        />
      )}
      {isDated && !(repeat === 'months' && step === '1') && (
        <Field
          id="own-month"
          kind="select"
          label={translate(repeat === 'year' ? 'own_month' : 'own_month_first')}
          of={partOf(draft, 'month')}
          options={months}
        />
      )}
      {isDated && (
        <Field
          id={fieldIds.number}
          kind="digits"
          label={translate('own_day')}
          isRequired
          of={partOf(draft, 'day')}
          problem={problem}
        />
      )}
      {(repeat === 'days' || repeat === 'weeks') && (
        <Field
          id={fieldIds.number}
          kind="digits"
          label={translate(repeat === 'days' ? 'own_days' : 'own_weeks')}
          isRequired
          of={partOf(draft, 'count')}
          problem={problem}
        />
      )}
      <Rules of={recurrenceIn(draft.value)} />
    </fieldset>
  )
}

function Rules({ of: recurs }: { of: Recurrence | undefined }) {
  const { overview, translate, plural, day } = useApp()
  const { today, store } = overview
  const first = recurs && firstDue(recurs, today, store.payouts)
  const date = recurs?.kind === 'months' ? recurs : undefined
  return (
    <div role="status" class="soft">
      {date && isSometimesTooShort(date) && (
        <p>{translate(date.every === 12 ? 'own_rule_leap' : 'own_rule_short')}</p>
      )}
      {date && <p>{plural('own_rule_early', earlyDays(date))}</p>}
      {recurs?.kind === 'payouts' && <p>{translate('own_payouts_known')}</p>}
      {recurs && first === undefined && <PayoutDayAsked />}
      {first !== undefined && <p>{translate('own_first', { day: day(first) })}</p>}
    </div>
  )
}
