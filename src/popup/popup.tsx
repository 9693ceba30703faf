import { render } from 'preact'
import { createAsk } from '../messages/ask'
import { realExtension } from '../platform/extension'
import { popupTexts } from '../platform/popup-texts'
import { onStored } from '../platform/stored'
import { followKeys } from '../ui/keys'
import { createSession, keepTrying } from '../ui/session'
import { followLanguage } from '../ui/texts'
import { Popup } from './view'

const session = createSession(createAsk(realExtension()))
const i18n = followLanguage(session, async (language, show) => {
  const texts = await popupTexts(language)
  show(texts)
  show({ ...texts, ...(await session.ask('item-texts', { language })) })
})

function Root() {
  return i18n.value ? <Popup session={session} i18n={i18n.value} /> : null
}

render(<Root />, document.body)
void session.read()
keepTrying(session)
onStored(() => void session.follow())
followKeys(document.body)
