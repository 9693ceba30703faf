import type { I18n as TextsOf } from '../i18n/i18n'
import type { PopupText } from '../i18n/surfaces'
import { createApp } from '../ui/app'

/** With all texts of the popup; what it shares with the dashboard has those of both. */
export type I18n = TextsOf<PopupText>

export const { AppProvider, useApp } = createApp<I18n>()
