import type { Happened } from '../../domain/checklist'
import type { RunId } from '../../domain/ids'
import type { Overview } from '../../domain/overview'
import { currentStep, type PlaybookId, playbookIds, type RunView } from '../../domain/playbooks/playbook'
import { playbookAfter, playbookOf } from '../../domain/playbooks/playbooks'
import { happeningTitle } from '../../i18n/item-text'
import { outcomeText, playbookText, playbookTitle, stepText } from '../../i18n/playbook-text'
import { useApp } from '../../ui/app'
import { frontOf } from '../../ui/store-label'
import { linkTo } from '../navigation/router'
import { PlaybookToRead } from './playbook-preview'
import { useRuns } from './run-actions'
import { RunPage } from './run-page'
import { runTitle, storeNameOf } from './run-title'

/**
 * Guided workflows for a bad day. Their steps are in this page's own code: without an answer of the background they
 * can still be read.
 */
export function PlaybooksPart(props: { run: RunId | undefined; playbook: PlaybookId | undefined }) {
  const { run: linked, playbook } = props
  const { i18n, overviewIfRead: overview } = useApp()
  const { translate, plural } = i18n
  const { reading, begin, actsOn } = useRuns()
  const found = reading.value.value
  const isSilent = reading.failed.value

  const notice = isSilent && (
    <div class="incident-note">
      <p role="alert">{translate(found ? 'popup_could_not_read' : 'playbooks_no_answer')}</p>
      <button type="button" onClick={() => void reading.again()}>
        {translate('retry')}
      </button>
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
          front={overview && frontOf(overview.store)}
          {...(overview ? { onBegin: begin } : {})}
        />
      </>
    )
  }
  if (!found && !isSilent) return <p aria-busy="true">{translate('popup_reading')}</p>
  const { runs, unreadable, newer } = found ?? { runs: [], unreadable: [], newer: [] }
  const kept = unreadable.length + newer.length
  const reported = reportsIn(overview)
  const open = runs.filter(({ closed }) => !closed)
  const closed = runs.filter((run) => run.closed)
  return (
    <>
      {notice}
      {linked !== undefined && !isSilent && <p>{translate('run_none')}</p>}
      <p>{translate('playbooks_explain')}</p>
      {kept > 0 && <p class="problem">{plural('playbooks_unreadable', kept)}</p>}
      {open.length > 0 && (
        <section class="area" aria-labelledby="runs-open">
          <h3 id="runs-open">{translate('playbooks_running')}</h3>
          <RunList runs={open} />
        </section>
      )}
      <section class="area" aria-labelledby="runs-begin">
        <h3 id="runs-begin">{translate('playbooks_all')}</h3>
        <ul class="playbooks">
          {[...playbookIds]
            .sort((a, b) => Number(reported.has(b)) - Number(reported.has(a)))
            .map((id) => (
              <Offer
                key={id}
                id={id}
                reported={reported.get(id)}
                {...(overview && !isSilent ? { onBegin: () => void begin(id) } : {})}
              />
            ))}
        </ul>
      </section>
      {closed.length > 0 && (
        <section class="area" aria-labelledby="runs-closed">
          <h3 id="runs-closed">{translate('playbooks_closed')}</h3>
          <RunList runs={closed} />
        </section>
      )}
    </>
  )
}

/** What the seller has reported in this store and not yet dealt with, by the playbook for it. */
function reportsIn(overview: Overview | undefined): ReadonlyMap<PlaybookId, Happened> {
  const items = overview?.areas.flatMap((area) => area.items) ?? []
  return new Map(
    items.flatMap(({ status }) => {
      const happened = 'happened' in status ? status.happened : undefined
      const playbook = happened && playbookAfter(happened.what)
      return playbook ? [[playbook, happened] as const] : []
    }),
  )
}

/** @param onBegin missing while nothing can be kept. */
function Offer(props: { id: PlaybookId; reported: Happened | undefined; onBegin?: () => void }) {
  const { id, reported, onBegin } = props
  const { i18n } = useApp()
  const { translate, day } = i18n
  const { title, when } = playbookText(i18n, id)
  return (
    <li class="item">
      <h4>{title}</h4>
      {reported && (
        <p>
          {translate('playbooks_reported', {
            day: day(reported.on),
            what: happeningTitle(i18n, reported.what),
          })}
        </p>
      )}
      <p class="soft">{when}</p>
      <p class="answers">
        {onBegin && (
          <button
            type="button"
            aria-label={translate('playbooks_start_of', { playbook: title })}
            onClick={onBegin}
          >
            {translate('playbooks_start')}
          </button>
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
  const { i18n, overviewIfRead: overview } = useApp()
  const { translate, moment } = i18n
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
