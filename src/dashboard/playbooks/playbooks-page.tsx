import type { Happened } from '../../domain/checklist'
import type { Overview } from '../../domain/overview'
import {
  currentStep,
  type PlaybookId,
  playbookIds,
  type RunEvent,
  type Runs,
  type RunView,
} from '../../domain/playbooks/playbook'
import { playbookAfter, playbookOf } from '../../domain/playbooks/playbooks'
import type { I18n } from '../../i18n/i18n'
import { happeningTitle } from '../../i18n/item-text'
import { outcomeText, playbookText, playbookTitle, stepText } from '../../i18n/playbook-text'
import { failureOf } from '../../messages/ask'
import type { Session } from '../../ui/overview-store'
import { useOnce } from '../loading/idempotent-request'
import { useReading } from '../loading/use-resource'
import { goTo, type Route } from '../navigation/router'
import { PlaybookToRead } from './playbook-preview'
import { RunPage } from './run-page'
import { runTitle, storeNameOf } from './run-title'

type Body<E> = E extends unknown ? Omit<E, 'id' | 'run'> : never
/** What a seller does with the run that is shown. @returns whether it was stored. */
export type Act = (event: Body<RunEvent>) => Promise<boolean>

/**
 * Guided workflows for a bad day. Their steps are in this page's own code: without an answer of the background they
 * can still be read.
 * @param overview undefined while the background does not answer.
 */
export function PlaybooksPart(props: {
  overview: Overview | undefined
  route: Route
  session: Session
  i18n: I18n
}) {
  const { overview, route, session, i18n } = props
  const { translate, plural } = i18n
  // Anew whenever something was changed, here or in another tab.
  const reading = useReading(() => session.ask('runs', null), [overview])
  const found = reading.value.value
  const isSilent = reading.failed.value
  const once = useOnce()

  /** What fails leaves the page as it is, with all that was typed. */
  async function change(request: Promise<Runs>): Promise<boolean> {
    try {
      reading.value.value = await request
      session.tell({ kind: 'saved' })
      return true
    } catch (error) {
      session.tell({ kind: 'failed', failure: failureOf(error) })
      return false
    }
  }

  async function begin(playbook: PlaybookId): Promise<void> {
    if (!overview) return
    const begun = { playbook, store: overview.store.id }
    await once(begun, async (run) => {
      const isBegun = await change(session.ask('start-playbook', { run, ...begun }))
      if (isBegun) {
        goTo(`playbook/${run}`)
        scrollTo({ top: 0 })
      }
      return isBegun
    })
  }
  const act =
    (run: string): Act =>
    (event) =>
      once({ run, ...event }, (id) => change(session.ask('change-run', { ...event, id, run } as RunEvent)))

  const notice = isSilent && (
    <div class="incident-note">
      <p role="alert">{translate(found ? 'popup_could_not_read' : 'playbooks_no_answer')}</p>
      <button type="button" onClick={() => void reading.again()}>
        {translate('retry')}
      </button>
    </div>
  )
  const shown = route.run === undefined ? undefined : found?.runs.find(({ id }) => id === route.run)
  if (shown && found) {
    return (
      <>
        {notice}
        <RunPage
          key={shown.id}
          run={shown}
          today={found.today}
          overview={overview}
          readOnly={!overview}
          i18n={i18n}
          onAct={act(shown.id)}
          onBegin={(playbook) => void begin(playbook)}
        />
      </>
    )
  }
  if (route.playbook) {
    return (
      <>
        {notice}
        <PlaybookToRead
          key={route.playbook}
          id={route.playbook}
          overview={overview}
          i18n={i18n}
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
      {route.run !== undefined && !isSilent && <p>{translate('run_none')}</p>}
      <p>{translate('playbooks_explain')}</p>
      {kept > 0 && <p class="problem">{plural('playbooks_unreadable', kept)}</p>}
      {open.length > 0 && (
        <section class="area" aria-labelledby="runs-open">
          <h3 id="runs-open">{translate('playbooks_running')}</h3>
          <RunList runs={open} overview={overview} i18n={i18n} />
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
                i18n={i18n}
                {...(overview && !isSilent ? { onBegin: () => void begin(id) } : {})}
              />
            ))}
        </ul>
      </section>
      {closed.length > 0 && (
        <section class="area" aria-labelledby="runs-closed">
          <h3 id="runs-closed">{translate('playbooks_closed')}</h3>
          <RunList runs={closed} overview={overview} i18n={i18n} />
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
function Offer(props: { id: PlaybookId; reported: Happened | undefined; i18n: I18n; onBegin?: () => void }) {
  const { id, reported, i18n, onBegin } = props
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
          href={`#/playbooks/${id}`}
          aria-label={translate('playbooks_read_of', { playbook: title })}
        >
          {translate('playbooks_read')}
        </a>
      </p>
    </li>
  )
}

function RunList(props: { runs: readonly RunView[]; overview: Overview | undefined; i18n: I18n }) {
  const { runs, overview, i18n } = props
  const { translate, moment } = i18n
  return (
    <ul class="playbooks">
      {runs.map((run) => {
        const playbook = playbookOf(run.playbook)
        const next = playbook && currentStep(playbook, run.done)
        return (
          <li key={run.id} class={run.closed ? 'item' : 'item running'}>
            <h4>
              <a class="target" href={`#/playbook/${run.id}`}>
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
