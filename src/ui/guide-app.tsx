import type { I18n as TextsOf } from '../i18n/i18n'
import type { GuideText } from '../i18n/surfaces'
import { createApp } from './app'

export type GuideI18n = TextsOf<GuideText>

/** For components that dashboard and panel share and that need more texts than the popup has: guides and fields. */
export const { AppProvider: GuideAppProvider, useApp: useGuideApp } = createApp<GuideI18n>()
