import type { I18n } from '../platform/i18n'
import { NoticeLine } from '../ui/notice-line'
import type { Session } from '../ui/session'
import { StatePage } from '../ui/state-page'
import { StorageNotice } from '../ui/storage-notice'
import { StoreSwitch } from '../ui/store-switch'
import { ChecklistPart } from './checklist'
import { DataPart } from './data'
import { JournalPart } from './journal'
import { LostNotice } from './lost'
import { ReportPart } from './report'
import { type Part, parts, watchRoute } from './route'
import { SettingsPart } from './settings'
import { StoresPart } from './stores'
import { Welcome } from './welcome'

const route = watchRoute()

export function Dashboard({ session, i18n }: { session: Session; i18n: I18n }) {
  const view = session.view.value
  if (view.kind !== 'read') return <StatePage session={session} i18n={i18n} />
  const { overview } = view
  const { translate, plural, number } = i18n
  const { part, item } = route.value
  if (part === 'welcome') return <Welcome overview={overview} session={session} i18n={i18n} />
  const title = {
    checklist: translate('nav_checklist'),
    journal: translate('nav_journal'),
    stores: translate('nav_stores'),
    settings: translate('nav_settings'),
    data: translate('nav_data'),
    report: translate('nav_report'),
  } satisfies Record<Part, string>
  const { upToDate, total } = overview.progress
  const isLost = overview.storage?.empty || overview.storage?.unreadable.includes('stores')
  return (
    <>
      <header>
        <h1>{translate('dashboard_title')}</h1>
        <p>
          {overview.counted === 0
            ? translate('popup_nothing_waits')
            : plural('popup_waiting', overview.counted)}
        </p>
        <p class="soft">{translate('popup_progress', { done: number(upToDate), total: number(total) })}</p>
        <StoreSwitch overview={overview} session={session} i18n={i18n} />
        <nav aria-label={translate('nav_label')}>
          {parts.map((one) => (
            <a key={one} href={`#/${one}`} aria-current={one === part ? 'page' : undefined}>
              {title[one]}
            </a>
          ))}
        </nav>
      </header>
      <main>
        <h2 class="visually-hidden">{title[part]}</h2>
        <StorageNotice overview={overview} i18n={i18n}>
          {part !== 'data' && <a href="#/data">{translate('storage_open_data')}</a>}
        </StorageNotice>
        {isLost && part !== 'data' && <LostNotice session={session} i18n={i18n} />}
        {part === 'checklist' && (
          <ChecklistPart overview={overview} session={session} i18n={i18n} item={item} />
        )}
        {part === 'journal' && <JournalPart overview={overview} session={session} i18n={i18n} />}
        {part === 'settings' && <SettingsPart settings={overview.settings} session={session} i18n={i18n} />}
        {part === 'data' && <DataPart overview={overview} session={session} i18n={i18n} />}
        {part === 'report' && <ReportPart overview={overview} session={session} i18n={i18n} />}
        {part === 'stores' && <StoresPart overview={overview} session={session} i18n={i18n} />}
      </main>
      <NoticeLine session={session} i18n={i18n} />
    </>
  )
}
