import { longestName } from '../../domain/answer'
import {
  longestLine,
  longestPart,
  longestTitle,
  mostDraftVersions,
  mostLines,
  type SavedDraft,
} from '../../domain/appeals/draft'
import { longestCommitment } from '../../domain/commitment'
import { type DraftId, isId } from '../../domain/ids'
import { atMost, defineKind, type Merging } from '../format/kind'
import { bare, commitmentId, day, dayOrNone, eventId, id, instant, paceDays, z } from '../format/schema'

/** One key for each version of a draft. */
export const draftPrefix = 'draft/'

const upTo = (longest: number) => z.string().check(z.maxLength(longest))
const some = <T extends z.ZodMiniType>(one: T) => z.array(one).check(z.maxLength(mostLines))

const v1 = z.lazy(() =>
  z.object({
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
          id: commitmentId,
          what: upTo(longestCommitment),
          who: upTo(longestName),
          every: z.union([paceDays, z.literal('')]),
        }),
      ),
      evidence: some(z.object({ name: upTo(longestLine), on: dayOrNone })),
    }),
  }),
)

export const draftKind = defineKind<SavedDraft>({
  prefix: draftPrefix,
  names: [isId, (part) => versionPattern.test(part)],
  shape: () => bare(v1),
  version: 1,
  longest: { list: mostLines, text: longestPart },
  bounds: [atMost('draft', mostDraftVersions)],
  eventsIn: ({ rev }) => [rev],
  isAhead: ({ at }, horizon) => at > horizon.at,
  ownerOf: (_, value) => value?.store,
  speaks: () => true,
  joinAll: mergedDrafts,
})

/** If both sides changed a version, both are kept as two versions. */
function mergedDrafts(
  own: ReadonlyMap<string, SavedDraft>,
  file: ReadonlyMap<string, SavedDraft>,
  { isUnreadable }: Merging,
): ReadonlyMap<string, SavedDraft> {
  const both = new Map(own)
  const known = new Set([...own].map(([key, { rev }]) => `${draftOf(key)?.draft}/${rev}`))
  const isTaken = (key: string) => both.has(key) || isUnreadable(key) || file.has(key)
  for (const [key, theirs] of file) {
    const place = draftOf(key)
    if (!place) continue
    const { draft, version } = place
    const name = `${draft}/${theirs.rev}`
    if (known.has(name)) continue
    known.add(name)
    let free = version
    if (both.has(key)) while (isTaken(draftKey(draft, free))) free += 1
    both.set(draftKey(draft, free), theirs)
  }
  return both
}

export function draftKey(draft: DraftId, version: number): string {
  return `${draftPrefix}${draft}/${version}`
}

/** Five digits at most, so that a version after any in a file still has a safe number. */
const versionPattern = /^[1-9]\d{0,4}$/

/** Undefined for a key of another form: such a value is kept, but not shown. */
export function draftOf(key: string): { draft: DraftId; version: number } | undefined {
  const [, draft = '', version = '', ...more] = key.split('/')
  if (!isId(draft) || !versionPattern.test(version) || more.length > 0) return undefined
  return { draft, version: Number(version) }
}
