import { realExtension } from '../browser/extension'
import { dashboardTexts } from '../i18n/dashboard-messages'
import type { DashboardText } from '../i18n/surfaces'
import { createAsk } from '../messages/ask'
import { followLanguage } from '../ui/load-i18n'
import { createSession, keepFresh } from '../ui/overview-store'
import { startPage } from '../ui/start-page'
import { Dashboard } from './layout'

const session = createSession(createAsk(realExtension()))
const i18n = followLanguage<DashboardText>(session, async (language, show) =>
  show(await dashboardTexts(language)),
)

startPage(session, i18n, (texts) => <Dashboard session={session} i18n={texts} />)
keepFresh(session)
