import { fingerprintOf, hashesOf, spanText } from '../../domain/journal/fingerprint'
import type { Overview } from '../../domain/overview'
import { hasBeen } from '../../domain/time/day'
import type { Session } from '../../ui/overview-store'
import type { I18n } from '../app/app'
import { csvOf, separatorFor } from '../downloads/csv'
import { byText, entryText, storeOf } from './journal-page'
import { journalIn, type Period, spanOf } from './load-journal'
import { sha256 } from './sha256'

/** The history as a CSV file, newest first. A last row has the fingerprint, so that the table can be compared later. */
export async function historyTable(
  overview: Overview,
  session: Session,
  i18n: I18n,
  period: Period,
): Promise<string> {
  const { translate } = i18n
  const journal = await journalIn(session, period)
  const hashes = await hashesOf(journal.entries, sha256)
  const fingerprint = await fingerprintOf(spanOf(period, journal, overview.today), hashes, sha256)
  const head = [
    translate('journal_when'),
    translate('journal_column_time'),
    translate('journal_what'),
    translate('journal_where'),
    translate('journal_by'),
    translate('journal_column_entry'),
    translate('journal_column_hash'),
  ]
  const rows = journal.entries.map((entry, at) => [
    hasBeen(entry.day, overview.today)
      ? entry.day
      : translate('journal_day_ahead', { day: i18n.day(entry.day) }),
    i18n.inFile(entry.at),
    entryText(entry, overview, i18n),
    storeOf(entry, overview, i18n),
    byText(entry, i18n) ?? '',
    ...(hashes[at] ?? []),
  ])
  const last = ['', '', translate('report_fingerprint'), '', '', spanText(fingerprint), fingerprint.hash]
  return csvOf([head, ...rows, last], separatorFor(i18n.locale))
}
