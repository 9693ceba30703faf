import { AppealPart } from './appeals/appeals-page'
import { CalendarPart } from './calendar/calendar-page'
import { ChecklistPart } from './checklist/checklist-page'
import { OwnCheckLater } from './checklist/own-check-later'
import { DataPart } from './data/data-page'
import { HelpPart } from './help/help-page'
import { HomePage } from './home/home-page'
import { JournalPart } from './journal/journal-page'
import type { Part, Route } from './navigation/router'
import { PlaybooksPart } from './playbooks/playbooks-page'
import { RegistersPart } from './registers/registers-page'
import { ReportPart } from './report/report-page'
import { SettingsPart } from './settings/settings-page'
import { StoresPart } from './stores/stores-page'
import { SeesPart } from './tab-activity/tab-activity-page'

export type PartRoute = Extract<Route, { part: Part }>

/** What each part of the dashboard shows. */
export function PartView({ route }: { route: PartRoute }) {
  switch (route.part) {
    case 'home':
      return <HomePage />
    case 'checklist':
      return route.edit === undefined ? (
        <ChecklistPart item={route.item} filter={route.filter} />
      ) : (
        <OwnCheckLater key={route.edit} edit={route.edit} />
      )
    case 'calendar':
      return <CalendarPart month={route.month} />
    case 'playbooks':
      return <PlaybooksPart run={route.run} playbook={route.playbook} />
    case 'registers':
      return <RegistersPart register={route.register} />
    case 'appeal':
      return <AppealPart draft={route.draft} run={route.run} />
    case 'journal':
      return <JournalPart />
    case 'stores':
      return <StoresPart />
    case 'settings':
      return <SettingsPart />
    case 'data':
      return <DataPart />
    case 'report':
      return <ReportPart />
    case 'sees':
      return <SeesPart />
    case 'help':
      return <HelpPart />
  }
}
