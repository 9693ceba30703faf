import type { ComponentType } from 'preact'
import type { Overview } from '../domain/overview'
import type { I18n } from '../i18n/i18n'
import type { Session } from '../ui/overview-store'
import { AppealPart } from './appeals/appeals-page'
import { CalendarPart } from './calendar/calendar-page'
import { ChecklistPart } from './checklist/checklist-page'
import { DataPart } from './data/data-page'
import { HelpPart } from './help/help-page'
import { JournalPart } from './journal/journal-page'
import type { Part, Route } from './navigation/router'
import { PlaybooksPart } from './playbooks/playbooks-page'
import { RegistersPart } from './registers/registers-page'
import { ReportPart } from './report/report-page'
import { SettingsPart } from './settings/settings-page'
import { StoresPart } from './stores/stores-page'
import { SeesPart } from './tab-activity/tab-activity-page'

export type Shown = { overview: Overview; session: Session; i18n: I18n; route: Route }

/** What each part of the dashboard is called, and what it shows. */
export const partViews = {
  checklist: { title: 'nav_checklist', View: ChecklistPart },
  calendar: { title: 'nav_calendar', View: CalendarPart },
  playbooks: { title: 'nav_playbooks', View: PlaybooksPart },
  registers: { title: 'nav_registers', View: RegistersPart },
  appeal: { title: 'nav_appeal', View: AppealPart },
  journal: { title: 'nav_journal', View: JournalPart },
  stores: { title: 'nav_stores', View: StoresPart },
  settings: { title: 'nav_settings', View: SettingsPart },
  data: { title: 'nav_data', View: DataPart },
  report: { title: 'nav_report', View: ReportPart },
  sees: { title: 'nav_sees', View: SeesPart },
  help: { title: 'nav_help', View: HelpPart },
} as const satisfies Record<Part, { title: `nav_${Part}`; View: ComponentType<Shown> }>
