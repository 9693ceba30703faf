import { useSignal } from '@preact/signals'
import { currentTab, loadAgain } from '../browser/tabs'
import type { I18n, MessageName } from '../i18n/i18n'
import { itemText, pageTitle } from '../i18n/item-text'
import type { Outcome, Sees } from '../messages/protocol'
import { useApp } from './app'
import { once } from './ignore-double-click'

/** "What Nightlatch sees": all that was used about the open tab, and why there is a card or none. */
export function SeesPanel() {
  const { i18n, session } = useApp()
  const { translate } = i18n
  const sees = useSignal<Sees | 'failed' | undefined>(undefined)
  const open = useSignal<number | undefined>(undefined)
  const isLoading = useSignal(false)
  async function look(): Promise<void> {
    try {
      const tab = await currentTab()
      open.value = tab
      sees.value = tab === undefined ? 'failed' : await session.ask('sees', { tab })
    } catch {
      sees.value = 'failed'
    }
  }
  async function load(tab: number): Promise<void> {
    try {
      await loadAgain(tab)
      isLoading.value = true
    } catch {
      sees.value = 'failed'
    }
  }
  const shown = sees.value
  const tab = open.value
  return (
    <details
      class="fold"
      onToggle={({ currentTarget }) => {
        if (!currentTarget.open) return
        isLoading.value = false
        void look()
      }}
    >
      <summary>{translate('sees_title')}</summary>
      <p class="soft">{translate('sees_explain')}</p>
      {shown === 'failed' && <p role="alert">{translate('failed_unexpected')}</p>}
      {typeof shown === 'object' && <SeesFacts sees={shown} />}
      {typeof shown === 'object' && shown.place === undefined && tab !== undefined && !isLoading.value && (
        <p>
          <button type="button" onClick={once(() => void load(tab))}>
            {translate('sees_load_again')}
          </button>
        </p>
      )}
      <div role="status">{isLoading.value && <p>{translate('sees_loading')}</p>}</div>
    </details>
  )
}

/** All that was used about one tab, and what came of it. */
export function SeesFacts({ sees: { place, outcome } }: { sees: Sees }) {
  const { i18n } = useApp()
  const { translate } = i18n
  return (
    <dl>
      <div>
        <dt>{translate('sees_page')}</dt>
        <dd>{place ? pageTitle(i18n, place.page) : translate('sees_no_page')}</dd>
      </div>
      {place && (
        <div>
          <dt>{translate('sees_site')}</dt>
          <dd>
            <bdi class="host">{place.host}</bdi>
          </dd>
        </div>
      )}
      <div>
        <dt>{translate('sees_card')}</dt>
        <dd>{outcomeText(outcome, i18n)}</dd>
      </div>
    </dl>
  )
}

function outcomeText(outcome: Outcome, i18n: I18n): string {
  const { translate } = i18n
  switch (outcome.kind) {
    case 'card':
      return translate('sees_card_shown', { title: itemText(i18n, outcome.item).title })
    case 'asking-store':
      return translate('sees_asking_store')
    case 'waiting-for-calm':
      return translate('sees_waiting')
    case 'none':
      return translate(whyText[outcome.why])
  }
}

const whyText = {
  paused: 'sees_paused',
  'first-day': 'sees_first_day',
  'quiet-hours': 'sees_quiet_hours',
  'day-cap': 'sees_day_cap',
  'week-cap': 'sees_week_cap',
  gap: 'sees_gap',
  'nothing-due': 'sees_nothing_due',
  unreadable: 'sees_unreadable',
  'store-unsaid': 'sees_store_unsaid',
  'not-calm': 'sees_not_calm',
  altered: 'sees_altered',
  'shown-elsewhere': 'sees_elsewhere',
  'no-page': 'sees_none',
  answered: 'sees_answered',
  withheld: 'sees_withheld',
} as const satisfies Record<Extract<Outcome, { kind: 'none' }>['why'], MessageName>
