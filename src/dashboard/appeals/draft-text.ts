import { type Draft, linesOf } from '../../domain/appeals/draft'
import type { I18n } from '../../i18n/i18n'
import type { DashboardText, LetterText } from '../../i18n/surfaces'

/** The seller's name for the draft. */
export function draftTitle(
  { title }: Pick<Draft, 'title'>,
  { translate }: I18n<Extract<DashboardText, LetterText>>,
): string {
  return title.trim() || translate('appeal_unnamed')
}

export type AppealSection = { heading: string; lines: readonly string[]; isList: boolean }

/** The text to submit, in the order in which Amazon asks. Empty parts are left out. */
export function appealSections(draft: Draft, i18n: I18n<LetterText>): AppealSection[] {
  const { translate, plural, day } = i18n
  const { noticed, reference, happened, cause, done, measures, evidence } = draft
  const dated = (what: string, on: string) =>
    on === '' ? what : translate('appeal_text_dated', { what, day: day(on) })
  const notice =
    noticed === ''
      ? reference && translate('appeal_text_reference', { reference })
      : reference === ''
        ? translate('appeal_text_noticed', { day: day(noticed) })
        : translate('appeal_text_notice', { day: day(noticed), reference })
  const written = <T>(rows: readonly T[], textOf: (row: T) => string) =>
    rows.filter((row) => textOf(row).trim() !== '')
  return [
    {
      heading: translate('appeal_part_happened'),
      lines: [...linesOf(notice), ...linesOf(happened)],
      isList: false,
    },
    { heading: translate('appeal_part_cause'), lines: linesOf(cause), isList: false },
    {
      heading: translate('appeal_part_done'),
      lines: written(done, ({ what }) => what).map(({ what, on }) => dated(what.trim(), on)),
      isList: true,
    },
    {
      heading: translate('appeal_part_measures'),
      lines: written(measures, ({ what }) => what).map(({ what, who, every }) => {
        const text = what.trim()
        const often = every === '' ? undefined : plural('appeal_text_every', every)
        if (who.trim() === '')
          return often === undefined ? text : translate('appeal_text_often', { what: text, often })
        return often === undefined
          ? translate('appeal_text_who', { what: text, who: who.trim() })
          : translate('appeal_text_measure', { what: text, who: who.trim(), often })
      }),
      isList: true,
    },
    {
      heading: translate('appeal_part_evidence'),
      lines: written(evidence, ({ name }) => name).map(({ name, on }) => dated(name.trim(), on)),
      isList: true,
    },
  ].filter(({ lines }) => lines.length > 0)
}

/** Plain text, for a field without markup. */
export function plainAppeal(draft: Draft, i18n: I18n<LetterText>): string {
  return appealSections(draft, i18n)
    .map(({ heading, lines, isList }) =>
      [heading, ...lines.map((line, index) => (isList ? `${index + 1}. ${line}` : line))].join('\n'),
    )
    .join('\n\n')
}

export function markdownAppeal(draft: Draft, i18n: I18n<LetterText>): string {
  const sections = appealSections(draft, i18n).map(({ heading, lines, isList }) => {
    const text = lines.map((line, index) => (isList ? `${index + 1}. ${escaped(line)}` : escaped(line)))
    return `## ${escaped(heading)}\n\n${text.join(isList ? '\n' : '\n\n')}\n`
  })
  return `# ${escaped(draftTitle(draft, i18n))}\n\n${sections.join('\n')}`
}

/** Escapes the seller's text, so that none of it becomes markup (CommonMark, backslash escapes). */
function escaped(text: string): string {
  return text
    .replace(/\n/g, ' ')
    .replace(/[\\`*_{}[\]<>#|~]/g, '\\$&')
    .replace(
      /^(\s*)([-+=]|\d+[.)])/,
      (_, space: string, mark: string) => `${space}${mark.slice(0, -1)}\\${mark.at(-1)}`,
    )
}
