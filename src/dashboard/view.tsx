import type { I18n } from '../platform/i18n'
import { NoticeLine } from '../ui/notice-line'
import type { Session } from '../ui/session'
import { StatePage } from '../ui/state-page'
import { StorageNotice } from '../ui/storage-notice'
import { StoreSwitch } from '../ui/store-switch'
import { AppealPart } from './appeal'
import { ChecklistPart } from './checklist'
import { DataPart } from './data'
import { JournalPart } from './journal'
import { LostNotice } from './lost'
import { PlaybooksPart } from './playbooks'
import { RegistersPart } from './registers'
import { ReportPart } from './report'
import { type Part, parts, watchRoute } from './route'
import { SettingsPart } from './settings'
import { StoresPart } from './stores'

const route = watchRoute()

export function Dashboard({ session, i18n }: { session: Session; i18n: I18n }) {
  const view = session.view.value
  if (view.kind !== 'read') return <Unread session={session} i18n={i18n} />
  const { overview } = view
  const { translate, plural, number } = i18n
  const { part, item, register, draft, run } = route.value
  const title = {
    checklist: translate('nav_checklist'),
    playbooks: translate('nav_playbooks'),
    registers: translate('nav_registers'),
    appeal: translate('nav_appeal'),
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
        <StorageNotice overview={overview} i18n={i18n} />
        {isLost && part !== 'data' && <LostNotice session={session} i18n={i18n} />}
        {part === 'checklist' && (
          <ChecklistPart overview={overview} session={session} i18n={i18n} item={item} />
        )}
        {part === 'playbooks' && (
          <PlaybooksPart overview={overview} route={route.value} session={session} i18n={i18n} />
        )}
        {part === 'registers' && (
          <RegistersPart overview={overview} session={session} i18n={i18n} register={register} />
        )}
        {part === 'appeal' && (
          <AppealPart overview={overview} session={session} i18n={i18n} draft={draft} run={run} />
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

/** Without an answer of the background; a bad day does not wait for it. */
function Unread({ session, i18n }: { session: Session; i18n: I18n }) {
  if (route.value.part === 'playbooks') {
    return (
      <main class="area">
        <h1>{i18n.translate('nav_playbooks')}</h1>
        <PlaybooksPart overview={undefined} route={route.value} session={session} i18n={i18n} />
      </main>
    )
  }
  return (
    <>
      <StatePage session={session} i18n={i18n} />
      {session.view.value.kind === 'could-not-read' && (
        <p class="state">
          <a href="#/playbooks">{i18n.translate('playbooks_incident')}</a>
        </p>
      )}
    </>
  )
}
