import { useSignal } from '@preact/signals'
import type { Ref } from 'preact'
import { useRef } from 'preact/hooks'
import { failureOf } from '../../messages/ask'
import type { StoredData } from '../../messages/protocol'
import { useApp } from '../../ui/app'
import { failureText } from '../../ui/snackbar'
import { saveFile } from '../downloads/save-file'
import { useFocusKept } from '../focus/keep-focus'
import { AsRead, useReading } from '../loading/use-resource'
import { BackupsSection } from './backups-section'
import { LostNotice } from './data-loss-notice'
import { FilesSection } from './export-section'
import { ImportSection } from './import-section'
import { ResetSection } from './reset-section'
import { partName } from './stored-part-name'

/** All that is stored, in the seller's hands: files, backups, what cannot be read, and starting over. */
export function DataPart() {
  const { session, overview } = useApp()
  // Anew whenever something was changed.
  const reading = useReading(() => session.ask('data', null), [overview])
  return (
    <AsRead reading={reading}>
      {(view) => <AllData view={view} onDeleted={() => void reading.again()} />}
    </AsRead>
  )
}

function AllData({ view, onDeleted }: { view: StoredData; onDeleted: () => void }) {
  const { i18n, overview } = useApp()
  const { translate, plural } = i18n
  const heading = useRef<HTMLHeadingElement>(null)
  // The whole list goes when nothing is left in it.
  useFocusKept(view.unreadable.length, () => heading.current ?? document.querySelector<HTMLElement>('h2'))
  return (
    <>
      <p>{translate('data_explain')}</p>
      <p class="soft">
        {plural('data_kept_chores', view.records)} {plural('data_kept_entries', view.entries)}
      </p>
      {view.lost && <LostNotice />}
      <FilesSection />
      <ImportSection />
      <BackupsSection view={view} onDeleted={onDeleted} />
      {view.unreadable.length > 0 && <Unreadable heading={heading} parts={view.unreadable} />}
      {view.newer.length > 0 && (
        <section class="panel" aria-labelledby="newer">
          <h3 id="newer">{translate('newer_title')}</h3>
          <ul>
            {view.newer.map((key) => (
              <li key={key}>{partName(i18n, overview, key)}</li>
            ))}
          </ul>
        </section>
      )}
      <ResetSection />
    </>
  )
}

function Unreadable(props: { parts: StoredData['unreadable']; heading: Ref<HTMLHeadingElement> }) {
  const { parts, heading } = props
  const { i18n, session, overview } = useApp()
  const { translate, number } = i18n
  const said = useSignal('')
  const nameOf = ({ part: key, aside }: StoredData['unreadable'][number]) => {
    const part = partName(i18n, overview, key)
    if (aside === undefined) return part
    return aside === 1
      ? translate('unreadable_aside', { part })
      : translate('unreadable_aside_again', { part, number: number(aside) })
  }
  /** Told where it stays: this list goes when nothing is left in it. */
  async function done(text: string): Promise<string> {
    await session.read()
    session.tell({ kind: 'told', text, undo: undefined })
    return ''
  }
  async function attempt(task: () => Promise<string>): Promise<void> {
    said.value = ''
    try {
      said.value = await task()
    } catch (error) {
      said.value = translate(failureText[failureOf(error)])
    }
  }
  return (
    <section class="panel" aria-labelledby="unreadable">
      <h3 id="unreadable" ref={heading} tabIndex={-1}>
        {translate('unreadable_title')}
      </h3>
      <p class="soft">{translate('unreadable_explain')}</p>
      <ul>
        {parts.map((one) => {
          const { key, canPutBack, from } = one
          const part = nameOf(one)
          const button = (action: string, press: () => Promise<string>) => (
            <button
              type="button"
              aria-label={translate('unreadable_of', { action, part })}
              onClick={() => void attempt(press)}
            >
              {action}
            </button>
          )
          return (
            <li key={key} class="choice">
              <span>{part}</span>
              {canPutBack &&
                button(translate('unreadable_put_back'), async () => {
                  const isBack = await session.ask('put-back', { id: crypto.randomUUID(), key })
                  if (!isBack) return translate('unreadable_explain')
                  return done(translate('unreadable_put_back_done'))
                })}
              {from &&
                button(translate('unreadable_bring_back', { day: i18n.day(from.day) }), async () => {
                  const about = { id: crypto.randomUUID(), backup: from.id, key: one.part }
                  const isBack = await session.ask('restore-part', about)
                  if (!isBack) return translate('backup_part_refused')
                  return done(translate('unreadable_bring_back_done', { day: i18n.day(from.day) }))
                })}
              {button(translate('unreadable_save'), async () => {
                const { text } = await session.ask('read-raw', { key })
                const name = 'nightlatch-unreadable.json'
                saveFile(name, 'application/json', [text])
                return translate('files_handed_over', { name })
              })}
            </li>
          )
        })}
      </ul>
      <p role="status">{said}</p>
    </section>
  )
}
