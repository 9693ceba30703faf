import { type IncidentId, incidents } from '../../domain/incidents'
import { incidentExplained, incidentTitle } from '../../i18n/item-text'
import { Button } from '../../ui/button'
import { useApp } from '../app/app'
import { linkTo } from '../navigation/router'

/** What happened, for whom no guide is needed: a press makes the checks due that it calls for. */
export function ReportIncident() {
  const { i18n, session, translate } = useApp()
  const report = (what: IncidentId) => session.report(what)
  return (
    <details class="fold" id="report">
      <summary>{translate('happened_title')}</summary>
      <p class="soft">{translate('happened_explain')}</p>
      <ul class="happened">
        {incidents.map(({ id }) => (
          <li key={id}>
            <Button onPress={() => report(id)}>
              <strong>{incidentTitle(i18n, id)}</strong>
              <span class="soft">{incidentExplained(i18n, id)}</span>
            </Button>
          </li>
        ))}
      </ul>
      <p>
        <a class="target" href={linkTo({ part: 'checklist', filter: 'due' })}>
          {translate('happened_due')}
        </a>
      </p>
    </details>
  )
}
