import { useSignal } from '@preact/signals'
import type { BackupLabel } from '../../domain/stored-data/retention'
import { Button } from '../../ui/button'
import { Select } from '../../ui/select'
import { useAction } from '../../ui/use-action'
import { Loaded, useResource } from '../../ui/use-resource'
import { useApp } from '../app/app'
import { partName } from './stored-part-name'

/** Restores one part from a backup, such as an item or a day of the journal. Everything else stays. */
export function BackupPart({ backups }: { backups: readonly BackupLabel[] }) {
  const { translate, moment } = useApp()
  const backup = useSignal('')
  const chosen = backups.find(({ id }) => id === backup.value)
  return (
    <details>
      <summary>{translate('backup_part_title')}</summary>
      <p class="soft">{translate('backup_part_explain')}</p>
      <Select
        id="part-backup"
        label={translate('backup_part_backup')}
        value={chosen ? backup.value : ''}
        options={[
          ['', translate('backup_part_choose')],
          ...backups.map(({ id, at }) => [id, moment(at)] as const),
        ]}
        onChoose={(id) => (backup.value = id)}
      />
      {chosen && <PartsOf key={chosen.id} backup={chosen} />}
    </details>
  )
}

function PartsOf({ backup }: { backup: BackupLabel }) {
  const { i18n, session, overview, translate } = useApp()
  const resource = useResource(() => session.ask('backup-parts', { backup: backup.id }), ['restore-part'])
  const part = useSignal('')
  const { said, act } = useAction()
  const bringBack = (key: string) =>
    act(async () => {
      const isBack = await session.ask('restore-part', { id: crypto.randomUUID(), backup: backup.id, key })
      if (!isBack) return translate('backup_part_refused')
      return translate('unreadable_bring_back_done', { day: i18n.day(backup.day) })
    })
  return (
    <Loaded of={resource}>
      {(parts) => {
        const chosen = parts.find((key) => key === part.value) ?? parts[0]
        return (
          <>
            {chosen !== undefined && (
              <p class="choice">
                <label for="part-part">{translate('backup_part_part')}</label>
                <Select
                  id="part-part"
                  value={chosen}
                  options={parts.map((key) => [key, partName(i18n, overview, key)])}
                  onChoose={(key) => (part.value = key)}
                />
                <Button onPress={() => bringBack(chosen)}>{translate('backup_part_go')}</Button>
              </p>
            )}
            <p role="status">{said.value || (chosen === undefined && translate('backup_part_none'))}</p>
          </>
        )
      }}
    </Loaded>
  )
}
