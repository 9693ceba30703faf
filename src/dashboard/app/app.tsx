import type { I18n as TextsOf } from '../../i18n/i18n'
import type { DashboardText } from '../../i18n/surfaces'
import { createApp } from '../../ui/app'
import { GuideAppProvider } from '../../ui/guide-app'

/** All texts of the dashboard. Components shared with other pages have only the texts of all of them. */
export type I18n = TextsOf<DashboardText>

const own = createApp<I18n>()

export const { useApp } = own

export function AppProvider(props: Parameters<typeof own.AppProvider>[0]) {
  return (
    <own.AppProvider {...props}>
      <GuideAppProvider {...props} />
    </own.AppProvider>
  )
}
