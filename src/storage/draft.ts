import { paceBounds } from '../domain/answer'
import type { Draft, DraftId, SavedDraft } from '../domain/draft'
import { isMeasureId, type MeasureId } from '../domain/measure'
import { type Found, find } from './stored'
import { day, instant, z } from './zod'

/** One key for each version of a draft. */
export const draftPrefix = 'draft/'

const dayOrNone = z.union([day, z.literal('')])

const v1 = z.object({
  version: z.literal(1),
  store: z.string(),
  run: z.exactOptional(z.string()),
  rev: z.string(),
  at: instant,
  removed: z.exactOptional(day),
  content: z.object({
    title: z.string(),
    noticed: dayOrNone,
    reference: z.string(),
    happened: z.string(),
    cause: z.string(),
    done: z.array(z.object({ what: z.string(), on: dayOrNone })),
    measures: z.array(
      z.object({
        id: z.string().check(z.refine(isMeasureId)),
        what: z.string(),
        who: z.string(),
        every: z.union([
          z.int().check(z.minimum(paceBounds.least), z.maximum(paceBounds.most)),
          z.literal(''),
        ]),
      }),
    ),
    evidence: z.array(z.object({ name: z.string(), on: dayOrNone })),
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

export function draftOf(key: string): { draft: DraftId; version: number } {
  const [, draft = '', version = ''] = key.split('/')
  return { draft, version: Number(version) }
}
