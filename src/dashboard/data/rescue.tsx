import { useSignal } from '@preact/signals'
import type { BackupLabel } from '../../domain/stored-data/retention'
import { failureOf } from '../../messages/ask'
import { useApp } from '../../ui/app'
import { failureText } from '../../ui/snackbar'
import { saveFile } from '../downloads/save-file'
import { Loaded } from '../loading/use-resource'
import { BackupTable } from './backups-section'

/** "Your data" without the checklist: the raw file and the backups, each of which needs nothing of the other. */
export function Rescue() {
  const { i18n, session } = useApp()
  const { translate, plural } = i18n
  const said = useSignal('')
  async function saveRaw(): Promise<void> {
    said.value = translate('files_working')
    try {
      const { text, missing } = await session.ask('raw', null)
      saveFile('nightlatch-raw.json', 'application/json', [text])
      said.value = missing > 0 ? plural('rescue_missing', missing) : ''
    } catch (error) {
      const failure = failureOf(error)
      said.value = translate(failure === 'could-not-read' ? 'rescue_nothing' : failureText[failure])
    }
  }
  return (
    <>
      <p>{translate('rescue_explain')}</p>
      <p>
        <button type="button" onClick={() => void saveRaw()}>
          {translate('rescue_raw')}
        </button>
      </p>
      <p role="status">{said}</p>
      <section class="panel" aria-labelledby="backups">
        <h3 id="backups">{translate('backups_title')}</h3>
        <Loaded load={() => session.ask('backups', null)} on={[]}>
          {(backups) => <SavedBackups backups={backups} />}
        </Loaded>
      </section>
    </>
  )
}

function SavedBackups({ backups }: { backups: readonly BackupLabel[] | 'not-possible' }) {
  const { i18n, session } = useApp()
  const { translate } = i18n
  const said = useSignal('')
  if (backups === 'not-possible') return <p class="problem">{translate('backups_not_possible')}</p>
  if (backups.length === 0) return <p>{translate('backups_none')}</p>
  async function save({ id, day }: BackupLabel): Promise<void> {
    try {
      const { text } = await session.ask('backup-file', { backup: id })
      saveFile(`nightlatch-backup-${day}.json`, 'application/json', [text])
      said.value = ''
    } catch (error) {
      said.value = translate(failureText[failureOf(error)])
    }
  }
  return (
    <>
      <ul>
        {backups.map((backup) => {
          const when = i18n.moment(backup.at)
          return (
            <li key={backup.id} class="choice">
              <span>{when}</span>
              <button
                type="button"
                aria-label={translate('unreadable_of', { action: translate('unreadable_save'), part: when })}
                onClick={() => void save(backup)}
              >
                {translate('unreadable_save')}
              </button>
            </li>
          )
        })}
      </ul>
      <BackupTable backups={backups} />
      <p role="status">{said}</p>
    </>
  )
}
