import { useSignal } from '@preact/signals'
import { type Comparison, compared, earlierIn, type Span } from '../../domain/journal/fingerprint'
import type { JournalEntry } from '../../domain/journal/journal'
import { largestFile } from '../../domain/stored-data/import-report'
import { FieldForm } from '../../ui/forms/field'
import { useAction } from '../../ui/use-action'
import { type I18n, useApp } from '../app/app'
import { EntriesTable } from '../journal/journal-page'
import { journalIn } from '../journal/load-journal'
import { sha256 } from '../journal/sha256'

type Found = { span: Span; comparison: Comparison; entries: readonly JournalEntry[] }

/** Tells whether the entries that an earlier report covered are still the same. */
export function CompareReports() {
  const { i18n, session, translate, day } = useApp()
  const pasted = useSignal('')
  const found = useSignal<Found | undefined>(undefined)
  const { said, act } = useAction()
  async function compare(text: string): Promise<string> {
    found.value = undefined
    const earlier = earlierIn(text)
    if (!earlier) return translate('report_compare_none')
    const now = await journalIn(session, earlier.fingerprint)
    const comparison = await compared(earlier, { ...now, unreadable: now.unreadable.length }, sha256)
    const result = { span: earlier.fingerprint, comparison, entries: now.entries }
    found.value = result
    return comparedText(i18n, result)
  }
  async function readTable(source: File | undefined): Promise<string> {
    found.value = undefined
    if (!source) return ''
    // A journal at its cap makes a table of this size.
    if (source.size > 2 * largestFile) return translate('report_compare_none')
    const text = await source.text().catch(() => undefined)
    return text === undefined ? translate('refused_unreadable') : compare(text)
  }
  const differing = found.value && differingIn(found.value)
  return (
    <details>
      <summary>{translate('report_compare')}</summary>
      <p class="soft">{translate('report_compare_explain')}</p>
      <FieldForm
        id="report-earlier"
        label={translate('report_compare_code')}
        button={translate('report_compare_go')}
        of={pasted}
        missing={translate('report_compare_none')}
        onSubmit={(text) => void act(() => compare(text))}
      />
      <p class="field">
        <label for="report-earlier-file">{translate('report_compare_file')}</label>
        <input
          id="report-earlier-file"
          type="file"
          accept=".csv,text/csv"
          onChange={({ currentTarget }) => void act(() => readTable(currentTarget.files?.[0]))}
        />
      </p>
      <div role="status">
        {found.value && (
          <p class="soft">
            {translate('report_journal_title', {
              from: day(found.value.span.from),
              to: day(found.value.span.to),
            })}
          </p>
        )}
        <p>{said}</p>
      </div>
      {differing && differing.length > 0 && <EntriesTable entries={differing} by={({ who }) => who} />}
    </details>
  )
}

/** What is still there of the entries that differ, newest first. */
function differingIn({ comparison, entries }: Found): readonly JournalEntry[] {
  if (comparison.kind !== 'differ') return []
  const ids = new Set([...comparison.changed, ...comparison.added])
  return entries.filter(({ id }) => ids.has(id))
}

function comparedText({ translate, plural, number, day }: I18n, { comparison, entries }: Found): string {
  switch (comparison.kind) {
    case 'same':
      return plural('report_compare_same', entries.length)
    case 'differ': {
      const { changed, missing, added } = comparison
      if (changed.length + missing.length === 0)
        return [
          plural('report_compare_same', entries.length - added.length),
          plural('report_compare_added', added.length),
        ].join(' ')
      const parts = {
        changed: number(changed.length),
        missing: number(missing.length),
        added: number(added.length),
      }
      return [
        plural('report_compare_differ', changed.length + missing.length + added.length),
        translate('report_compare_parts', parts),
      ].join(' ')
    }
    case 'not-the-same':
      return translate('report_compare_not_same')
    case 'table-altered':
      return translate('report_compare_altered')
    case 'dropped':
      return comparison.on === undefined
        ? translate('report_compare_dropped', { day: day(comparison.through) })
        : translate('report_compare_dropped_on', {
            through: day(comparison.through),
            day: day(comparison.on),
          })
    case 'unreadable':
      return plural('report_compare_unreadable', comparison.days)
  }
}
