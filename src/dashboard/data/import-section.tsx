import { useSignal } from '@preact/signals'
import type { Brought } from '../../domain/stored-data/giving'
import type {
  Changes,
  Counts,
  ImportMode,
  ImportPreview,
  LeftOut,
  Refusal,
} from '../../domain/stored-data/import-report'
import { snake } from '../../i18n/item-text'
import type { DashboardText } from '../../i18n/surfaces'
import { failureOf } from '../../messages/ask'
import type { ImportedFile } from '../../messages/protocol'
import { Section } from '../../ui/section'
import { failureText } from '../../ui/snackbar'
import { storedNames } from '../../ui/stored-part-name'
import { Table } from '../../ui/table'
import { type I18n, useApp } from '../app/app'
import { changeWhole } from './replace-all'
import { WholeChange } from './replace-all-button'
import { askAbout } from './upload-import'

type Chosen = { source: File; file: ImportedFile; preview: ImportPreview }

/** Asks for the file, shows what it would change, then imports it. */
export function ImportSection() {
  const { i18n, session, translate } = useApp()
  const problem = useSignal('')
  const progress = useSignal<number | undefined>(undefined)
  const chosen = useSignal<Chosen | undefined>(undefined)
  const mode = useSignal<ImportMode>('merge')

  const onProgress = (part: number) => {
    progress.value = part
  }
  const refuse = (why: Refusal | 'unreadable') => {
    chosen.value = undefined
    problem.value = translate('refused_nothing', { reason: refusalText(i18n, why) })
  }

  async function choose(source: File | undefined): Promise<void> {
    problem.value = ''
    chosen.value = undefined
    mode.value = 'merge'
    if (!source) return
    progress.value = 0
    try {
      const answer = await askAbout(
        source,
        session.ask,
        (file) => session.ask('import-preview', file),
        undefined,
        onProgress,
      )
      if ('kind' in answer) refuse(answer.why)
      else if (answer.result.kind === 'refused') refuse(answer.result.why)
      else chosen.value = { source, file: answer.file, preview: answer.result }
    } catch (error) {
      problem.value = translate(failureText[failureOf(error)])
    } finally {
      progress.value = undefined
    }
  }

  async function go({ source, file }: Chosen, change: { id: string; withoutBackup: boolean }): Promise<void> {
    const answer = await askAbout(
      source,
      session.ask,
      (again) => changeWhole(session, i18n, 'import', { ...again, ...change, mode: mode.value }),
      file,
      onProgress,
    ).finally(() => {
      progress.value = undefined
    })
    if ('kind' in answer) refuse(answer.why)
    else if (answer.result.kind === 'refused') refuse(answer.result.why)
    else chosen.value = undefined
  }

  const shown = chosen.value
  const changes = shown && (mode.value === 'replace' ? shown.preview.replace : shown.preview.merge)
  return (
    <Section class="panel" id="import" title={translate('import_title')}>
      <p class="soft">{translate('import_explain')}</p>
      <p class="field">
        <label for="import-file">{translate('import_file')}</label>
        <input
          id="import-file"
          type="file"
          accept=".json,application/json"
          aria-describedby="import-problem"
          onChange={({ currentTarget }) => void choose(currentTarget.files?.[0])}
        />
      </p>
      <p id="import-problem" class="problem" role="alert">
        {problem}
      </p>
      <div role="status">
        {progress.value !== undefined && (
          <>
            <p id="import-reading">{translate('import_reading')}</p>
            <progress aria-labelledby="import-reading" value={progress.value} />
          </>
        )}
        {shown && <p>{translate('import_ready')}</p>}
      </div>
      {shown && changes && (
        <>
          {shown.preview.brings && <Brings brings={shown.preview.brings} />}
          <h4>{translate('import_preview')}</h4>
          <p>{translate('import_made', { day: i18n.day(shown.preview.made) })}</p>
          {!shown.preview.brings && (
            <Modes mode={mode.value} preview={shown.preview} onMode={(value) => (mode.value = value)} />
          )}
          <ChangesTable changes={changes} />
          <Reported preview={shown.preview} />
          {mode.value === 'merge' && shown.preview.mergeIsTooMuch ? (
            <p class="problem">{translate('refused_together')}</p>
          ) : isNothing(changes) ? (
            <p role="status">{translate('import_nothing')}</p>
          ) : (
            <WholeChange
              key={mode.value}
              label={translate('import_go')}
              question={translate(mode.value === 'merge' ? 'import_merge' : 'import_replace')}
              onGo={(change) => go(shown, change)}
            />
          )}
        </>
      )}
    </Section>
  )
}

function refusalText({ translate }: I18n, why: Refusal | 'unreadable'): string {
  return translate(`refused_${snake(why)}`)
}

/** What someone else gave with this file. */
function Brings({ brings }: { brings: Brought }) {
  const { i18n, translate, plural } = useApp()
  const { stores, answers, adapted, own, rows, hasNotes } = brings
  const names = i18n.list(stores.map((name) => name || translate('store_unnamed')))
  return (
    <>
      <h4>{translate('import_brings')}</h4>
      <ul>
        <li>{translate('import_brings_stores', { names })}</li>
        {answers > 0 && <li>{plural('import_brings_answers', answers)}</li>}
        {adapted > 0 && <li>{plural('import_brings_adapted', adapted)}</li>}
        {own > 0 && <li>{plural('import_brings_own', own)}</li>}
        {rows > 0 && <li>{plural('import_brings_records', rows)}</li>}
        {hasNotes && <li>{translate('import_brings_notes')}</li>}
      </ul>
      <p class="soft">{translate('import_brings_explain')}</p>
    </>
  )
}

function Modes(props: { mode: ImportMode; preview: ImportPreview; onMode: (mode: ImportMode) => void }) {
  const { mode, preview, onMode } = props
  const { translate } = useApp()
  const radio = (value: ImportMode) => (
    <p>
      <label>
        <input
          type="radio"
          name="import-mode"
          checked={mode === value}
          disabled={value === 'replace' && !preview.replace}
          onChange={() => onMode(value)}
        />{' '}
        {translate(`import_${value}`)}
      </label>
    </p>
  )
  return (
    <fieldset>
      <legend>{translate('import_mode')}</legend>
      {radio('merge')}
      {radio('replace')}
      {!preview.replace && <p class="soft">{translate('import_no_replace')}</p>}
    </fieldset>
  )
}

function ChangesTable({ changes }: { changes: Changes }) {
  const { i18n, translate, number } = useApp()
  const row = (name: string, { added, changed, removed }: Counts) =>
    [name, name, number(added), number(changed), number(removed)] as const
  return (
    <>
      <Table
        isNamed
        columns={[
          translate('import_about'),
          translate('import_added'),
          translate('import_changed'),
          translate('import_removed'),
        ]}
        rows={[
          ...changes.stores.map((store) => row(storeText(store, i18n), store)),
          row(translate('import_shared'), changes.shared),
          row(translate('nav_journal'), changes.journal),
          row(translate('import_other'), changes.other),
        ]}
      />
      <p>{translate(changes.settings ? 'import_settings_change' : 'import_settings_same')}</p>
    </>
  )
}

function storeText(store: Changes['stores'][number], { translate }: I18n): string {
  const name = store.name || translate('store_unnamed')
  if (store.is === 'added') return translate('import_store_added', { name })
  if (store.is === 'removed') return translate('import_store_removed', { name })
  return store.other === undefined
    ? name
    : translate('import_store_other', { name, other: store.other || translate('store_unnamed') })
}

const leftOutText = {
  notifications: 'import_left_out_notifications',
  'login-pages': 'import_left_out_login_pages',
  pause: 'import_left_out_pause',
  'store-fronts': 'import_left_out_fronts',
} as const satisfies Record<LeftOut, string>

/** The names of settings on the settings page. An unknown setting is shown by its stored name. */
const settingText: Readonly<Record<string, DashboardText>> = {
  quietHours: 'settings_quiet',
  badge: 'settings_badge',
  notifications: 'settings_notifications',
  cardsPerDay: 'settings_caps',
  cardGapHours: 'settings_caps',
  loginHosts: 'settings_login',
  language: 'settings_language',
  letterLanguage: 'letter_language',
  fillLetters: 'letter_fill',
  dateFormat: 'settings_date_format',
  clock: 'settings_clock',
  who: 'journal_who',
}

function settingNames({ translate, list }: I18n, names: readonly string[]): string {
  return list(
    names.map((name) => {
      const text = Object.hasOwn(settingText, name) ? settingText[name] : undefined
      return text === undefined ? name : translate(text)
    }),
  )
}

/** The parts of the file that are not imported, or not shown. */
function Reported({ preview }: { preview: ImportPreview }) {
  const { i18n, translate, plural } = useApp()
  const { unreadable, unknownItems, leftOut, leftOutSettings } = preview
  return (
    <>
      {unreadable.length > 0 && (
        <p class="problem">{translate('import_unreadable', { parts: storedNames(i18n, unreadable) })}</p>
      )}
      {unknownItems.length > 0 && <p>{plural('import_unknown', unknownItems.length)}</p>}
      {leftOut.map((name) => (
        <p key={name}>{translate(leftOutText[name])}</p>
      ))}
      {leftOutSettings.length > 0 && (
        <p>{translate('import_left_out_settings', { names: settingNames(i18n, leftOutSettings) })}</p>
      )}
    </>
  )
}

function isNothing({ stores, shared, journal, other, settings }: Changes): boolean {
  const counts = [...stores, shared, journal, other]
  return (
    !settings &&
    stores.every(({ is }) => is === 'kept') &&
    counts.every(({ added, changed, removed }) => added + changed + removed === 0)
  )
}
