import type { ComponentType } from 'preact'
import type { Overview } from '../domain/overview'
import type { I18n } from '../platform/i18n'
import type { Session } from '../ui/session'
import { AppealPart } from './appeal'
import { CalendarPart } from './calendar'
import { ChecklistPart } from './checklist'
import { DataPart } from './data'
import { HelpPart } from './help'
import { JournalPart } from './journal'
import { PlaybooksPart } from './playbooks'
import { RegistersPart } from './registers'
import { ReportPart } from './report'
import type { Part, Route } from './route'
import { SeesPart } from './sees'
import { SettingsPart } from './settings'
import { StoresPart } from './stores'

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
