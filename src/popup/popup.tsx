import { signal } from '@preact/signals'
import { realExtension } from '../browser/extension'
import { dueOnToolbar } from '../browser/toolbar'
import { thenDetails } from '../i18n/item-details'
import { popupTexts } from '../i18n/popup-messages'
import type { PopupText } from '../i18n/surfaces'
import { createAsk } from '../messages/ask'
import { followLanguage } from '../ui/load-i18n'
import { createSession } from '../ui/overview-store'
import { startPage } from '../ui/start-page'
import { Popup } from './popup-page'

const session = createSession(createAsk(realExtension()))
const i18n = followLanguage<PopupText>(session, (language, show) =>
  thenDetails(language, popupTexts(language), show),
)

const known = signal<string | undefined>(undefined)
void dueOnToolbar()
  .then((said) => {
    known.value = said
  })
  .catch(() => undefined)

startPage(session, i18n, (texts) => <Popup session={session} i18n={texts} known={known} />)
