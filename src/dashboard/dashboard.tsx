import { render } from 'preact'
import { createAsk } from '../messages/ask'
import { english } from '../platform/english'
import { realExtension } from '../platform/extension'
import { createI18n } from '../platform/i18n'
import { timeZone } from '../platform/time-zone'
import { createSession, keepTrying } from '../ui/session'
import { Dashboard } from './view'

const session = createSession(createAsk(realExtension()))
const i18n = createI18n(english, timeZone())

document.documentElement.lang = i18n.lang
document.documentElement.dir = i18n.dir
document.title = i18n.translate('dashboard_title')
render(<Dashboard session={session} i18n={i18n} />, document.body)
void session.read()
keepTrying(session)
// Another tab or a card may have answered meanwhile.
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') void session.read()
})
