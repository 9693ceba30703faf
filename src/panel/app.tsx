import type { I18n as TextsOf } from '../i18n/i18n'
import type { PanelText } from '../i18n/surfaces'
import { createApp } from '../ui/app'

/** With all texts of the panel. */
export type I18n = TextsOf<PanelText>

export const { AppProvider, useApp } = createApp<I18n>()
