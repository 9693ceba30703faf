import { fingerprintOf, hashesOf, spanText } from '../../domain/journal/fingerprint'
import type { Overview } from '../../domain/overview'
import { hasBeen } from '../../domain/time/day'
import type { Session } from '../../ui/overview-store'
import type { I18n } from '../app/app'
import { csvOf, separatorFor } from '../downloads/csv'
import { byText, entryText, storeOf } from './journal-page'
import { journalIn, type Period, spanOf } from './load-journal'
import { sha256 } from './sha256'

/**
 * The history as a CSV file, newest first.
 * @param isComparable adds each entry's hash, and a last row with the fingerprint, so that it can be compared later.
 */
export async function historyTable(
  overview: Overview,
  session: Session,
  i18n: I18n,
  period: Period,
  isComparable = false,
): Promise<string> {
  const { translate } = i18n
  const journal = await journalIn(session, period)
  const head = [
    translate('journal_when'),
    translate('journal_column_time'),
    translate('journal_what'),
    translate('journal_where'),
    translate('journal_by'),
  ]
  const rows = journal.entries.map((entry) => [
    hasBeen(entry.day, overview.today)
      ? entry.day
      : translate('journal_day_ahead', { day: i18n.day(entry.day) }),
    i18n.inFile(entry.at),
    entryText(entry, overview, i18n),
    storeOf(entry, overview, i18n),
    byText(entry, i18n) ?? '',
  ])
  const table = (all: readonly (readonly string[])[]) => csvOf(all, separatorFor(i18n.locale))
  if (!isComparable) return table([head, ...rows])
  const hashes = await hashesOf(journal.entries, sha256)
  const fingerprint = await fingerprintOf(spanOf(period, journal, overview.today), hashes, sha256)
  const last = ['', '', translate('report_fingerprint'), '', '', spanText(fingerprint), fingerprint.hash]
  const columns = [translate('journal_column_entry'), translate('journal_column_hash')]
  return table([[...head, ...columns], ...rows.map((row, at) => [...row, ...(hashes[at] ?? [])]), last])
}
