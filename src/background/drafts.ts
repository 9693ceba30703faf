import type { Platform } from '../browser/platform'
import {
  type DraftLabel,
  isEmptyDraft,
  mostDraftVersions,
  type SavedDraft,
  storableDraft,
} from '../domain/appeals/draft'
import type { DraftId } from '../domain/ids'
import { dayOf, instantOf } from '../domain/time/time'
import type { Argument, DraftSaved, Result } from '../messages/protocol'
import { changeKept, findAll, findOne, removeKept } from '../storage/kept'
import { decodeDraft, draftKey, draftOf, draftPrefix, encodeDraft } from '../storage/kinds/draft'
import { type Keeper, RequestError } from './repository'

/** Appeal drafts and their versions. Runs inside the one queue. */
export function createDrafts(platform: Platform, keeper: Keeper) {
  const { storage } = platform

  /** Those of a draft, oldest first, also what cannot be read: its number is taken. */
  async function versionsOf(draft: DraftId) {
    const found = await keeper.reading(() => findAll(storage, `${draftPrefix}${draft}/`, decodeDraft))
    return [...found]
      .map(([key, value]) => ({ version: draftOf(key)?.version ?? 0, found: value }))
      .filter(({ version }) => version > 0)
      .sort((a, b) => a.version - b.version)
  }

  async function list(): Promise<Result<'drafts'>> {
    const found = await keeper.reading(() => findAll(storage, draftPrefix, decodeDraft))
    const drafts = new Map<DraftId, { version: number; saved: SavedDraft }[]>()
    let unreadable = 0
    for (const [key, value] of found) {
      const place = draftOf(key)
      if (place && value.kind === 'read') {
        const { draft, version } = place
        drafts.set(draft, [...(drafts.get(draft) ?? []), { version, saved: value.value }])
      } else if (value.kind !== 'absent') unreadable += 1
    }
    const labels = [...drafts].map(([id, versions]) => labelOf(id, versions))
    return { drafts: labels.sort((a, b) => newestOf(b) - newestOf(a)), unreadable }
  }

  async function checkRoom(): Promise<void> {
    const keys = await keeper.reading(() => storage.keys())
    const versions = keys.filter((key) => key.startsWith(draftPrefix)).length
    if (versions >= mostDraftVersions) throw new RequestError('refused')
  }

  /** Asides and returns are marked on the newest version. */
  async function mark(draft: DraftId, change: (saved: SavedDraft) => SavedDraft): Promise<Result<'drafts'>> {
    const newest = (await versionsOf(draft)).filter(({ found }) => found.kind === 'read').at(-1)
    if (!newest) throw new RequestError('refused')
    await keeper.storing(() =>
      changeKept(
        storage,
        draftKey(draft, newest.version),
        decodeDraft,
        (before) => before && encodeDraft(change(before)),
      ),
    )
    return list()
  }

  return {
    list,

    async read({ draft, version }: Argument<'draft'>): Promise<SavedDraft | null> {
      const found = await keeper.reading(() => findOne(storage, draftKey(draft, version), decodeDraft))
      return found.kind === 'read' ? found.value : null
    },

    /**
     * Writes over the version that was open, if nobody else has since; otherwise beside it. So two tabs that write the
     * same draft end with a version each.
     */
    async save({
      id,
      draft,
      version,
      base,
      content: typed,
      ...about
    }: Argument<'save-draft'>): Promise<DraftSaved> {
      const { content, withheld } = storableDraft(typed)
      if (isEmptyDraft(content)) throw new RequestError('refused')
      const said = withheld.length === 0 ? {} : { withheld }
      const { checklist } = await keeper.read()
      if (!checklist.stores.some((store) => store.id === about.store)) throw new RequestError('refused')
      const versions = await versionsOf(draft)
      const revOf = ({ found }: (typeof versions)[number]) => (found.kind === 'read' ? found.value.rev : '')
      const sent = versions.find((one) => revOf(one) === id)
      if (sent?.found.kind === 'read')
        return { version: sent.version, at: sent.found.value.at, beside: sent.version !== version, ...said }
      const there = versions.find((one) => one.version === version)
      const mayOverwrite = there ? revOf(there) === base : base === null
      const free = Math.max(0, ...versions.map((one) => one.version)) + 1
      const target = there && mayOverwrite ? version : free
      if (target === free) await checkRoom()
      const at = instantOf(platform.now())
      const saved = encodeDraft({ ...about, rev: id, at, content })
      await keeper.storing(() => changeKept(storage, draftKey(draft, target), decodeDraft, () => saved))
      // A first version, or one that was asked for, is no surprise.
      return { version: target, at, beside: target !== version && !(mayOverwrite && !there), ...said }
    },

    setAside: ({ draft, aside }: Argument<'set-draft-aside'>): Promise<Result<'drafts'>> =>
      mark(draft, ({ removed: _removed, ...saved }) =>
        aside ? { ...saved, removed: dayOf(platform.now()) } : saved,
      ),

    /** For good. */
    async forget({ draft }: Argument<'forget-draft'>): Promise<Result<'drafts'>> {
      const keys = (await versionsOf(draft)).map(({ version }) => draftKey(draft, version))
      await keeper.storing(() => removeKept(storage, keys, decodeDraft))
      return list()
    },
  }
}

function labelOf(id: DraftId, versions: readonly { version: number; saved: SavedDraft }[]): DraftLabel {
  const sorted = [...versions].sort((a, b) => a.version - b.version)
  const saved = sorted.at(-1)?.saved
  if (!saved) throw new RangeError(`no version of ${id}`)
  return {
    id,
    store: saved.store,
    title: saved.content.title,
    ...(saved.run === undefined ? {} : { run: saved.run }),
    ...(saved.removed === undefined ? {} : { removed: saved.removed }),
    versions: sorted.map(({ version, saved: { at, rev } }) => ({ version, at, rev })),
  }
}

function newestOf({ versions }: DraftLabel): number {
  return Math.max(...versions.map(({ at }) => at))
}
