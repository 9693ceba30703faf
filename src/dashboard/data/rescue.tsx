import type { BackupLabel } from '../../domain/stored-data/retention'
import { Button } from '../../ui/button'
import { Section } from '../../ui/section'
import { useAction } from '../../ui/use-action'
import { Loaded, useResource } from '../../ui/use-resource'
import { useApp } from '../app/app'
import { saveFile } from '../downloads/save-file'
import { BackupTable } from './backups-section'

/** "Your data" without the checklist. The raw file and the backups work independently. */
export function Rescue() {
  const { session, translate, plural } = useApp()
  const resource = useResource(() => session.ask('backups', null))
  const { said, act } = useAction()
  async function saveRaw(): Promise<string> {
    const { text, missing } = await session.ask('raw', null)
    saveFile('nightlatch-raw.json', 'application/json', [text])
    return missing > 0 ? plural('rescue_missing', missing) : ''
  }
  const words = {
    meanwhile: translate('files_working'),
    failed: { 'could-not-read': translate('rescue_nothing') },
  }
  return (
    <>
      <p>{translate('rescue_explain')}</p>
      <p>
        <Button onPress={() => act(saveRaw, words)}>{translate('rescue_raw')}</Button>
      </p>
      <p role="status">{said}</p>
      <Section class="panel" id="backups" title={translate('backups_title')}>
        <Loaded of={resource}>{(backups) => <SavedBackups backups={backups} />}</Loaded>
      </Section>
    </>
  )
}

function SavedBackups({ backups }: { backups: readonly BackupLabel[] | 'not-possible' }) {
  const { i18n, session, translate } = useApp()
  const { said, act } = useAction()
  if (backups === 'not-possible') return <p class="problem">{translate('backups_not_possible')}</p>
  if (backups.length === 0) return <p>{translate('backups_none')}</p>
  async function save({ id, day }: BackupLabel): Promise<string> {
    const { text } = await session.ask('backup-file', { backup: id })
    saveFile(`nightlatch-backup-${day}.json`, 'application/json', [text])
    return ''
  }
  return (
    <>
      <ul>
        {backups.map((backup) => {
          const when = i18n.moment(backup.at)
          return (
            <li key={backup.id} class="choice">
              <span>{when}</span>
              <Button
                aria-label={translate('unreadable_of', { action: translate('unreadable_save'), part: when })}
                onPress={() => act(() => save(backup))}
              >
                {translate('unreadable_save')}
              </Button>
            </li>
          )
        })}
      </ul>
      <BackupTable backups={backups} />
      <p role="status">{said}</p>
    </>
  )
}
