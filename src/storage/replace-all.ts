import type { Area } from '../browser/platform'
import { appliedKey, find, gone, isGone } from './format/codec'
import { z } from './format/schema'
import { atOnce, type Breathe, isOwnNote, isSame, type Raw } from './snapshot'

// Asked for twice, a change is made once; and what it took away can be swept after it.
const appliedV1 = z.object({ version: z.literal(1), id: z.string(), gone: z.array(z.string()) })

async function readApplied(area: Area) {
  const found = find(appliedV1, 1, (await area.get([appliedKey]))[appliedKey])
  return found.kind === 'read' ? found.value : undefined
}

/** All that belongs to the seller. What was taken away but not yet swept is left out. */
export async function readWhole(area: Area): Promise<Raw> {
  const raw = Object.entries(await area.get(null))
  return Object.fromEntries(raw.filter(([key, value]) => !isOwnNote(key) && !isGone(value)))
}

export async function wasApplied(area: Area, id: string): Promise<boolean> {
  return (await readApplied(area))?.id === id
}

/** The seller once changed everything, so that an empty storage may be meant. */
export async function hasApplied(area: Area): Promise<boolean> {
  return (await readApplied(area)) !== undefined
}

/**
 * Makes what is stored what it should be, in one write: all of it or nothing. Keys that go are overwritten in that
 * write and removed afterwards; a worker killed in between leaves the new state.
 * @throws whatever the area rejects with; then nothing has changed.
 */
export async function applyWhole(
  area: Area,
  before: Raw,
  after: Raw,
  id: string,
  breathe: Breathe = atOnce,
): Promise<void> {
  const changes: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(after)) {
    await breathe()
    if (!Object.hasOwn(before, key) || !isSame(before[key], value)) changes[key] = value
  }
  const going = Object.keys(before).filter((key) => !Object.hasOwn(after, key))
  for (const key of going) changes[key] = gone
  const earlier = (await readApplied(area))?.gone ?? []
  const swept = [...new Set([...earlier, ...going])]
  const applied: z.input<typeof appliedV1> = { version: 1, id, gone: swept }
  await area.set({ ...changes, [appliedKey]: applied })
}

/** Removes what `applyWhole` has taken away. Runs whenever a worker starts; nothing depends on it but tidiness. */
export async function sweep(area: Area): Promise<void> {
  const applied = await readApplied(area)
  if (!applied || applied.gone.length === 0) return
  const found = await area.get(applied.gone)
  // Something new may lie there by now.
  const going = applied.gone.filter((key) => isGone(found[key]))
  if (going.length > 0) await area.remove(going)
  await area.set({ [appliedKey]: { ...applied, gone: [] } })
}
