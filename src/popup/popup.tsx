import { render } from 'preact'
import { createAsk } from '../messages/ask'
import { english } from '../platform/english-short'
import { realExtension } from '../platform/extension'
import { createI18n } from '../platform/i18n'
import { timeZone } from '../platform/time-zone'
import { createSession, keepTrying } from '../ui/session'
import { Popup } from './view'

const session = createSession(createAsk(realExtension()))
const i18n = createI18n(english, timeZone())

document.documentElement.lang = i18n.lang
document.documentElement.dir = i18n.dir
render(<Popup session={session} i18n={i18n} />, document.body)
void session.read()
keepTrying(session)
