import { longestName, paceBounds } from '../../domain/answer'
import {
  type Draft,
  longestLine,
  longestPart,
  longestTitle,
  mostLines,
  type SavedDraft,
} from '../../domain/appeals/draft'
import { isMeasureId, longestMeasure, type MeasureId } from '../../domain/commitment'
import { type DraftId, isId } from '../../domain/ids'
import { type Found, find } from '../format/codec'
import { day, eventId, id, instant, z } from '../format/schema'

/** One key for each version of a draft. */
export const draftPrefix = 'draft/'

const dayOrNone = z.union([day, z.literal('')])
const upTo = (longest: number) => z.string().check(z.maxLength(longest))
const some = <T extends z.ZodMiniType>(one: T) => z.array(one).check(z.maxLength(mostLines))

const v1 = z.object({
  version: z.literal(1),
  store: id,
  run: z.exactOptional(id),
  rev: eventId,
  at: instant,
  removed: z.exactOptional(day),
  content: z.object({
    title: upTo(longestTitle),
    noticed: dayOrNone,
    reference: upTo(longestLine),
    happened: upTo(longestPart),
    cause: upTo(longestPart),
    done: some(z.object({ what: upTo(longestLine), on: dayOrNone })),
    measures: some(
      z.object({
        id: z.string().check(z.refine((own) => isId(own) && isMeasureId(own))),
        what: upTo(longestMeasure),
        who: upTo(longestName),
        every: z.union([
          z.int().check(z.minimum(paceBounds.least), z.maximum(paceBounds.most)),
          z.literal(''),
        ]),
      }),
    ),
    evidence: some(z.object({ name: upTo(longestLine), on: dayOrNone })),
  }),
})

const stored = z.pipe(
  v1,
  z.transform(
    ({ version: _version, content, ...draft }): SavedDraft => ({
      ...draft,
      content: {
        ...content,
        measures: content.measures.map((measure) => ({ ...measure, id: measure.id as MeasureId })),
      },
    }),
  ),
)

export function decodeDraft(raw: unknown): Found<SavedDraft> {
  return find(stored, 1, raw)
}

export function encodeDraft({ content, ...draft }: SavedDraft): z.input<typeof v1> {
  return { version: 1, ...draft, content: contentOf(content) }
}

function contentOf({ done, measures, evidence, ...texts }: Draft): z.input<typeof v1>['content'] {
  return { ...texts, done: [...done], measures: [...measures], evidence: [...evidence] }
}

export function draftKey(draft: DraftId, version: number): string {
  return `${draftPrefix}${draft}/${version}`
}

/** Five digits: whatever a file brings, the next version has a number of its own. */
const versionPattern = /^[1-9]\d{0,4}$/

/** Undefined for a key that no draft of ours has: kept, not shown. */
export function draftOf(key: string): { draft: DraftId; version: number } | undefined {
  const [, draft = '', version = '', ...more] = key.split('/')
  if (!isId(draft) || !versionPattern.test(version) || more.length > 0) return undefined
  return { draft, version: Number(version) }
}
