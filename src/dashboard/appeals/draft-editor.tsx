import { useEffect } from 'preact/hooks'
import { type Draft, emptyDraft, hintsFor, type Withheld } from '../../domain/appeals/draft'
import type { DraftId } from '../../domain/ids'
import type { I18n as TextsOf } from '../../i18n/i18n'
import type { LetterText } from '../../i18n/surfaces'
import { Button } from '../../ui/button'
import { tooLongText } from '../../ui/forms/text-problem'
import { InLetterLanguage } from '../../ui/guides/letter-language'
import { List } from '../../ui/list'
import { secretText } from '../../ui/secret-hint'
import { Section } from '../../ui/section'
import { failureText } from '../../ui/snackbar'
import { storeName } from '../../ui/store-label'
import { Loaded, useResource } from '../../ui/use-resource'
import { type I18n, useApp } from '../app/app'
import { saveFile } from '../downloads/save-file'
import { useSubject } from '../navigation/document-title'
import { linkTo } from '../navigation/router'
import { createAutosave } from './autosave'
import { AppealFields } from './draft-fields'
import { appealSections, draftTitle, markdownAppeal, plainAppeal } from './draft-text'
import { AppealVersions } from './draft-versions'
import { createWriting, isStuck, useOpenDrafts, type Writing } from './open-drafts'

/** One draft. It is read once when opened; after that, the page has the current text. */
export function AppealEditor({ id, run }: { id: DraftId; run: string | undefined }) {
  const { session, overview } = useApp()
  const writings = useOpenDrafts()
  const resource = useResource(async (): Promise<Writing> => {
    const left = writings.at(id).value
    if (left?.autosave.isUnsaved()) return left
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
  }, 'once')
  return <Loaded of={resource}>{(writing) => <Editor writing={writing} />}</Loaded>
}

function Editor({ writing }: { writing: Writing }) {
  const { i18n, overview, translate } = useApp()
  const { draft: id, run, autosave } = writing
  const content = writing.content.value
  const writings = useOpenDrafts()
  const heading = useSubject(i18n, draftTitle(content, i18n))
  useEffect(() => {
    writings.at(id).value = writing
    void autosave.flush()
    return () => void autosave.flush()
  }, [])
  const store = overview.stores.find((one) => one.id === writing.store)
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
      <SaveLine writing={writing} />
      <AppealFields key={writing.drawn.value} writing={writing} />
      <Hints draft={content} today={overview.today} />
      <InLetterLanguage id="appeal-language" store={store}>
        {(letters) => (
          <>
            <Preview draft={content} letters={letters} />
            <Hand writing={writing} letters={letters} />
          </>
        )}
      </InLetterLanguage>
      <AppealVersions writing={writing} />
    </div>
  )
}

/** Says whether the text is stored. */
function SaveLine({ writing: { autosave } }: { writing: Writing }) {
  const { i18n, translate, moment, number } = useApp()
  const state = autosave.state.value
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
      {state.kind === 'failed' && <Button onPress={() => autosave.flush()}>{translate('retry')}</Button>}
    </div>
  )
}

/** Names a part of a stored draft that was not stored. */
function withheldText(i18n: I18n, one: Withheld): string {
  const { translate, number } = i18n
  const part =
    one.part === 'title' || one.part === 'reference'
      ? translate(`appeal_${one.part}`)
      : translate(`appeal_part_${one.part}`)
  const why = one.why === 'too-long' ? tooLongText(i18n, one.longest) : secretText(i18n, one.why)
  return one.row === undefined
    ? translate('appeal_withheld', { part, why })
    : translate('appeal_withheld_row', { part, number: number(one.row + 1), why })
}

/** Questions about every draft that only the seller can answer. */
const questions = ['second', 'papers', 'accounts', 'once', 'one-voice'] as const

function Hints({ draft, today }: { draft: Draft; today: string }) {
  const { translate, textOf } = useApp()
  const found = hintsFor(draft, today)
  return (
    <Section class="panel" id="appeal-hints" title={translate('appeal_hints_title')}>
      {found.length === 0 ? (
        <p>{translate('appeal_hints_none')}</p>
      ) : (
        <List class="bullets" of={found.map((hint) => textOf(`appeal_check_${hint}`) ?? hint)} />
      )}
      <p class="soft">{translate('appeal_questions')}</p>
      <List
        class="bullets soft"
        of={questions.map((question) => textOf(`appeal_question_${question}`) ?? question)}
      />
    </Section>
  )
}

function Preview({ draft, letters }: { draft: Draft; letters: TextsOf<LetterText> }) {
  const { translate } = useApp()
  const sections = appealSections(draft, letters)
  return (
    <Section class="panel preview" id="appeal-preview" title={translate('appeal_preview')}>
      {sections.length === 0 && <p>{translate('appeal_preview_empty')}</p>}
      {sections.map(({ heading, lines, isList }) => (
        <div key={heading}>
          <h4 lang={letters.lang}>{heading}</h4>
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
    </Section>
  )
}

/** Buttons to copy, save and print the text. Nightlatch sends nothing. */
function Hand(props: { writing: Writing; letters: TextsOf<LetterText> }) {
  const { writing, letters } = props
  const { autosave, content } = writing
  const { session, overview, translate } = useApp()
  const tell = (text: string) => session.tell({ kind: 'told', text, undo: undefined })
  return (
    <section class="tools" aria-label={translate('appeal_hand')}>
      <Button
        onPress={async () => {
          try {
            await navigator.clipboard.writeText(plainAppeal(content.value, letters))
            tell(translate('appeal_copied'))
          } catch {
            tell(translate('appeal_copy_failed'))
          }
        }}
      >
        {translate('appeal_copy')}
      </Button>
      <Button
        onPress={() => {
          // Only the date: others may see file names.
          const name = `appeal-${overview.today}.md`
          saveFile(name, 'text/markdown', [markdownAppeal(content.value, letters)])
          tell(translate('files_handed_over', { name }))
        }}
      >
        {translate('appeal_markdown')}
      </Button>
      <Button onPress={() => print()}>{translate('appeal_print')}</Button>
      <Button
        onPress={async () => {
          if (!(await autosave.keep())) tell(translate('appeal_unsaved_first'))
          else if (autosave.state.value.kind === 'saved') tell(translate('appeal_kept'))
        }}
      >
        {translate('appeal_keep')}
      </Button>
      <p class="soft">{translate('appeal_keep_hint')}</p>
    </section>
  )
}
