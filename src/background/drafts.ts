import {
  type DraftLabel,
  isEmptyDraft,
  mostDraftVersions,
  type SavedDraft,
  storableDraft,
} from '../domain/appeals/draft'
import type { DraftId } from '../domain/ids'
import { dayOf, instantOf } from '../domain/time/time'
import type { Drafts } from '../messages/protocol'
import type { Found } from '../storage/format/codec'
import { entry } from '../storage/format/kind'
import { draftKey, draftKind, draftOf, draftPrefix } from '../storage/kinds/draft'
import { type Slots, slotsIn, valueIn, type Wish } from '../storage/repository'
import type { Handler, Lookup } from './handler'
import { RequestError } from './request-error'

const all = { begins: [draftPrefix] }
const withAll = (): Wish => ({ stores: [], runs: true, ...all })

type Version = { key: string; version: number; found: Found<SavedDraft> }

/** All drafts with their versions, oldest first; unreadable ones too, since their numbers are taken. */
function draftsIn(slots: Slots): Map<DraftId, Version[]> {
  const drafts = new Map<DraftId, Version[]>()
  for (const [key, found] of slotsIn(slots, draftKind)) {
    const place = draftOf(key)
    if (!place || found.kind === 'absent') continue
    drafts.set(place.draft, [...(drafts.get(place.draft) ?? []), { key, version: place.version, found }])
  }
  for (const versions of drafts.values()) versions.sort((a, b) => a.version - b.version)
  return drafts
}

/** The number of versions of all drafts, readable or not. */
function countIn(slots: Slots): number {
  return slotsIn(slots, draftKind).filter(([, { kind }]) => kind !== 'absent').length
}

function listOf(slots: Slots): Drafts {
  const labels = [...draftsIn(slots)].flatMap(([id, versions]) => labelOf(id, versions) ?? [])
  const read = labels.reduce((sum, { versions }) => sum + versions.length, 0)
  return { drafts: labels.sort((a, b) => newestOf(b) - newestOf(a)), unreadable: countIn(slots) - read }
}

function labelOf(id: DraftId, all: readonly Version[]): DraftLabel | undefined {
  const versions = all.flatMap(({ version, found }) =>
    found.kind === 'read' ? [{ version, saved: found.value }] : [],
  )
  const saved = versions.at(-1)?.saved
  return (
    saved && {
      id,
      store: saved.store,
      title: saved.content.title,
      ...(saved.run === undefined ? {} : { run: saved.run }),
      ...(saved.removed === undefined ? {} : { removed: saved.removed }),
      versions: versions.map(({ version, saved: { at, rev } }) => ({ version, at, rev })),
    }
  )
}

function newestOf({ versions }: DraftLabel): number {
  return Math.max(...versions.map(({ at }) => at))
}

export const drafts: Lookup<'drafts'> = { finds: () => all, answer: listOf }

export const draft: Lookup<'draft'> = {
  finds: ({ draft, version }) => ({ keys: [draftKey(draft, version)] }),
  answer: (slots, { draft, version }) => valueIn(slots, draftKind, draftKey(draft, version)) ?? null,
}

/**
 * Overwrites the version that was open, unless another tab has saved it since; then it saves a new version.
 * So two tabs that edit the same draft end up with a version each.
 */
export const saveDraft: Handler<'save-draft'> = {
  reads: ({ draft, version }) => ({ ...withAll(), keys: [draftKey(draft, version)] }),
  answer({ checklist, slots }, { id, draft, version, base, content: typed, ...about }, now) {
    const { content, withheld } = storableDraft(typed)
    const isOfStore = checklist.stores.some((store) => store.id === about.store)
    if (isEmptyDraft(content) || !isOfStore) throw new RequestError('refused')
    const said = withheld.length === 0 ? {} : { withheld }
    const versions = draftsIn(slots).get(draft) ?? []
    const revOf = ({ found }: Version) => (found.kind === 'read' ? found.value.rev : '')
    const sent = versions.find((one) => revOf(one) === id)
    if (sent?.found.kind === 'read') {
      const { at } = sent.found.value
      return { reply: () => ({ version: sent.version, at, beside: sent.version !== version, ...said }) }
    }
    const there = versions.find((one) => one.version === version)
    const mayOverwrite = there ? revOf(there) === base : base === null
    const free = Math.max(0, ...versions.map((one) => one.version)) + 1
    const target = there && mayOverwrite ? version : free
    if (target === free && countIn(slots) >= mostDraftVersions) throw new RequestError('refused')
    const at = instantOf(now)
    return {
      commit: { put: [entry(draftKind, draftKey(draft, target), { ...about, rev: id, at, content })] },
      // Say nothing if this is the first version or a new version was asked for.
      reply: () => ({
        version: target,
        at,
        beside: target !== version && !(mayOverwrite && !there),
        ...said,
      }),
    }
  },
}

/** Archiving and restoring are marked on the newest version. */
export const setDraftAside: Handler<'set-draft-aside'> = {
  reads: withAll,
  answer({ slots }, { draft, aside }, now) {
    const newest = draftsIn(slots)
      .get(draft)
      ?.findLast(({ found }) => found.kind === 'read')
    if (newest?.found.kind !== 'read') throw new RequestError('refused')
    const { removed: _removed, ...saved } = newest.found.value
    const put = entry(draftKind, newest.key, aside ? { ...saved, removed: dayOf(now) } : saved)
    return { commit: { put: [put] }, reply: (after) => listOf(after.slots) }
  },
}

/** Deletes a draft with all its versions. */
export const forgetDraft: Handler<'forget-draft'> = {
  reads: withAll,
  answer: ({ slots }, { draft }) => ({
    commit: { remove: (draftsIn(slots).get(draft) ?? []).map(({ key }) => key) },
    reply: (after) => listOf(after.slots),
  }),
}
