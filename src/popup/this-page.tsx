import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { currentTab, loadAgain } from '../browser/tabs'
import type { PageId } from '../domain/page'
import { checksOn } from '../domain/round'
import { pageTitle } from '../i18n/item-text'
import type { Sees } from '../messages/protocol'
import { useAnswering } from '../ui/answering'
import { Button } from '../ui/button'
import { MessageCheckFold } from '../ui/message-check-fold'
import { Section } from '../ui/section'
import { frontOf } from '../ui/store-label'
import { SeesFacts } from '../ui/tab-activity'
import { LinkCheck, TabCheck } from './address-check'
import { CheckRows } from './also-due'
import { useApp } from './app'

/** What belongs to the page in the tab: whose it is, its checks, and all that Nightlatch sees of it. */
export function ThisPage({ isOpen }: { isOpen: boolean }) {
  const { session, overview } = useApp()
  const sees = useSignal<Sees | 'failed' | undefined>(undefined)
  const tab = useSignal<number | undefined>(undefined)
  const front = frontOf(overview.store)

  async function look(): Promise<void> {
    try {
      tab.value = await currentTab()
      sees.value = tab.value === undefined ? 'failed' : await session.ask('sees', { tab: tab.value })
    } catch {
      sees.value = 'failed'
    }
  }
  useEffect(() => {
    if (isOpen) void look()
  }, [isOpen])

  const page = typeof sees.value === 'object' ? sees.value.place?.page : undefined
  return (
    <>
      <TabCheck front={front} />
      {/* A row has one place at a time: while the other tab is open, it is there. */}
      {isOpen && page !== undefined && <PageChecks of={page} />}
      <WhatItSees sees={sees.value} tab={tab.value} fail={() => (sees.value = 'failed')} />
      <LinkCheck front={front} />
      <MessageCheckFold />
    </>
  )
}

function PageChecks({ of: page }: { of: PageId }) {
  const { i18n, overview, translate } = useApp()
  const answering = useAnswering((row) => row?.focus())
  const checks = checksOn(overview, page)
  return (
    <Section
      class="area"
      id="page-checks"
      title={translate('popup_page_checks', { page: pageTitle(i18n, page) })}
      level={2}
    >
      {checks.length > 0 ? (
        <CheckRows of={checks} answering={answering} />
      ) : (
        <p class="soft">{translate('popup_page_no_checks')}</p>
      )}
    </Section>
  )
}

/** All that was used about the open tab, and why there is a card or none. */
function WhatItSees(props: { sees: Sees | 'failed' | undefined; tab: number | undefined; fail: () => void }) {
  const { sees, tab, fail } = props
  const { translate } = useApp()
  const isLoading = useSignal(false)
  async function load(tab: number): Promise<void> {
    try {
      await loadAgain(tab)
      isLoading.value = true
    } catch {
      fail()
    }
  }
  return (
    <Section class="area activity" id="sees" title={translate('sees_title')} level={2}>
      <div class="box">
        <p class="soft">{translate('sees_explain')}</p>
        {sees === 'failed' && <p role="alert">{translate('failed_unexpected')}</p>}
        {typeof sees === 'object' && <SeesFacts sees={sees} />}
        {typeof sees === 'object' && sees.place === undefined && tab !== undefined && !isLoading.value && (
          <p>
            <Button onPress={() => load(tab)}>{translate('sees_load_again')}</Button>
          </p>
        )}
        <div role="status">{isLoading.value && <p>{translate('sees_loading')}</p>}</div>
      </div>
    </Section>
  )
}
