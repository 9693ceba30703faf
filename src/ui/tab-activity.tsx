import { isCommitmentId } from '../domain/commitment'
import type { Overview } from '../domain/overview'
import type { I18n, MessageName } from '../i18n/i18n'
import { itemText, pageTitle } from '../i18n/item-text'
import type { Outcome, Sees } from '../messages/protocol'
import { useApp } from './app'

/** Everything used about one tab, and the result. */
export function SeesFacts({ sees: { place, outcome } }: { sees: Sees }) {
  const { i18n, overview, translate } = useApp()
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
        <dd>{outcomeText(outcome, i18n, overview)}</dd>
      </div>
    </dl>
  )
}

function outcomeText(outcome: Outcome, i18n: I18n, { own }: Overview): string {
  const { translate } = i18n
  switch (outcome.kind) {
    case 'card':
      return translate('sees_card_shown', {
        title: isCommitmentId(outcome.item)
          ? (own.find(({ id }) => id === outcome.item)?.title ?? '')
          : itemText(i18n, outcome.item).title,
      })
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
