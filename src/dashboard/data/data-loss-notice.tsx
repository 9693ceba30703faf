import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { BackupLabel } from '../../domain/stored-data/retention'
import { Section } from '../../ui/section'
import { useApp } from '../app/app'
import { BackupTable } from './backups-section'

/** Offers the backups if the storage is empty or unreadable, since data may be lost. Restores nothing unasked. */
export function LostNotice() {
  const { session, translate } = useApp()
  const backups = useSignal<readonly BackupLabel[]>([])
  useEffect(() => {
    const look = async () => {
      const data = await session.ask('data', null)
      backups.value = data.lost && data.backups !== 'not-possible' ? data.backups : []
    }
    // A new seller has no backups. If this request fails, the page about data asks again.
    void look().catch(() => undefined)
  }, [])
  if (backups.value.length === 0) return null
  return (
    <Section class="panel" id="lost" title={translate('lost_title')}>
      <p>{translate('lost_explain')}</p>
      <BackupTable backups={backups.value} />
    </Section>
  )
}
