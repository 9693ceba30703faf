import type { Happened } from '../../domain/item-record'
import type { Overview } from '../../domain/overview'
import { type PlaybookId, playbookIds } from '../../domain/playbooks/playbook'
import { playbookAfter } from '../../domain/playbooks/playbooks'

/** All playbooks, those that fit an open report of this store first, with that report. */
export function playbooksToOffer(
  overview: Overview | undefined,
): readonly { id: PlaybookId; reported: Happened | undefined }[] {
  const items = overview?.areas.flatMap((area) => area.items) ?? []
  const reports = new Map(
    items.flatMap(({ status }) => {
      const happened = 'happened' in status ? status.happened : undefined
      const playbook = happened && playbookAfter(happened.what)
      return playbook ? [[playbook, happened] as const] : []
    }),
  )
  return playbookIds
    .map((id) => ({ id, reported: reports.get(id) }))
    .sort((a, b) => Number(b.reported !== undefined) - Number(a.reported !== undefined))
}
