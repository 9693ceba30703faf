import { MapPin } from 'lucide'
import type { Ref } from 'preact'
import { useEffect } from 'preact/hooks'
import type { RunId } from '../domain/ids'
import type { PageId } from '../domain/page'
import { type Check, checksOn } from '../domain/round'
import { checkTitle, pageTitle } from '../i18n/item-text'
import { type Answering, useAnswering } from '../ui/answering'
import { rowId } from '../ui/focus-next-row'
import { Icon } from '../ui/icon'
import { ItemBody, StatusLine } from '../ui/item-row'
import { MessageCheckFold } from '../ui/message-check-fold'
import { Section } from '../ui/section'
import type { ActiveTab, Where } from './active-tab'
import { useApp } from './app'
import type { KeptState } from './kept-state'
import { RoundStart } from './round-start'
import { usePageHelp } from './use-page-help'

/** What belongs to the page of the tab in front. While another site is in front, the last page stays. */
export function ThisPage(props: { tab: ActiveTab; state: KeptState; heading: Ref<HTMLHeadingElement> }) {
  const { tab, state, heading } = props
  const where = tab.where.value
  const here = where.kind === 'seller-central' ? where : undefined

  useEffect(() => {
    if (here?.page) state.place.value = { page: here.page, host: here.host }
  }, [here?.host, here?.page])

  function showGuide(run: RunId): void {
    state.guide.value = { run }
    state.view.value = 'guides'
  }

  const help = usePageHelp()
  const place = here ? here.page && { page: here.page, host: here.host } : state.place.value
  return (
    <>
      <section class="area">
        <PageHeading where={where} page={place?.page} heading={heading} />
      </section>
      <RoundStart tab={tab} show={() => (state.view.value = 'round')} />
      {help && <help.OpenGuides page={place?.page} show={showGuide} />}
      {place && (
        <>
          <PageChecks key={place.page} page={place.page} />
          {help && <help.PageHelp place={place} />}
        </>
      )}
      <section class="area">
        <MessageCheckFold />
      </section>
    </>
  )
}

function PageHeading(props: { where: Where; page: PageId | undefined; heading: Ref<HTMLHeadingElement> }) {
  const { where, page, heading } = props
  const { i18n, translate } = useApp()
  const isHere = where.kind === 'seller-central' && page !== undefined
  const title = page && pageTitle(i18n, page)
  return (
    <>
      <h1 ref={heading} tabIndex={-1} class={isHere ? 'here' : undefined}>
        {isHere && <Icon of={MapPin} />}
        <span>
          {title === undefined
            ? translate(where.kind === 'looking' ? 'panel_looking' : 'panel_no_page')
            : translate(isHere ? 'panel_here' : 'panel_last_page', { page: title })}
        </span>
      </h1>
      <div role="status">
        {where.kind === 'elsewhere' && <p class="soft">{translate('panel_elsewhere')}</p>}
        {where.kind === 'seller-central' && where.page === undefined && (
          <p class="soft">{translate('panel_unknown_page')}</p>
        )}
      </div>
    </>
  )
}

/** Due ones first, unfolded. */
function PageChecks({ page }: { page: PageId }) {
  const { overview, translate } = useApp()
  const answering = useAnswering((row) => row?.focus())
  const checks = checksOn(overview, page)
  if (checks.length === 0) return <p class="area soft">{translate('panel_no_checks')}</p>
  return (
    <Section class="area" id="checks" title={translate('panel_checks')} level={2}>
      {checks.map((one) => (
        <Row key={one.id} of={one} answering={answering} />
      ))}
    </Section>
  )
}

/** Folded unless it is due. */
function Row({ of, answering }: { of: Check; answering: Answering }) {
  const { i18n } = useApp()
  return (
    <details class="item" open={of.waiting}>
      <summary id={rowId(of.id)} class="row">
        <h3>{checkTitle(i18n, of)}</h3>
        <StatusLine of={of} />
      </summary>
      <div class="more">
        <ItemBody of={of} answering={answering} />
      </div>
    </details>
  )
}
