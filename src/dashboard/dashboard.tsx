import { render } from 'preact'
import { createAsk } from '../messages/ask'
import { dashboardTexts } from '../platform/dashboard-texts'
import { realExtension } from '../platform/extension'
import { followKeys } from '../ui/keys'
import { createSession, keepFresh, keepTrying } from '../ui/session'
import { followLanguage } from '../ui/texts'
import { Dashboard } from './view'

const session = createSession(createAsk(realExtension()))
const i18n = followLanguage(session, async (language, show) => show(await dashboardTexts(language)))

function Root() {
  return i18n.value ? <Dashboard session={session} i18n={i18n.value} /> : null
}

render(<Root />, document.body)
void session.read()
keepTrying(session)
keepFresh(session)
followKeys(document.body)
