import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { addressIfAllowed, addressOfTab } from '../browser/tabs'
import { isSigning } from '../browser/toolbar-sign'
import { incidentTitle } from '../i18n/item-text'
import type { PopupText } from '../i18n/surfaces'
import type { StoreFrontHost } from '../pages/hosts'
import type { Unwrapped } from '../pages/message/redirectors'
import type { Judgement, Verdict } from '../pages/official'
import { addressOf } from '../pages/page-urls'
import { Button } from '../ui/button'
import { hostShown } from '../ui/host-shown'
import { Section } from '../ui/section'
import { unshared } from '../ui/typing'
import { useApp } from './app'

type AddressResult =
  | {
      kind: 'judged'
      host: string
      /** The hosts that a link goes through first. */
      through: readonly string[]
      judgement: Judgement
    }
  | { kind: 'said'; text: 'address_refused' | 'address_open_again' | 'address_not_loaded' }

/** What each verdict is called, and what to do about it. */
const told = {
  official: { title: 'verdict_official', todo: 'verdict_official_todo' },
  'amazon-other': { title: 'verdict_amazon_other', todo: 'verdict_amazon_other_todo' },
  lookalike: { title: 'verdict_lookalike', todo: 'verdict_lookalike_todo' },
  unrelated: { title: 'verdict_unrelated', todo: 'verdict_unrelated_todo' },
} as const satisfies Record<Verdict, { title: PopupText; todo: PopupText }>

/** Of what is not Amazon's, some outcomes are told apart. What is no address says itself what to do. */
function tell({ verdict, reason }: Judgement): { title: PopupText; todo?: PopupText } {
  if (reason === 'amazon_name') return { title: 'verdict_amazon_name', todo: 'verdict_amazon_name_todo' }
  return reason === 'unrelated_not_an_address' ? { title: told[verdict].title } : told[verdict]
}

/** Where a password may have been typed that was meant for Amazon. */
const isForeign = ({ verdict, reason }: Judgement) =>
  verdict === 'lookalike' ||
  (verdict === 'unrelated' && reason !== 'unrelated_not_an_address' && reason !== 'unrelated_not_a_web_page')

type Judge = Pick<typeof import('../pages/official'), 'judgeAddress'> & {
  unwrap?: (address: string) => Unwrapped
}

type Props = {
  front: StoreFrontHost | undefined
  /** What judges: it brings the list of all public suffixes, so it is loaded when it is first asked. */
  load?: () => Promise<Judge>
}

/** A link is judged by where it leads in the end: Amazon's own counters lead on to other sites. */
async function judgeOfLinks(): Promise<Judge> {
  const [{ judgeAddress, isAmazons }, { unwrap }] = await Promise.all([
    import('../pages/official'),
    import('../pages/message/redirectors'),
  ])
  return { judgeAddress, unwrap: (address) => unwrap(address, isAmazons, Number.POSITIVE_INFINITY) }
}

/** "Is this page really Amazon's?": the tab's address, judged here. At once if the browser gives it without a question. */
export function TabCheck({ front, load = () => import('../pages/official') }: Props) {
  const { translate } = useApp()
  const { result, judge } = useJudge(load)

  async function judgeTab(): Promise<void> {
    const tab = await addressOfTab().catch(() => ({ kind: 'refused' }) as const)
    if (tab.kind === 'known') await judge(tab.address)
    else
      result.value = { kind: 'said', text: tab.kind === 'refused' ? 'address_refused' : 'address_open_again' }
  }
  const isSigned = useSignal(false)
  useEffect(() => {
    void isSigning().then(
      (is) => {
        isSigned.value = is
      },
      () => undefined,
    )
    void addressIfAllowed()
      // Not a page of the browser, or of ours.
      .then((address) => (address !== undefined && /^https?:/.test(address) ? judge(address) : undefined))
      .catch(() => undefined)
  }, [])

  return (
    <Section class="area" id="tab-check" title={translate('address_title')} level={2}>
      <div class="box">
        <Judged of={result.value} front={front} />
        {result.value?.kind !== 'judged' && (
          <p>
            <Button onPress={() => judgeTab()}>{translate('address_tab')}</Button>
          </p>
        )}
        {isSigned.value && <p class="soft">{translate('address_sign')}</p>}
      </div>
    </Section>
  )
}

/** The same for an address that is pasted before it is opened. */
export function LinkCheck({ front, load = judgeOfLinks }: Props) {
  const { translate } = useApp()
  const { result, judge } = useJudge(load)
  const typed = useSignal('')
  return (
    <Section class="area" id="link-check" title={translate('address_link_title')} level={2}>
      <div class="box">
        <p class="soft">{translate('address_explain')}</p>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void judge(typed.value.trim())
          }}
        >
          <label for="address">{translate('address_label')}</label>
          <div class="entry">
            <input
              id="address"
              // Not `url`: the browser would refuse what we are asked to explain.
              type="text"
              inputMode="url"
              {...unshared}
              dir="ltr"
              maxLength={longestAddress}
              value={typed.value}
              onInput={({ currentTarget }) => {
                typed.value = currentTarget.value
              }}
            />
            <button type="submit">{translate('address_check')}</button>
          </div>
        </form>
        <Judged of={result.value} front={front} />
      </div>
    </Section>
  )
}

function useJudge(load: () => Promise<Judge>) {
  const result = useSignal<AddressResult | undefined>(undefined)
  async function judge(address: string): Promise<void> {
    try {
      const { judgeAddress, unwrap } = await load()
      const { address: target, through } = unwrap?.(address) ?? { address, through: [] }
      result.value = { kind: 'judged', host: hostShown(target), through, judgement: judgeAddress(target) }
    } catch {
      result.value = { kind: 'said', text: 'address_not_loaded' }
    }
  }
  return { result, judge }
}

function Judged({ of: shown, front }: { of: AddressResult | undefined; front: StoreFrontHost | undefined }) {
  const { i18n, session, translate } = useApp()
  const said = shown?.kind === 'judged' ? tell(shown.judgement) : undefined
  return (
    <>
      <div role="status">
        {shown?.kind === 'said' && <p>{translate(shown.text)}</p>}
        {shown?.kind === 'judged' && said && (
          <>
            {shown.host !== '' && (
              <p>
                <bdi class="host">{shown.host}</bdi>
              </p>
            )}
            <p class={`verdict ${shown.judgement.verdict}`}>
              <strong>{translate(said.title)}</strong>
            </p>
            <p>{translate(shown.judgement.reason)}</p>
            {shown.through.length > 0 && (
              <p class="soft">{translate('address_through', { hosts: i18n.list(shown.through) })}</p>
            )}
            {said.todo && <p>{translate(said.todo)}</p>}
          </>
        )}
      </div>
      {shown?.kind === 'judged' && isForeign(shown.judgement) && (
        <p>
          <Button onPress={() => session.report('typed-on-doubtful-page')}>
            {incidentTitle(i18n, 'typed-on-doubtful-page')}
          </Button>
        </p>
      )}
      {shown?.kind === 'judged' && shown.judgement.verdict !== 'official' && front !== undefined && (
        <p>
          <a href={addressOf('home', front)} target="_blank" rel="noopener noreferrer">
            {translate('verdict_open_own', { host: front })}
          </a>
        </p>
      )}
    </>
  )
}

/** Browsers cut addresses far below this. */
const longestAddress = 4096
