import type { RunId } from '../../domain/ids'
import type { Happened } from '../../domain/item-record'
import { currentStep, type PlaybookId, type RunView } from '../../domain/playbooks/playbook'
import { playbookOf } from '../../domain/playbooks/playbooks'
import { outcomeText, playbookText, playbookTitle, stepText } from '../../i18n/playbook-text'
import { Button } from '../../ui/button'
import { WhenToUse } from '../../ui/guides/guide-preview'
import { playbooksToOffer } from '../../ui/guides/reported'
import { useRuns } from '../../ui/guides/run-actions'
import { runTitle, storeNameOf } from '../../ui/guides/run-title'
import { Section } from '../../ui/section'
import { useApp } from '../app/app'
import { goTo, linkTo } from '../navigation/router'
import { PlaybookToRead } from './playbook-preview'
import { ReportIncident } from './report-incident'
import { RunPage } from './run-page'

/**
 * Guided workflows for incidents. Their steps are in the page's own code, so they can be read even if the background
 * doesn't answer.
 */
export function PlaybooksPart(props: { run: RunId | undefined; playbook: PlaybookId | undefined }) {
  const { run: linked, playbook } = props
  const { overviewIfRead: overview, translate, plural } = useApp()
  const {
    runs: resource,
    begin,
    actsOn,
  } = useRuns((run) => {
    goTo({ part: 'playbooks', run })
    scrollTo({ top: 0 })
  })
  const found = resource.kind === 'loading' ? undefined : resource.value
  const isSilent = resource.kind === 'failed'

  const notice = isSilent && (
    <div class="incident-note">
      <p role="alert">{translate(found ? 'popup_could_not_read' : 'playbooks_no_answer')}</p>
      <Button onPress={() => resource.read()}>{translate('retry')}</Button>
    </div>
  )
  const shown = linked === undefined ? undefined : found?.runs.find(({ id }) => id === linked)
  if (shown && found) {
    return (
      <>
        {notice}
        <RunPage
          key={shown.id}
          run={shown}
          today={found.today}
          readOnly={!overview}
          onAct={actsOn(shown.id)}
          onBegin={(playbook) => void begin(playbook)}
        />
      </>
    )
  }
  if (playbook) {
    return (
      <>
        {notice}
        <PlaybookToRead
          key={playbook}
          id={playbook}
          store={overview?.store}
          {...(overview ? { onBegin: begin } : {})}
        />
      </>
    )
  }
  if (resource.kind === 'loading') return <p aria-busy="true">{translate('popup_reading')}</p>
  const { runs, unreadable, newer } = found ?? { runs: [], unreadable: [], newer: [] }
  const kept = unreadable.length + newer.length
  const open = runs.filter(({ closed }) => !closed)
  const closed = runs.filter((run) => run.closed)
  return (
    <>
      {notice}
      {linked !== undefined && !isSilent && <p>{translate('run_none')}</p>}
      <p>{translate('playbooks_explain')}</p>
      {kept > 0 && <p class="problem">{plural('playbooks_unreadable', kept)}</p>}
      {open.length > 0 && (
        <Section class="area" id="runs-open" title={translate('playbooks_running')}>
          <RunList runs={open} />
        </Section>
      )}
      <Section class="area" id="runs-begin" title={translate('playbooks_all')}>
        <ul class="playbooks">
          {playbooksToOffer(overview).map(({ id, reported }) => (
            <Offer
              key={id}
              id={id}
              reported={reported}
              {...(overview && !isSilent ? { onBegin: () => void begin(id) } : {})}
            />
          ))}
        </ul>
      </Section>
      {overview && !isSilent && <ReportIncident />}
      {closed.length > 0 && (
        <Section class="area" id="runs-closed" title={translate('playbooks_closed')}>
          <RunList runs={closed} />
        </Section>
      )}
    </>
  )
}

/** @param onBegin missing while nothing can be stored. */
function Offer(props: { id: PlaybookId; reported: Happened | undefined; onBegin?: () => void }) {
  const { id, reported, onBegin } = props
  const { i18n, translate } = useApp()
  const { title } = playbookText(i18n, id)
  return (
    <li class="item">
      <h4>{title}</h4>
      <WhenToUse id={id} reported={reported} />
      <p class="answers">
        {onBegin && (
          <Button aria-label={translate('playbooks_start_of', { playbook: title })} onPress={onBegin}>
            {translate('playbooks_start')}
          </Button>
        )}
        <a
          class="target"
          href={linkTo({ part: 'playbooks', playbook: id })}
          aria-label={translate('playbooks_read_of', { playbook: title })}
        >
          {translate('playbooks_read')}
        </a>
      </p>
    </li>
  )
}

function RunList({ runs }: { runs: readonly RunView[] }) {
  const { i18n, overviewIfRead: overview, translate, moment } = useApp()
  return (
    <ul class="playbooks">
      {runs.map((run) => {
        const playbook = playbookOf(run.playbook)
        const next = playbook && currentStep(playbook, run.done)
        return (
          <li key={run.id} class={run.closed ? 'item' : 'item running'}>
            <h4>
              <a class="target" href={linkTo({ part: 'playbooks', run: run.id })}>
                {runTitle(i18n, run)}
              </a>
            </h4>
            <p class="soft">
              {translate('run_about', {
                store: storeNameOf(i18n, overview, run.store),
                time: moment(run.started),
              })}{' '}
              {translate('run_touched', { time: moment(run.touched) })}
            </p>
            {run.closed ? (
              <p>
                {translate('run_closed_on', {
                  time: moment(run.closed.at),
                  outcome: outcomeText(i18n, run.closed.outcome),
                })}
              </p>
            ) : (
              playbookTitle(i18n, run.playbook) !== undefined && (
                <p>
                  {next
                    ? translate('run_next', { step: stepText(i18n, run.playbook, next.id).title })
                    : translate('run_all_done')}
                </p>
              )
            )}
          </li>
        )
      })}
    </ul>
  )
}
