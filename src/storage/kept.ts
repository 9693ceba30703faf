import type { Area } from '../browser/platform'
import { type Found, NewerVersionError, setAside } from './format/codec'

/** What lies under each key that begins so. */
export async function findAll<T>(
  area: Area,
  prefix: string,
  decode: (raw: unknown, key: string) => Found<T>,
): Promise<Map<string, Found<T>>> {
  const keys = (await area.keys()).filter((key) => key.startsWith(prefix))
  const raw = keys.length === 0 ? {} : await area.get(keys)
  return new Map(keys.map((key) => [key, decode(raw[key], key)]))
}

/** What lies under one key. */
export async function findOne<T>(
  area: Area,
  key: string,
  decode: (raw: unknown, key: string) => Found<T>,
): Promise<Found<T>> {
  return decode((await area.get([key]))[key], key)
}

/**
 * Writes a small value of its own. What cannot be read there is set aside.
 * @param make the new value, of the old one if there is one; undefined leaves everything as it is.
 * @throws NewerVersionError, or whatever the area rejects with.
 */
export async function changeKept<T>(
  area: Area,
  key: string,
  decode: (raw: unknown) => Found<T>,
  make: (before: T | undefined) => unknown,
): Promise<void> {
  const raw = (await area.get([key]))[key]
  const found = decode(raw)
  if (found.kind === 'newer') throw new NewerVersionError(key)
  const value = make(found.kind === 'read' ? found.value : undefined)
  if (value === undefined) return
  const damaged = new Map(found.kind === 'damaged' ? [[key, raw]] : [])
  await area.set({ ...(await setAside(area, damaged)), [key]: value })
}

/**
 * Takes small values away. One that a later version wrote stays.
 * @throws NewerVersionError, or whatever the area rejects with.
 */
export async function removeKept<T>(
  area: Area,
  keys: readonly string[],
  decode: (raw: unknown) => Found<T>,
): Promise<void> {
  const raw = await area.get(keys)
  for (const key of keys) if (decode(raw[key]).kind === 'newer') throw new NewerVersionError(key)
  await area.remove(keys)
}
