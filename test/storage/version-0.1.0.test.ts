import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import { on } from '../support/time'
import { freshDatabase, handedOver, started } from '../support/whole'

// Both were written by 0.1.0 itself, driven through a year by its own requests: three stores, every kind of answer and
// report, cards, playbooks, register rows, drafts. They are never edited.
const folder = new URL('../fixtures/0.1.0/', import.meta.url)
const file = readFileSync(new URL('export.json', folder), 'utf8')
const stored = (): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL('storage.json', folder), 'utf8'))
const now = on('2026-11-24')

beforeEach(freshDatabase)

describe('what 0.1.0 wrote', () => {
  test('is read whole from the storage', async () => {
    const { ok } = started({ local: stored(), now, version: '0.2.0' })
    const { unreadable, newer, lost, records, entries } = await ok('data', null)
    expect({ unreadable, newer, lost }).toEqual({ unreadable: [], newer: [], lost: false })
    const all = stored()
    const keys = Object.keys(all)
    expect(records).toBe(keys.filter((key) => key.startsWith('record/')).length)
    const days = keys
      .filter((key) => key.startsWith('journal/'))
      .map((key) => all[key] as { entries: unknown[] })
    expect(entries).toBe(days.flatMap((day) => day.entries).length)
    expect((await ok('runs', null)).runs.length).toBe(keys.filter((key) => key.startsWith('run/')).length)
    const rows = keys.filter((key) => key.startsWith('register/'))
    expect(await ok('registers', null)).toMatchObject({ unreadable: 0, rows: { length: rows.length } })
    expect(await ok('drafts', null)).toMatchObject({ unreadable: 0, drafts: { length: 2 } })
    expect((await ok('overview', null)).storage).toMatchObject({ newer: [], unreadable: [] })
  })

  test('is taken in whole from its file', async () => {
    const there = started({ now, version: '0.2.0' })
    const handed = await handedOver(there, file, crypto.randomUUID(), 50_000)
    const result = await there.ok('import', {
      ...handed,
      id: crypto.randomUUID(),
      mode: 'replace',
      withoutBackup: false,
    })
    expect(result.kind).toBe('changed')
    // A pause, like the showings, belongs to the browser that it was said in.
    const { showings: _showings, 'written-by': _by, settings, ...expected } = stored()
    const { pause: _pause, ...chosen } = settings as Record<string, unknown>
    const { showings: _own, settings: taken, ...rest } = there.stored()
    expect(rest).toEqual(expected)
    expect(taken).toEqual(chosen)
  })

  test('comes out of an export as it is', async () => {
    const here = started({ local: stored(), now, version: '0.2.0' })
    const { made, ...again } = JSON.parse(await here.export())
    const { made: _made, ...before } = JSON.parse(file)
    expect(made).toBe('2026-11-24')
    expect(again).toEqual(before)
  })
})
