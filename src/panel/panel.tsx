import { realExtension } from '../browser/extension'
import { ownWindow } from '../browser/panel'
import { thenDetails } from '../i18n/item-details'
import { panelTexts } from '../i18n/panel-messages'
import type { PanelText } from '../i18n/surfaces'
import { createAsk } from '../messages/ask'
import { followLanguage } from '../ui/load-i18n'
import { createSession, keepFresh } from '../ui/overview-store'
import { startPage } from '../ui/start-page'
import { followActiveTab } from './active-tab'
import { keepState } from './kept-state'
import { followLinks } from './open-page'
import { Panel } from './panel-page'

const session = createSession(createAsk(realExtension()))
const window = ownWindow()
const tab = followActiveTab(window)
const state = keepState(window, session.ask)
const i18n = followLanguage<PanelText>(session, (language, show) =>
  thenDetails(language, panelTexts(language), show),
)

startPage(session, i18n, (texts) => <Panel session={session} i18n={texts} tab={tab} state={state} />)
keepFresh(session)
followLinks(document.body, tab)
