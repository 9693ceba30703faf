import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { BackupLabel } from '../../domain/stored-data/retention'
import { useApp } from '../../ui/app'
import { BackupTable } from './backups-section'

/** An empty or unreadable storage may be a loss: then the backups are offered, and nothing is done unasked. */
export function LostNotice() {
  const { i18n, session } = useApp()
  const { translate } = i18n
  const backups = useSignal<readonly BackupLabel[]>([])
  useEffect(() => {
    const look = async () => {
      const data = await session.ask('data', null)
      backups.value = data.lost && data.backups !== 'not-possible' ? data.backups : []
    }
    // A new seller has none; and what cannot be asked now is asked in the part about data.
    void look().catch(() => undefined)
  }, [])
  if (backups.value.length === 0) return null
  return (
    <section class="panel" aria-labelledby="lost">
      <h3 id="lost">{translate('lost_title')}</h3>
      <p>{translate('lost_explain')}</p>
      <BackupTable backups={backups.value} />
    </section>
  )
}
