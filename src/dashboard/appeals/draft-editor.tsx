import { useEffect } from 'preact/hooks'
import {
  type Draft,
  emptyDraft,
  hintsFor,
  type PromisedMeasure,
  type Withheld,
} from '../../domain/appeals/draft'
import type { DraftId } from '../../domain/ids'
import { withoutCertain } from '../../domain/text/secrets'
import type { I18n } from '../../i18n/i18n'
import { useApp } from '../../ui/app'
import { failureText } from '../../ui/snackbar'
import { storeName } from '../../ui/store-label'
import { saveFile } from '../downloads/save-file'
import { focusInstead } from '../focus/restore-focus'
import { secretText, tooLongText } from '../forms/field'
import { AsRead, useReading } from '../loading/use-resource'
import { useSubject } from '../navigation/document-title'
import { linkTo } from '../navigation/router'
import { createAutosave, type SaveState } from './autosave'
import { AppealFields } from './draft-fields'
import { appealSections, markdownAppeal, plainAppeal } from './draft-text'
import { AppealVersions } from './draft-versions'
import { createWriting, isStuck, useOpenDrafts, type Writing } from './open-drafts'

/** One draft: read once when it is opened, and from then on the page is what counts. */
export function AppealEditor({ id, run }: { id: DraftId; run: string | undefined }) {
  const { session, overview } = useApp()
  const writings = useOpenDrafts()
  const reading = useReading(async (): Promise<Writing> => {
    const unsaved = writings.unsaved(id)
    if (unsaved) return unsaved
    const { drafts } = await session.ask('drafts', null)
    const label = drafts.find((one) => one.id === id)
    const version = label?.versions.at(-1)?.version ?? 1
    const saved = (label && (await session.ask('draft', { draft: id, version }))) ?? undefined
    const { runs } = run === undefined ? { runs: [] } : await session.ask('runs', null)
    const about = runs.find((one) => one.id === run)?.store
    const belongs = saved ? saved.run : run
    const place = {
      draft: id,
      store: saved?.store ?? about ?? overview.store.id,
      ...(belongs === undefined ? {} : { run: belongs }),
    }
    const opened = { version, base: saved?.rev ?? null, ...(saved ? { at: saved.at } : {}) }
    const autosave = createAutosave(place, opened, (argument) => session.ask('save-draft', argument))
    return createWriting(place, saved?.content ?? emptyDraft, autosave)
  }, [])
  return <AsRead reading={reading}>{(writing) => <Editor writing={writing} />}</AsRead>
}

function Editor({ writing }: { writing: Writing }) {
  const { i18n, session, overview } = useApp()
  const { translate } = i18n
  const { draft: id, run, store: storeId, autosave } = writing
  const content = writing.content.value
  const writings = useOpenDrafts()
  const heading = useSubject(i18n, draftTitle(content, i18n))
  useEffect(() => {
    writings.open(writing)
    void autosave.flush()
    return () => void autosave.flush()
  }, [])
  const tell = (text: string, undo?: () => void) => session.tell({ kind: 'told', text, undo })
  const store = overview.stores.find((one) => one.id === storeId)
  return (
    <div class="appeal">
      <p class="back">
        <a href={linkTo({ part: 'appeal' })}>{translate('appeal_all')}</a>{' '}
        {run !== undefined && <a href={linkTo({ part: 'playbooks', run })}>{translate('appeal_run')}</a>}
      </p>
      <h3 ref={heading} tabIndex={-1}>
        {draftTitle(content, i18n)}
      </h3>
      <p class="soft">
        {translate('appeal_editor_explain')}{' '}
        {overview.stores.length > 1 && store && translate('appeal_store', { store: storeName(i18n, store) })}
      </p>
      <SaveLine state={autosave.state.value} onRetry={() => void autosave.flush()} />
      <AppealFields
        key={writing.drawn.value}
        draft={content}
        onChange={writing.change}
        onRemoved={(back) =>
          tell(translate('appeal_row_removed'), () => {
            const now = writings.last(id) ?? writing
            now.put(back(now.content.value))
          })
        }
      >
        {(measure) => (
          <KeepUp
            measure={measure}
            promised={store?.measures?.some((one) => one.id === measure.id) ?? false}
            onPromise={async (every) => {
              await autosave.flush()
              const origin = {
                name: withoutCertain(draftTitle(content, i18n)),
                on: overview.today,
                draft: id,
              }
              const promise = { id: measure.id, title: withoutCertain(measure.what.trim()), every, origin }
              await session.change({ kind: 'measure-promised', measure: promise }, storeId)
            }}
          />
        )}
      </AppealFields>
      <Hints draft={content} today={overview.today} />
      <Preview draft={content} />
      <Hand
        draft={content}
        today={overview.today}
        onTold={tell}
        onKeep={async () => {
          if (!(await autosave.keep())) tell(translate('appeal_unsaved_first'))
          else if (autosave.state.value.kind === 'saved') tell(translate('appeal_kept'))
        }}
      />
      <AppealVersions
        id={id}
        state={autosave.state.value}
        onTake={async (earlier) => {
          await autosave.flush()
          // What cannot be stored would be gone with the text in front of the writer.
          const isKept = !autosave.isUnsaved() && (await autosave.keep())
          if (isKept) writing.put(earlier)
          else tell(translate('appeal_unsaved_first'))
          return isKept
        }}
      />
    </div>
  )
}

/** What the seller calls it. */
export function draftTitle({ title }: Pick<Draft, 'title'>, { translate }: I18n): string {
  return title.trim() || translate('appeal_unnamed')
}

/** Whether the text in front of the seller is stored. */
function SaveLine({ state, onRetry }: { state: SaveState; onRetry: () => void }) {
  const { i18n } = useApp()
  const { translate, moment, number } = i18n
  const isBad = isStuck(state) || state.kind === 'empty'
  const withheld = state.kind === 'saved' ? (state.withheld ?? []) : []
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
      case 'failed':
        return translate('appeal_state_failed', { why: translate(failureText[state.failure]) })
    }
  }
  return (
    <div class={`save-state ${isBad ? 'problem' : 'soft'}`}>
      <div role="status">
        <p>{said()}</p>
        {withheld.map((one) => (
          <p key={`${one.part} ${one.row} ${one.why}`}>{withheldText(i18n, one)}</p>
        ))}
      </div>
      {state.kind === 'failed' && (
        <button type="button" onClick={onRetry}>
          {translate('retry')}
        </button>
      )}
    </div>
  )
}

/** What is not stored of a draft that is. */
function withheldText(i18n: I18n, one: Withheld): string {
  const { translate, number } = i18n
  const labels = {
    title: translate('appeal_title'),
    reference: translate('appeal_reference'),
    happened: translate('appeal_part_happened'),
    cause: translate('appeal_part_cause'),
    done: translate('appeal_part_done'),
    measures: translate('appeal_part_measures'),
    evidence: translate('appeal_part_evidence'),
  }
  const part = labels[one.part]
  const why = one.why === 'too-long' ? tooLongText(i18n, one.longest) : secretText(i18n, one.why)
  return one.row === undefined
    ? translate('appeal_withheld', { part, why })
    : translate('appeal_withheld_row', { part, number: number(one.row + 1), why })
}

/** From a promise to an item that comes back. */
function KeepUp(props: {
  measure: PromisedMeasure
  promised: boolean
  onPromise: (every: number) => Promise<void>
}) {
  const { measure, promised, onPromise } = props
  const { translate } = useApp().i18n
  const { every, what } = measure
  const id = `kept-${measure.id}`
  if (promised)
    return (
      <p id={id} class="soft" tabIndex={-1}>
        {translate('appeal_measure_kept')}{' '}
        <a href={linkTo({ part: 'checklist', item: measure.id })}>{translate('nav_checklist')}</a>
      </p>
    )
  return (
    <button
      type="button"
      disabled={every === '' || what.trim() === ''}
      onClick={async () => {
        if (every === '') return
        await onPromise(every)
        focusInstead(() => document.getElementById(id))
      }}
    >
      {translate('appeal_measure_keep')}
    </button>
  )
}

/** What Nightlatch cannot know, asked of every draft. */
const questions = ['second', 'papers', 'accounts', 'once', 'one-voice'] as const

function Hints({ draft, today }: { draft: Draft; today: string }) {
  const { translate, textOf } = useApp().i18n
  const found = hintsFor(draft, today)
  return (
    <section class="panel" aria-labelledby="appeal-hints">
      <h3 id="appeal-hints">{translate('appeal_hints_title')}</h3>
      {found.length === 0 ? (
        <p>{translate('appeal_hints_none')}</p>
      ) : (
        <ul class="bullets">
          {found.map((hint) => (
            <li key={hint}>{textOf(`appeal_check_${hint}`)}</li>
          ))}
        </ul>
      )}
      <p class="soft">{translate('appeal_questions')}</p>
      <ul class="bullets soft">
        {questions.map((question) => (
          <li key={question}>{textOf(`appeal_question_${question}`)}</li>
        ))}
      </ul>
    </section>
  )
}

function Preview({ draft }: { draft: Draft }) {
  const { i18n } = useApp()
  const sections = appealSections(draft, i18n)
  return (
    <section class="panel preview" aria-labelledby="appeal-preview">
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
function Hand(props: {
  draft: Draft
  today: string
  onTold: (text: string) => void
  onKeep: () => Promise<void>
}) {
  const { draft, today, onTold, onKeep } = props
  const { i18n } = useApp()
  const { translate } = i18n
  return (
    <section class="tools" aria-label={translate('appeal_hand')}>
      <button
        type="button"
        onClick={async () => {
          try {
            await navigator.clipboard.writeText(plainAppeal(draft, i18n))
            onTold(translate('appeal_copied'))
          } catch {
            onTold(translate('appeal_copy_failed'))
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
          onTold(translate('files_handed_over', { name }))
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
    </section>
  )
}
