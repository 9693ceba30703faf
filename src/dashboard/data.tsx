import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Overview } from '../domain/overview'
import { AskError } from '../messages/ask'
import type { StoredData } from '../messages/protocol'
import type { I18n } from '../platform/i18n'
import { failureText } from '../ui/notice-line'
import type { Session } from '../ui/session'
import { BackupsSection } from './backups'
import { FilesSection } from './files'
import { ImportSection } from './import'
import { LostNotice } from './lost'
import { partName } from './part-name'
import { ResetSection } from './reset'
import { saveFile } from './save-file'

type Shown = { overview: Overview; session: Session; i18n: I18n }

/** All that is stored, in the seller's hands: files, backups, what cannot be read, and starting over. */
export function DataPart({ overview, session, i18n }: Shown) {
  const { translate, plural } = i18n
  const data = useSignal<StoredData | 'could-not-read' | undefined>(undefined)
  const load = async () => {
    try {
      data.value = await session.ask('data', null)
    } catch {
      data.value = 'could-not-read'
    }
  }
  // Anew whenever something was changed.
  useEffect(() => void load(), [overview])

  const view = data.value
  if (view === undefined) return <p aria-busy="true">{translate('popup_reading')}</p>
  if (view === 'could-not-read') {
    return (
      <>
        <p role="alert">{translate('popup_could_not_read')}</p>
        <button type="button" onClick={() => void load()}>
          {translate('retry')}
        </button>
      </>
    )
  }
  return (
    <>
      <p>{translate('data_explain')}</p>
      <p class="soft">
        {plural('data_kept_chores', view.records)} {plural('data_kept_entries', view.entries)}
      </p>
      {view.lost && <LostNotice session={session} i18n={i18n} />}
      <FilesSection overview={overview} session={session} i18n={i18n} />
      <ImportSection session={session} i18n={i18n} />
      <BackupsSection
        backups={view.backups}
        overview={overview}
        session={session}
        i18n={i18n}
        onDeleted={() => void load()}
      />
      {view.unreadable.length > 0 && (
        <Unreadable
          parts={view.unreadable}
          session={session}
          i18n={i18n}
          onPutBack={() => void session.read()}
        />
      )}
      {view.newer.length > 0 && (
        <section class="store-form" aria-labelledby="newer">
          <h3 id="newer">{translate('newer_title')}</h3>
          <ul>
            {view.newer.map((key) => (
              <li key={key}>{partName(i18n, key)}</li>
            ))}
          </ul>
        </section>
      )}
      <ResetSection overview={overview} session={session} i18n={i18n} />
    </>
  )
}

function Unreadable(props: {
  parts: StoredData['unreadable']
  session: Session
  i18n: I18n
  onPutBack: () => void
}) {
  const { parts, session, i18n, onPutBack } = props
  const { translate } = i18n
  const said = useSignal('')
  async function attempt(task: () => Promise<void>): Promise<void> {
    said.value = ''
    try {
      await task()
    } catch (error) {
      said.value = translate(failureText[error instanceof AskError ? error.failure : 'unexpected'])
    }
  }
  return (
    <section class="store-form" aria-labelledby="unreadable">
      <h3 id="unreadable">{translate('unreadable_title')}</h3>
      <p class="soft">{translate('unreadable_explain')}</p>
      <ul>
        {parts.map(({ key, canPutBack }) => {
          const part = partName(i18n, key)
          return (
            <li key={key} class="choice">
              <span>{part}</span>
              {canPutBack && (
                <button
                  type="button"
                  aria-label={translate('unreadable_of', { action: translate('unreadable_put_back'), part })}
                  onClick={() =>
                    void attempt(async () => {
                      const isBack = await session.ask('put-back', { id: crypto.randomUUID(), key })
                      said.value = translate(isBack ? 'unreadable_put_back_done' : 'unreadable_explain')
                      onPutBack()
                    })
                  }
                >
                  {translate('unreadable_put_back')}
                </button>
              )}
              <button
                type="button"
                aria-label={translate('unreadable_of', { action: translate('unreadable_save'), part })}
                onClick={() =>
                  void attempt(async () => {
                    const { text } = await session.ask('read-raw', { key })
                    saveFile('nightlatch-unreadable.json', 'application/json', [text])
                  })
                }
              >
                {translate('unreadable_save')}
              </button>
            </li>
          )
        })}
      </ul>
      <p role="status">{said}</p>
    </section>
  )
}
