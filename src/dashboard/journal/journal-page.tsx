import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { longestName } from '../../domain/answer'
import { isCommitmentId } from '../../domain/commitment'
import { incidentIds } from '../../domain/incidents'
import { type ItemId, itemIds } from '../../domain/items'
import type { JournalAnswer, JournalEntry, JournalPage } from '../../domain/journal/journal'
import type { Overview } from '../../domain/overview'
import { addDays, hasBeen } from '../../domain/time/day'
import type { LocalDay } from '../../domain/time/time'
import { incidentTitle, itemText, snake } from '../../i18n/item-text'
import { playbookTitle } from '../../i18n/playbook-text'
import { Button } from '../../ui/button'
import { FieldForm } from '../../ui/forms/field'
import { Select } from '../../ui/select'
import { storeName } from '../../ui/store-label'
import { Table } from '../../ui/table'
import { Loaded, useResource } from '../../ui/use-resource'
import { type I18n, useApp } from '../app/app'
import { journalBackTo } from './load-journal'
import { YearChart } from './year-chart'

/** The dated history of answers, newest first. */
export function JournalPart() {
  const { i18n, session } = useApp()
  /** How far back the seller has looked; no day lies behind the first page until older ones are asked for. */
  const reach = useRef<LocalDay | ''>(newestPage)
  const end = useRef<HTMLParagraphElement>(null)
  const resource = useResource(() => journalBackTo(session, reach.current), ['change'])
  async function more(before: LocalDay): Promise<void> {
    reach.current = addDays(before, -1)
    const read = await resource.read()
    if (read.kind === 'failed') return
    reach.current = read.value.before ?? ''
    // The button is gone with the last page, and the focus with it.
    if (document.activeElement === document.body) end.current?.focus()
  }
  return (
    <Loaded of={resource}>
      {(journal) => (
        <>
          <Journal journal={journal} onMore={more} />
          {journal.before === undefined && reach.current !== newestPage && (
            <p class="soft" ref={end} tabIndex={-1}>
              {i18n.translate('journal_end')}
            </p>
          )}
        </>
      )}
    </Loaded>
  )
}

/** Later than any day. */
const newestPage = '9999-12-31'

function Journal({ journal, onMore }: { journal: JournalPage; onMore: (before: LocalDay) => Promise<void> }) {
  const { i18n, session, overview, translate, plural, day } = useApp()
  const store = useSignal('')
  const item = useSignal<ItemId | ''>('')
  const shown = journal.entries.filter(
    (entry) =>
      (store.value === '' || entry.store === store.value) &&
      (item.value === '' || itemIn(entry) === item.value),
  )
  const asked = itemIds.filter((id) => journal.entries.some((entry) => itemIn(entry) === id))
  const all = ['', translate('journal_filter_all')] as const
  const { before } = journal
  const year = useResource(() => session.ask('year-of-checks', null), ['change'])
  const nothing =
    journal.entries.length === 0
      ? 'journal_empty'
      : before === undefined
        ? 'journal_none'
        : 'journal_none_yet'
  return (
    <>
      <p>{translate('journal_explain')}</p>
      <Loaded of={year}>{(read) => <YearChart year={read} />}</Loaded>
      <Who who={journal.who} />
      <div class="tools">
        <Select
          id="journal-store"
          label={translate('journal_filter_store')}
          value={store.value}
          options={[all, ...overview.stores.map((one) => [one.id, storeName(i18n, one)] as const)]}
          onChoose={(id) => (store.value = id)}
        />
        <Select
          id="journal-item"
          label={translate('journal_filter_item')}
          value={item.value}
          options={[all, ...asked.map((id) => [id, itemText(i18n, id).title] as const)]}
          onChoose={(id) => (item.value = id)}
        />
      </div>
      {journal.unreadable.map((on) => (
        <p key={on} class="problem">
          {translate('journal_unreadable', { day: day(on) })}
        </p>
      ))}
      {shown.length === 0 ? (
        <p>{translate(nothing)}</p>
      ) : (
        <EntriesTable class="entries" entries={shown} by={(entry) => byText(entry, i18n)} />
      )}
      {before !== undefined && <Button onPress={() => onMore(before)}>{translate('journal_more')}</Button>}
      {journal.dropped && (
        <p class="soft">
          {plural('journal_dropped', journal.dropped.entries, { day: day(journal.dropped.through) })}
        </p>
      )}
      <p class="visually-hidden" role="status">
        {plural('journal_shown', shown.length)}
      </p>
    </>
  )
}

/** What was said, when, about which store, and by whom. */
export function EntriesTable(props: {
  entries: readonly JournalEntry[]
  by: (entry: JournalEntry) => string | undefined
  class?: string
}) {
  const { entries, by, ...rest } = props
  const { i18n, overview, translate, day } = useApp()
  const dayText = (on: LocalDay) =>
    hasBeen(on, overview.today) ? day(on) : translate('journal_day_ahead', { day: day(on) })
  return (
    <Table
      {...rest}
      columns={[
        translate('journal_when'),
        translate('journal_what'),
        translate('journal_where'),
        translate('journal_by'),
      ]}
      rows={entries.map((entry) => [
        entry.id,
        dayText(entry.day),
        entryText(entry, overview, i18n),
        storeOf(entry, overview, i18n),
        by(entry),
      ])}
    />
  )
}

function Who({ who }: { who: string }) {
  const { session, translate } = useApp()
  return (
    <FieldForm
      id="who"
      label={translate('journal_who')}
      button={translate('set')}
      of={useSignal(who)}
      maxLength={longestName}
      onSubmit={(who) =>
        session.attempt(async () => {
          await session.ask('name-self', { who })
          return { kind: 'saved' }
        })
      }
    />
  )
}

/** Whose browser it was, and whether it was said on a card. */
export function byText({ who, onPage }: JournalEntry, { translate }: I18n): string | undefined {
  if (!onPage) return who
  return who === undefined ? translate('journal_on_page') : translate('journal_who_on_page', { who })
}

export function storeOf({ store }: JournalEntry, { stores }: Overview, i18n: I18n): string {
  const found = stores.find(({ id }) => id === store)
  return found ? storeName(i18n, found) : store
}

/** An entry in words. Entries of a later version may hold what this one does not know. */
export function entryText({ what, store }: JournalEntry, { stores, own }: Overview, i18n: I18n): string {
  const { translate } = i18n
  const known = [...own, ...(stores.find(({ id }) => id === store)?.measures ?? [])]
  switch (what.kind) {
    case 'answered': {
      const id = what.item
      const item = itemIds.find((one) => one === id)
      const promised = known.find((one) => one.id === id)?.title ?? translate('journal_commitment')
      const other = isCommitmentId(id) ? promised : id
      const title = item === undefined ? other : itemText(i18n, item).title
      return answerText(what.answer, title, i18n)
    }
    case 'happened': {
      const incident = incidentIds.find((id) => id === what.what)
      return incident === undefined
        ? translate('journal_unknown')
        : translate('journal_happened', { what: incidentTitle(i18n, incident) })
    }
    case 'run-started':
      return translate('run_journal_started', { playbook: playbookNamed(what.playbook, i18n) })
    case 'run-closed':
      return translate('run_journal_closed', { playbook: playbookNamed(what.playbook, i18n) })
    case 'report-taken-back':
      return translate('journal_taken_back')
    case 'payouts-told':
      return translate('journal_payouts')
    case 'measure-promised':
      return translate('journal_commitment_promised', { title: what.measure.title })
    case 'own-check-put':
      return translate('journal_own_put', { title: what.check.title })
    case 'own-check-archived':
      return translate('journal_own_archived')
    case 'own-check-restored':
      return translate('journal_own_restored')
    case 'store-assigned':
      return what.who === ''
        ? translate('journal_store_unassigned')
        : translate('journal_store_assigned', { who: what.who })
    case 'measure-dropped':
      return translate('journal_commitment_dropped')
    case 'store-reset':
      return translate('journal_store_reset')
    case 'later-version':
      return translate('journal_unknown')
    default:
      return 'playbook' in what
        ? translate('run_journal_written', { playbook: playbookNamed(what.playbook, i18n) })
        : translate('journal_store')
  }
}

function itemIn({ what }: JournalEntry): string | undefined {
  return what.kind === 'answered' ? what.item : undefined
}

function playbookNamed(id: string, i18n: I18n): string {
  return playbookTitle(i18n, id) ?? i18n.translate('run_unknown', { id })
}

function answerText(answer: JournalAnswer, title: string, { translate }: I18n): string {
  if (answer.kind === 'handled-elsewhere') return translate('journal_elsewhere', { by: answer.by, title })
  if (answer.kind === 'assigned')
    return answer.who === ''
      ? translate('journal_unassigned', { title })
      : translate('journal_assigned', { who: answer.who, title })
  const { kind } = answer
  return translate(`journal_${kind === 'kept' || kind === 'silenced' ? 'cards' : snake(kind)}`, { title })
}
