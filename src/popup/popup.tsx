import { render } from 'preact'
import { onStored } from '../browser/change-channel'
import { realExtension } from '../browser/extension'
import { itemDetails, popupTexts } from '../i18n/popup-messages'
import { createAsk } from '../messages/ask'
import { followKeys } from '../ui/keyboard-shortcuts'
import { followLanguage } from '../ui/load-i18n'
import { createSession, keepTrying } from '../ui/overview-store'
import { Popup } from './popup-page'

const session = createSession(createAsk(realExtension()))
const i18n = followLanguage(session, async (language, show) => {
  const texts = await popupTexts(language)
  show(texts)
  show({ ...texts, ...(await itemDetails(language)) })
})

function Root() {
  return i18n.value ? <Popup session={session} i18n={i18n.value} /> : null
}

render(<Root />, document.body)
void session.read()
keepTrying(session)
onStored((stored) => void session.hear(stored))
followKeys(document.body)
