import { useSignal } from '@preact/signals'
import type { BackupLabel } from '../../domain/stored-data/retention'
import { failureOf } from '../../messages/ask'
import { useApp } from '../../ui/app'
import { failureText } from '../../ui/snackbar'
import { partName } from './stored-part-name'

/** One item, one day of the journal, the settings: out of a backup, while everything else stays. */
export function BackupPart({ backups }: { backups: readonly BackupLabel[] }) {
  const { i18n, session, overview } = useApp()
  const { translate } = i18n
  const backup = useSignal('')
  const part = useSignal('')
  const parts = useSignal<readonly string[] | undefined>(undefined)
  const said = useSignal('')

  async function attempt(task: () => Promise<string>): Promise<void> {
    try {
      said.value = await task()
    } catch (error) {
      said.value = translate(failureText[failureOf(error)])
    }
  }
  const look = (id: string) =>
    attempt(async () => {
      backup.value = id
      parts.value = undefined
      if (id === '') return ''
      const found = await session.ask('backup-parts', { backup: id })
      parts.value = found
      part.value = found[0] ?? ''
      return found.length === 0 ? translate('backup_part_none') : ''
    })
  const bringBack = (label: BackupLabel) =>
    attempt(async () => {
      const key = part.value
      const id = crypto.randomUUID()
      const isBack = await session.ask('restore-part', { id, backup: label.id, key })
      if (!isBack) return translate('backup_part_refused')
      await session.read()
      await look(label.id)
      return translate('unreadable_bring_back_done', { day: i18n.day(label.day) })
    })

  const chosen = backups.find(({ id }) => id === backup.value)
  const shown = parts.value
  return (
    <details>
      <summary>{translate('backup_part_title')}</summary>
      <p class="soft">{translate('backup_part_explain')}</p>
      <p class="choice">
        <label for="part-backup">{translate('backup_part_backup')}</label>
        <select
          id="part-backup"
          value={chosen ? backup.value : ''}
          onChange={({ currentTarget }) => void look(currentTarget.value)}
        >
          <option value="">{translate('backup_part_choose')}</option>
          {backups.map(({ id, at }) => (
            <option key={id} value={id}>
              {i18n.moment(at)}
            </option>
          ))}
        </select>
      </p>
      {chosen && shown && shown.length > 0 && (
        <p class="choice">
          <label for="part-part">{translate('backup_part_part')}</label>
          <select
            id="part-part"
            value={part.value}
            onChange={({ currentTarget }) => {
              part.value = currentTarget.value
            }}
          >
            {shown.map((key) => (
              <option key={key} value={key}>
                {partName(i18n, overview, key)}
              </option>
            ))}
          </select>
          <button type="button" onClick={() => void bringBack(chosen)}>
            {translate('backup_part_go')}
          </button>
        </p>
      )}
      <p role="status">{said}</p>
    </details>
  )
}
