import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import { longestName, paceBounds } from '../domain/answer'
import type { StoreId } from '../domain/checklist'
import {
  type Draft,
  type DraftId,
  type DraftLabel,
  emptyDraft,
  hintsFor,
  longestLine,
  longestPart,
  longestTitle,
  mostLines,
  type PromisedMeasure,
  type SavedDraft,
} from '../domain/draft'
import { longestMeasure, type MeasureId } from '../domain/measure'
import type { Overview } from '../domain/overview'
import type { I18n, MessageName } from '../platform/i18n'
import { failureText } from '../ui/notice-line'
import type { Session } from '../ui/session'
import { storeName } from '../ui/store-names'
import { appealSections, markdownAppeal, plainAppeal } from './appeal-text'
import { createAutosave, type SaveState } from './autosave'
import { noteProblemText } from './field'
import { AsRead, useReading } from './loaded'
import { plain } from './plain'
import { saveFile } from './save-file'

type Shown = { overview: Overview; session: Session; i18n: I18n }
type Opened = { saved: SavedDraft | undefined; version: number; store: StoreId }

/** One draft: read once when it is opened, and from then on the page is what counts. */
export function AppealEditor(props: Shown & { id: DraftId; run: string | undefined }) {
  const { id, run, overview, session, i18n } = props
  const reading = useReading(async (): Promise<Opened> => {
    const { drafts } = await session.ask('drafts', null)
    const label = drafts.find((one) => one.id === id)
    const version = label?.versions.at(-1)?.version ?? 1
    const saved = (label && (await session.ask('draft', { draft: id, version }))) ?? undefined
    const { runs } = run === undefined ? { runs: [] } : await session.ask('runs', null)
    const about = runs.find((one) => one.id === run)?.store
    return { saved, version, store: saved?.store ?? about ?? overview.store.id }
  }, [])
  return (
    <AsRead reading={reading} i18n={i18n}>
      {(opened) => <Writing {...props} opened={opened} />}
    </AsRead>
  )
}

function Writing(props: Shown & { id: DraftId; run: string | undefined; opened: Opened }) {
  const { id, run, opened, overview, session, i18n } = props
  const { translate } = i18n
  const { saved, version, store: storeId } = opened
  const belongs = saved ? saved.run : run
  const draft = useSignal<Draft>(saved?.content ?? emptyDraft)
  /** Earlier versions that were taken up: their fields are drawn anew. */
  const taken = useSignal(0)
  const autosave = useMemo(
    () =>
      createAutosave(
        { draft: id, store: storeId, ...(belongs === undefined ? {} : { run: belongs }) },
        { version, base: saved?.rev ?? null, ...(saved ? { at: saved.at } : {}) },
        (argument) => session.ask('save-draft', argument),
      ),
    [],
  )
  useEffect(() => {
    const away = () => {
      if (document.visibilityState === 'hidden') void autosave.flush()
    }
    const stay = (event: BeforeUnloadEvent) => {
      void autosave.flush()
      if (autosave.isUnsaved()) event.preventDefault()
    }
    document.addEventListener('visibilitychange', away)
    addEventListener('beforeunload', stay)
    return () => {
      document.removeEventListener('visibilitychange', away)
      removeEventListener('beforeunload', stay)
      void autosave.flush()
    }
  }, [])
  const set = (change: Partial<Draft>) => {
    draft.value = { ...draft.value, ...change }
    autosave.change(draft.value)
  }
  const store = overview.stores.find((one) => one.id === storeId)
  const content = draft.value
  return (
    <div class="appeal">
      <p class="back">
        <a href="#/appeal">{translate('appeal_all')}</a>{' '}
        {belongs !== undefined && <a href={`#/playbook/${belongs}`}>{translate('appeal_run')}</a>}
      </p>
      <p class="soft explain">
        {translate('appeal_editor_explain')}{' '}
        {overview.stores.length > 1 && store && translate('appeal_store', { store: storeName(i18n, store) })}
      </p>
      <SaveLine state={autosave.state.value} i18n={i18n} onRetry={() => void autosave.flush()} />
      <Parts key={taken.value} draft={content} i18n={i18n} onChange={set}>
        {(measure) => (
          <KeepUp
            measure={measure}
            promised={store?.measures?.some((one) => one.id === measure.id) ?? false}
            i18n={i18n}
            onPromise={async (every) => {
              await autosave.flush()
              const name = content.title.trim() || translate('appeal_unnamed')
              const origin = { name, on: overview.today, draft: id }
              const promise = { id: measure.id, title: measure.what.trim(), every, origin }
              await session.change({ kind: 'measure-promised', measure: promise }, storeId)
            }}
          />
        )}
      </Parts>
      <Hints draft={content} today={overview.today} i18n={i18n} />
      <Preview draft={content} i18n={i18n} />
      <Hand
        draft={content}
        today={overview.today}
        i18n={i18n}
        onKeep={async () => {
          const isKept = (await autosave.keep()) && autosave.state.value.kind === 'saved'
          if (isKept) session.tell({ kind: 'told', text: translate('appeal_kept'), undo: undefined })
        }}
      />
      <Versions
        id={id}
        state={autosave.state.value}
        session={session}
        i18n={i18n}
        onTake={async (earlier) => {
          if (!(await autosave.keep())) return
          set(earlier)
          taken.value += 1
        }}
      />
    </div>
  )
}

/** Whether the text in front of the seller is stored. */
function SaveLine({ state, i18n, onRetry }: { state: SaveState; i18n: I18n; onRetry: () => void }) {
  const { translate, moment, number } = i18n
  const isBad = state.kind === 'failed' || state.kind === 'secret' || state.kind === 'empty'
  function said(): string {
    switch (state.kind) {
      case 'new':
        return translate('appeal_state_new')
      case 'waiting':
      case 'saving':
        return translate('appeal_state_saving')
      case 'saved':
        return translate(state.beside ? 'appeal_state_beside' : 'appeal_state_saved', {
          time: moment(state.at),
          version: number(state.version),
        })
      case 'empty':
        return translate('appeal_state_empty')
      case 'secret':
        return translate('appeal_state_secret', { why: noteProblemText(i18n, state.what) })
      case 'failed':
        return translate('appeal_state_failed', { why: translate(failureText[state.failure]) })
    }
  }
  return (
    <p class={`save-state ${isBad ? 'problem' : 'soft'}`}>
      <span role="status">{said()}</span>{' '}
      {state.kind === 'failed' && (
        <button type="button" onClick={onRetry}>
          {translate('retry')}
        </button>
      )}
    </p>
  )
}

function Parts(props: {
  draft: Draft
  i18n: I18n
  onChange: (change: Partial<Draft>) => void
  children: (measure: PromisedMeasure) => ComponentChildren
}) {
  const { draft, i18n, onChange, children } = props
  const { translate } = i18n
  return (
    <>
      <Line
        id="appeal-title"
        label={translate('appeal_title')}
        longest={longestTitle}
        value={draft.title}
        onChange={(title) => onChange({ title })}
      />
      <div class="entry">
        <DayField
          id="appeal-noticed"
          label={translate('appeal_noticed')}
          value={draft.noticed}
          onChange={(noticed) => onChange({ noticed })}
        />
        <Line
          id="appeal-reference"
          label={translate('appeal_reference')}
          longest={longestLine}
          value={draft.reference}
          onChange={(reference) => onChange({ reference })}
        />
      </div>
      <Words
        id="appeal-happened"
        label={translate('appeal_part_happened')}
        hint={translate('appeal_hint_happened')}
        value={draft.happened}
        onChange={(happened) => onChange({ happened })}
      />
      <Words
        id="appeal-cause"
        label={translate('appeal_part_cause')}
        hint={translate('appeal_hint_cause')}
        value={draft.cause}
        onChange={(cause) => onChange({ cause })}
      />
      <Rows
        id="appeal-done"
        title={translate('appeal_part_done')}
        hint={translate('appeal_hint_done')}
        add={translate('appeal_add_done')}
        rows={draft.done}
        make={() => ({ what: '', on: '' })}
        i18n={i18n}
        onChange={(done) => onChange({ done })}
      >
        {(row, id, put) => (
          <>
            <Line
              id={`${id}-what`}
              label={translate('appeal_done_what')}
              longest={longestLine}
              value={row.what}
              onChange={(what) => put({ ...row, what })}
            />
            <DayField
              id={`${id}-on`}
              label={translate('appeal_done_on')}
              value={row.on}
              onChange={(on) => put({ ...row, on })}
            />
          </>
        )}
      </Rows>
      <Rows
        id="appeal-measures"
        title={translate('appeal_part_measures')}
        hint={translate('appeal_hint_measures')}
        add={translate('appeal_add_measure')}
        rows={draft.measures}
        make={(): PromisedMeasure => ({ id: newMeasureId(), what: '', who: '', every: '' })}
        i18n={i18n}
        onChange={(measures) => onChange({ measures })}
      >
        {(row, id, put) => (
          <>
            <Line
              id={`${id}-what`}
              label={translate('appeal_measure_what')}
              longest={longestMeasure}
              value={row.what}
              onChange={(what) => put({ ...row, what })}
            />
            <Line
              id={`${id}-who`}
              label={translate('appeal_measure_who')}
              longest={longestName}
              value={row.who}
              onChange={(who) => put({ ...row, who })}
            />
            <Interval
              id={`${id}-every`}
              value={row.every}
              i18n={i18n}
              onChange={(every) => put({ ...row, every })}
            />
            {children(row)}
          </>
        )}
      </Rows>
      <Rows
        id="appeal-evidence"
        title={translate('appeal_part_evidence')}
        hint={translate('appeal_hint_evidence')}
        add={translate('appeal_add_evidence')}
        rows={draft.evidence}
        make={() => ({ name: '', on: '' })}
        i18n={i18n}
        onChange={(evidence) => onChange({ evidence })}
      >
        {(row, id, put) => (
          <>
            <Line
              id={`${id}-name`}
              label={translate('appeal_evidence_name')}
              longest={longestLine}
              value={row.name}
              onChange={(name) => put({ ...row, name })}
            />
            <DayField
              id={`${id}-on`}
              label={translate('appeal_evidence_on')}
              value={row.on}
              onChange={(on) => put({ ...row, on })}
            />
          </>
        )}
      </Rows>
    </>
  )
}

function newMeasureId(): MeasureId {
  return `own-${crypto.randomUUID().slice(0, 8)}`
}

type Field<T> = { id: string; label: string; value: T; onChange: (value: T) => void }

function Line({ id, label, value, longest, onChange }: Field<string> & { longest: number }) {
  return (
    <div class="field grow">
      <label for={id}>{label}</label>
      <input
        id={id}
        autocomplete="off"
        maxLength={longest}
        value={value}
        onInput={({ currentTarget }) => onChange(plain(currentTarget.value))}
      />
    </div>
  )
}

function DayField({ id, label, value, onChange }: Field<string>) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="date"
        max="9999-12-31"
        value={value}
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
      />
    </div>
  )
}

function Words({ id, label, hint, value, onChange }: Field<string> & { hint: string }) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <p id={`${id}-hint`} class="soft">
        {hint}
      </p>
      <textarea
        id={id}
        rows={5}
        aria-describedby={`${id}-hint`}
        maxLength={longestPart}
        value={value}
        onInput={({ currentTarget }) => onChange(plain(currentTarget.value))}
      />
    </div>
  )
}

/** Days between two checks; what is no such number stays in the field and is told, and counts as not said. */
function Interval(props: {
  id: string
  value: number | ''
  i18n: I18n
  onChange: (value: number | '') => void
}) {
  const { id, value, i18n, onChange } = props
  const { translate, number } = i18n
  const typed = useSignal(String(value))
  const { least, most } = paceBounds
  const days = Number(typed.value)
  const isSound = Number.isInteger(days) && days >= least && days <= most
  const isBad = typed.value.trim() !== '' && !isSound
  return (
    <div class="field">
      <label for={id}>{translate('measure_every')}</label>
      <input
        id={id}
        class="digits"
        inputMode="numeric"
        aria-describedby={`${id}-help`}
        aria-invalid={isBad}
        value={typed.value}
        onInput={({ currentTarget }) => {
          typed.value = currentTarget.value
          const next = Number(typed.value)
          const fits = Number.isInteger(next) && next >= least && next <= most
          onChange(fits && typed.value.trim() !== '' ? next : '')
        }}
      />
      <p id={`${id}-help`} class="problem" role="alert">
        {isBad && translate('measure_every_bad', { least: number(least), most: number(most) })}
      </p>
    </div>
  )
}

function Rows<T>(props: {
  id: string
  title: string
  hint: string
  add: string
  rows: readonly T[]
  make: () => T
  i18n: I18n
  onChange: (rows: readonly T[]) => void
  children: (row: T, id: string, put: (row: T) => void) => ComponentChildren
}) {
  const { id, title, hint, add, rows, make, i18n, onChange, children } = props
  const { translate, number } = i18n
  // What is typed in a row belongs to it, also when one before it goes.
  const keys = useRef<number[]>([])
  const made = useRef(0)
  while (keys.current.length < rows.length) {
    made.current += 1
    keys.current.push(made.current)
  }
  keys.current.length = rows.length
  return (
    <fieldset class="rows-of">
      <legend>{title}</legend>
      <p class="soft">{hint}</p>
      {rows.map((row, index) => (
        <div key={keys.current[index]} class="entry row-of">
          {children(row, `${id}-${keys.current[index]}`, (changed) =>
            onChange(rows.map((one, at) => (at === index ? changed : one))),
          )}
          <button
            type="button"
            aria-label={translate('appeal_row_remove', { part: title, number: number(index + 1) })}
            onClick={() => {
              keys.current = keys.current.filter((_, at) => at !== index)
              onChange(rows.filter((_, at) => at !== index))
            }}
          >
            {translate('register_remove')}
          </button>
        </div>
      ))}
      {rows.length < mostLines && (
        <button type="button" onClick={() => onChange([...rows, make()])}>
          {add}
        </button>
      )}
    </fieldset>
  )
}

/** From a promise to a chore that comes back. */
function KeepUp(props: {
  measure: PromisedMeasure
  promised: boolean
  i18n: I18n
  onPromise: (every: number) => Promise<void>
}) {
  const { measure, promised, i18n, onPromise } = props
  const { translate } = i18n
  const { id, every, what } = measure
  if (promised)
    return (
      <p class="soft">
        {translate('appeal_measure_kept')} <a href={`#/item/${id}`}>{translate('nav_checklist')}</a>
      </p>
    )
  return (
    <button
      type="button"
      disabled={every === '' || what.trim() === ''}
      onClick={() => {
        if (every !== '') void onPromise(every)
      }}
    >
      {translate('appeal_measure_keep')}
    </button>
  )
}

/** How many of the standing questions there are. */
const questions = ['second', 'papers', 'accounts', 'once', 'one-voice'] as const

function Hints({ draft, today, i18n }: { draft: Draft; today: string; i18n: I18n }) {
  const { translate } = i18n
  const anyText = (name: string) =>
    (translate as (name: MessageName) => string)(name.replaceAll('-', '_') as MessageName)
  const found = hintsFor(draft, today)
  return (
    <section class="store-form hints" aria-labelledby="appeal-hints">
      <h3 id="appeal-hints">{translate('appeal_hints_title')}</h3>
      {found.length === 0 ? (
        <p>{translate('appeal_hints_none')}</p>
      ) : (
        <ul class="bullets">
          {found.map((hint) => (
            <li key={hint}>{anyText(`appeal_check_${hint}`)}</li>
          ))}
        </ul>
      )}
      <p class="soft">{translate('appeal_questions')}</p>
      <ul class="bullets soft">
        {questions.map((question) => (
          <li key={question}>{anyText(`appeal_question_${question}`)}</li>
        ))}
      </ul>
    </section>
  )
}

function Preview({ draft, i18n }: { draft: Draft; i18n: I18n }) {
  const sections = appealSections(draft, i18n)
  return (
    <section class="store-form preview" aria-labelledby="appeal-preview">
      <h3 id="appeal-preview">{i18n.translate('appeal_preview')}</h3>
      {sections.length === 0 && <p>{i18n.translate('appeal_preview_empty')}</p>}
      {sections.map(({ heading, lines, isList }) => (
        <div key={heading}>
          <h4>{heading}</h4>
          {isList ? (
            <ol>
              {lines.map((line, index) => (
                <li key={index}>{line}</li>
              ))}
            </ol>
          ) : (
            lines.map((line, index) => <p key={index}>{line}</p>)
          )}
        </div>
      ))}
    </section>
  )
}

/** What can be done with it. Nightlatch sends nothing. */
function Hand(props: { draft: Draft; today: string; i18n: I18n; onKeep: () => Promise<void> }) {
  const { draft, today, i18n, onKeep } = props
  const { translate } = i18n
  const said = useSignal('')
  return (
    <section class="tools hand" aria-label={translate('appeal_hand')}>
      <button
        type="button"
        onClick={async () => {
          try {
            await navigator.clipboard.writeText(plainAppeal(draft, i18n))
            said.value = translate('appeal_copied')
          } catch {
            said.value = translate('appeal_copy_failed')
          }
        }}
      >
        {translate('appeal_copy')}
      </button>
      <button
        type="button"
        onClick={() => {
          // The date alone: file names are seen by others.
          const name = `appeal-${today}.md`
          saveFile(name, 'text/markdown', [markdownAppeal(draft, i18n)])
          said.value = translate('files_saved', { name })
        }}
      >
        {translate('appeal_markdown')}
      </button>
      <button type="button" onClick={() => print()}>
        {translate('appeal_print')}
      </button>
      <button type="button" onClick={() => void onKeep()}>
        {translate('appeal_keep')}
      </button>
      <p class="soft">{translate('appeal_keep_hint')}</p>
      <p role="status">{said}</p>
    </section>
  )
}

/** Earlier versions, to look at and to go on from. */
function Versions(props: {
  id: DraftId
  state: SaveState
  session: Session
  i18n: I18n
  onTake: (draft: Draft) => Promise<void>
}) {
  const { id, state, session, i18n, onTake } = props
  const { translate, number, moment } = i18n
  const versions = useSignal<DraftLabel['versions']>([])
  const shown = useSignal<{ version: number; draft: Draft } | 'could-not-read' | undefined>(undefined)
  useEffect(() => {
    if (state.kind !== 'saved') return
    session.ask('drafts', null).then(
      ({ drafts }) => {
        versions.value = drafts.find((one) => one.id === id)?.versions ?? []
      },
      () => undefined,
    )
  }, [state])
  if (versions.value.length < 2) return null
  const view = shown.value
  return (
    <section class="store-form versions" aria-labelledby="appeal-versions">
      <h3 id="appeal-versions">{translate('appeal_versions_title')}</h3>
      <ul>
        {versions.value.map(({ version, at }) => {
          const name = translate('appeal_version', { number: number(version), time: moment(at) })
          return (
            <li key={version} class="choice">
              <span>{name}</span>
              <button
                type="button"
                aria-label={translate('appeal_version_show_named', { version: name })}
                onClick={async () => {
                  const found = await session.ask('draft', { draft: id, version }).catch(() => null)
                  shown.value = found ? { version, draft: found.content } : 'could-not-read'
                }}
              >
                {translate('appeal_version_show')}
              </button>
            </li>
          )
        })}
      </ul>
      {view === 'could-not-read' && <p role="alert">{translate('popup_could_not_read')}</p>}
      {typeof view === 'object' && (
        <>
          <h4>{translate('appeal_version_title', { number: number(view.version) })}</h4>
          <p class="note">{plainAppeal(view.draft, i18n)}</p>
          <p class="answers">
            <button
              type="button"
              onClick={async () => {
                await onTake(view.draft)
                shown.value = undefined
              }}
            >
              {translate('appeal_version_take')}
            </button>
          </p>
        </>
      )}
    </section>
  )
}
