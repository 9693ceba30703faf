import { useSignal } from '@preact/signals'
import { addressOfTab } from '../browser/tabs'
import type { MessageName } from '../i18n/i18n'
import { happeningTitle } from '../i18n/item-text'
import type { StoreFrontHost } from '../pages/hosts'
import type { Judgement, Verdict } from '../pages/official'
import { addressOf } from '../pages/page-urls'
import { useApp } from '../ui/app'
import { once } from '../ui/ignore-double-click'
import { unshared } from '../ui/typing'

type Result =
  | { kind: 'judged'; host: string; judgement: Judgement }
  | { kind: 'said'; text: 'address_refused' | 'address_open_again' | 'address_not_loaded' }

/** What each verdict is called, and what to do about it. */
const told = {
  official: { title: 'verdict_official', todo: 'verdict_official_todo' },
  'amazon-other': { title: 'verdict_amazon_other', todo: 'verdict_amazon_other_todo' },
  lookalike: { title: 'verdict_lookalike', todo: 'verdict_lookalike_todo' },
  unrelated: { title: 'verdict_unrelated', todo: 'verdict_unrelated_todo' },
} as const satisfies Record<Verdict, { title: MessageName; todo: MessageName }>

/** Of what is not Amazon's, some outcomes are told apart. What is no address says itself what to do. */
function tell({ verdict, reason }: Judgement): { title: MessageName; todo?: MessageName } {
  if (reason === 'amazon_name') return { title: 'verdict_amazon_name', todo: 'verdict_amazon_name_todo' }
  return reason === 'unrelated_not_an_address' ? { title: told[verdict].title } : told[verdict]
}

/** Where a password may have been typed that was meant for Amazon. */
const isForeign = ({ verdict, reason }: Judgement) =>
  verdict === 'lookalike' ||
  (verdict === 'unrelated' && reason !== 'unrelated_not_an_address' && reason !== 'unrelated_not_a_web_page')

/**
 * "Is this page really Amazon's?": the tab's address, or a pasted one, judged on the spot and explained.
 * @param load what judges: it brings the list of all public suffixes, so it is loaded when it is first asked.
 */
export function AddressCheck(props: {
  front: StoreFrontHost | undefined
  load?: () => Promise<Pick<typeof import('../pages/official'), 'judgeAddress'>>
}) {
  const { front, load = () => import('../pages/official') } = props
  const { i18n, session } = useApp()
  const { translate } = i18n
  const typed = useSignal('')
  const result = useSignal<Result | undefined>(undefined)

  async function judge(address: string): Promise<void> {
    try {
      const { judgeAddress } = await load()
      result.value = { kind: 'judged', host: hostIn(address), judgement: judgeAddress(address) }
    } catch {
      result.value = { kind: 'said', text: 'address_not_loaded' }
    }
  }

  async function judgeTab(): Promise<void> {
    const tab = await addressOfTab().catch(() => ({ kind: 'refused' }) as const)
    if (tab.kind === 'known') await judge(tab.address)
    else
      result.value = { kind: 'said', text: tab.kind === 'refused' ? 'address_refused' : 'address_open_again' }
  }

  const shown = result.value
  const said = shown?.kind === 'judged' ? tell(shown.judgement) : undefined
  return (
    <details class="fold">
      <summary>{translate('address_title')}</summary>
      <p class="soft">{translate('address_explain')}</p>
      <p>
        <button type="button" onClick={() => void judgeTab()}>
          {translate('address_tab')}
        </button>
      </p>
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
            {said.todo && <p>{translate(said.todo)}</p>}
          </>
        )}
      </div>
      {shown?.kind === 'judged' && isForeign(shown.judgement) && (
        <p>
          <button type="button" onClick={once(() => void session.report('typed-on-doubtful-page'))}>
            {happeningTitle(i18n, 'typed-on-doubtful-page')}
          </button>
        </p>
      )}
      {shown?.kind === 'judged' && shown.judgement.verdict !== 'official' && front !== undefined && (
        <p>
          <a href={addressOf('home', front)} target="_blank" rel="noopener noreferrer">
            {translate('verdict_open_own', { host: front })}
          </a>
        </p>
      )}
    </details>
  )
}

/** Browsers cut addresses far below this. */
const longestAddress = 4096

/** The host as the network sees it: letters of other alphabets as `xn--…`, so that a disguise shows. */
function hostIn(address: string): string {
  try {
    return new URL(address).host
  } catch {
    return ''
  }
}
