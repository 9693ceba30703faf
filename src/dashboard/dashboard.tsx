import { render } from 'preact'
import { onStored } from '../browser/change-channel'
import { realExtension } from '../browser/extension'
import { dashboardTexts } from '../i18n/dashboard-messages'
import { createAsk } from '../messages/ask'
import { followKeys } from '../ui/keyboard-shortcuts'
import { followLanguage } from '../ui/load-i18n'
import { createSession, keepFresh, keepTrying } from '../ui/overview-store'
import { Dashboard } from './layout'

const session = createSession(createAsk(realExtension()))
const i18n = followLanguage(session, async (language, show) => show(await dashboardTexts(language)))

function Root() {
  return i18n.value ? <Dashboard session={session} i18n={i18n.value} /> : null
}

render(<Root />, document.body)
void session.read()
keepTrying(session)
keepFresh(session)
onStored((stored) => void session.hear(stored))
followKeys(document.body)
