import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { longestName } from '../../domain/answer'
import { isMeasureId } from '../../domain/commitment'
import { happeningIds } from '../../domain/incidents'
import { itemIds } from '../../domain/items'
import type { JournalAnswer, JournalEntry, JournalPage } from '../../domain/journal/journal'
import type { Overview } from '../../domain/overview'
import { certainSecret } from '../../domain/text/secrets'
import { visible } from '../../domain/text/visible'
import { addDays, hasBeen } from '../../domain/time/day'
import type { LocalDay } from '../../domain/time/time'
import type { I18n } from '../../i18n/i18n'
import { happeningTitle, itemText } from '../../i18n/item-text'
import { playbookTitle } from '../../i18n/playbook-text'
import { failureOf } from '../../messages/ask'
import { useApp } from '../../ui/app'
import { storeName } from '../../ui/store-label'
import { unshared } from '../../ui/typing'
import { SecretHint } from '../forms/field'
import { AsRead, Loaded, useReading } from '../loading/use-resource'
import { journalBackTo } from './load-journal'
import { YearChart } from './year-chart'

/** The dated history of answers, newest first. */
export function JournalPart() {
  const { i18n, session, overview } = useApp()
  /** How far back the seller has looked; no day lies behind the first page until older ones are asked for. */
  const reach = useRef<LocalDay | ''>(newestPage)
  const end = useRef<HTMLParagraphElement>(null)
  // Read anew whenever something was answered.
  const reading = useReading(() => journalBackTo(session, reach.current), [overview])
  async function more(before: LocalDay): Promise<void> {
    reach.current = addDays(before, -1)
    await reading.again()
    if (reading.failed.value) return
    reach.current = reading.value.value?.before ?? ''
    // The button is gone with the last page, and the focus with it.
    if (document.activeElement === document.body) end.current?.focus()
  }
  return (
    <AsRead reading={reading}>
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
    </AsRead>
  )
}

/** Later than any day. */
const newestPage = '9999-12-31'

function Journal({ journal, onMore }: { journal: JournalPage; onMore: (before: LocalDay) => Promise<void> }) {
  const { i18n, session, overview } = useApp()
  const { translate, plural, day } = i18n
  const store = useSignal('')
  const item = useSignal('')
  const shown = journal.entries.filter(
    (entry) =>
      (store.value === '' || entry.store === store.value) &&
      (item.value === '' || itemIn(entry) === item.value),
  )
  const asked = itemIds.filter((id) => journal.entries.some((entry) => itemIn(entry) === id))
  const { before } = journal
  const nothing =
    journal.entries.length === 0
      ? 'journal_empty'
      : before === undefined
        ? 'journal_none'
        : 'journal_none_yet'
  return (
    <>
      <p>{translate('journal_explain')}</p>
      <Loaded load={() => session.ask('year-of-checks', null)} on={[overview]}>
        {(year) => <YearChart year={year} />}
      </Loaded>
      <Who who={journal.who} />
      <div class="tools">
        <p class="choice">
          <label for="journal-store">{translate('journal_filter_store')}</label>
          <select
            id="journal-store"
            value={store.value}
            onChange={({ currentTarget }) => {
              store.value = currentTarget.value
            }}
          >
            <option value="">{translate('journal_filter_all')}</option>
            {overview.stores.map((one) => (
              <option key={one.id} value={one.id}>
                {storeName(i18n, one)}
              </option>
            ))}
          </select>
        </p>
        <p class="choice">
          <label for="journal-item">{translate('journal_filter_item')}</label>
          <select
            id="journal-item"
            value={item.value}
            onChange={({ currentTarget }) => {
              item.value = currentTarget.value
            }}
          >
            <option value="">{translate('journal_filter_all')}</option>
            {asked.map((id) => (
              <option key={id} value={id}>
                {itemText(i18n, id).title}
              </option>
            ))}
          </select>
        </p>
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
      {before !== undefined && (
        <button type="button" onClick={() => void onMore(before)}>
          {translate('journal_more')}
        </button>
      )}
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
  const { entries, by } = props
  const { i18n, overview } = useApp()
  const { translate, day } = i18n
  return (
    <table class={props.class}>
      <thead>
        <tr>
          <th scope="col">{translate('journal_when')}</th>
          <th scope="col">{translate('journal_what')}</th>
          <th scope="col">{translate('journal_where')}</th>
          <th scope="col">{translate('journal_by')}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.id}>
            <td>
              {hasBeen(entry.day, overview.today)
                ? day(entry.day)
                : translate('journal_day_ahead', { day: day(entry.day) })}
            </td>
            <td>{entryText(entry, overview, i18n)}</td>
            <td>{storeOf(entry, overview, i18n)}</td>
            <td>{by(entry)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Who({ who }: { who: string }) {
  const { i18n, session } = useApp()
  const { translate } = i18n
  const name = useSignal(who)
  return (
    <form
      class="field"
      onSubmit={async (event) => {
        event.preventDefault()
        if (certainSecret(name.value) !== undefined) return
        try {
          await session.ask('name-self', { who: name.value.trim() })
          session.tell({ kind: 'saved' })
        } catch (error) {
          session.tell({ kind: 'failed', failure: failureOf(error) })
        }
      }}
    >
      <label for="who">{translate('journal_who')}</label>
      <div class="entry">
        <input
          {...unshared}
          id="who"
          maxLength={longestName}
          value={name.value}
          onInput={({ currentTarget }) => {
            name.value = visible(currentTarget.value)
          }}
        />
        <button type="submit">{translate('set')}</button>
      </div>
      <SecretHint
        text={name.value}
        onTakeOut={(rest) => {
          name.value = rest
        }}
      />
    </form>
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
export function entryText({ what, store }: JournalEntry, { stores }: Overview, i18n: I18n): string {
  const { translate } = i18n
  const measures = stores.find(({ id }) => id === store)?.measures ?? []
  switch (what.kind) {
    case 'answered': {
      const id = what.item
      const item = itemIds.find((one) => one === id)
      const promised = measures.find((one) => one.id === id)?.title ?? translate('journal_measure')
      const other = isMeasureId(id) ? promised : id
      const title = item === undefined ? other : itemText(i18n, item).title
      return answerText(what.answer, title, i18n)
    }
    case 'happened': {
      const happening = happeningIds.find((id) => id === what.what)
      return happening === undefined
        ? translate('journal_unknown')
        : translate('journal_happened', { what: happeningTitle(i18n, happening) })
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
      return translate('journal_measure_promised', { title: what.measure.title })
    case 'measure-dropped':
      return translate('journal_measure_dropped')
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
  switch (answer.kind) {
    case 'checked':
      return translate('journal_checked', { title })
    case 'snoozed':
      return translate('journal_snoozed', { title })
    case 'dismissed':
      return translate('journal_dismissed', { title })
    case 'handled-elsewhere':
      return translate('journal_elsewhere', { by: answer.by, title })
    case 'restored':
      return translate('journal_restored', { title })
    case 'undone':
      return translate('journal_undone', { title })
    case 'noted':
      return translate('journal_noted', { title })
    case 'kept':
    case 'silenced':
      return translate('journal_cards', { title })
    case 'paced':
      return translate('journal_paced', { title })
  }
}
