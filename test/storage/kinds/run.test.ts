import { describe, expect, test } from 'vitest'
import { withoutAnswers } from '../../../src/storage/begin-anew'
import { contentsOf, rawOf } from '../../../src/storage/contents'
import { decodeExport, encodeExport } from '../../../src/storage/export-file'
import { NewerVersionError } from '../../../src/storage/format/codec'
import { runKind } from '../../../src/storage/kinds/run'
import { imported } from '../../../src/storage/merge'
import { putBack } from '../../../src/storage/put-back'
import { fakePlatform } from '../../support/platform'
import { runV1, storesV1 } from '../fixtures'
import { readRuns, writeRun } from '../stored'

const areaOf = (local: Record<string, unknown>) =>
  fakePlatform({ kept: { local, session: {}, alarms: new Map() } }).storage

const runOf = (raw: unknown) => {
  const found = runKind.decode(raw)
  if (found.kind !== 'read') throw new Error(found.kind)
  return found.value
}

const entry = {
  id: 'e-14',
  at: 1772615040000,
  day: '2026-03-04',
  store: 'store-1',
  what: { kind: 'run-stepped' as const, playbook: 'hijack' },
}

describe('a run as it was shipped', () => {
  test('is read, and written as it lay there', () => {
    expect(runKind.encode(runOf(runV1))).toEqual(runV1)
    expect(rawOf(contentsOf({ 'run/run-1': runV1 }))).toEqual({ 'run/run-1': runV1 })
  })

  test('of a playbook that nobody here knows stays whole', () => {
    const raw = { ...runV1, playbook: 'playbook-of-2031' }
    expect(runKind.encode(runOf(raw))).toEqual(raw)
  })

  test('with a line of a later kind is read, and that line is kept as it is', () => {
    const later = { id: 'e-20', at: 1772615050000, kind: 'photographed', of: { parts: [1] } }
    const raw = { ...runV1, log: [...runV1.log, later] }
    expect(runOf(raw).log.at(-1)).toEqual({
      id: 'e-20',
      at: 1772615050000,
      kind: 'later-version',
      raw: later,
    })
    expect(runKind.encode(runOf(raw))).toEqual(raw)
  })

  test.each([
    ['no object', 'run'],
    ['no log', { ...runV1, log: undefined }],
    ['a line without a time', { ...runV1, log: [{ id: 'e-1', kind: 'started' }] }],
    ['a day that does not exist', { ...runV1, from: '2026-02-30' }],
  ])('is damaged: %s', (_, raw) => {
    expect(runKind.decode(raw).kind).toBe('damaged')
  })

  test('of a later version is left alone', () => {
    expect(runKind.decode({ ...runV1, version: 2 }).kind).toBe('newer')
  })
})

describe('reading and writing', () => {
  test('what cannot be read costs its own run alone', async () => {
    const area = areaOf({
      'run/run-1': runV1,
      'run/run-2': 7,
      'run/run-3': { version: 9 },
      'run/x': { gone: true },
    })
    const found = await readRuns(area)
    expect(found.runs.map(({ id }) => id)).toEqual(['run-1'])
    expect(found.unreadable).toEqual(['run/run-2'])
    expect(found.newer).toEqual(['run/run-3'])
  })

  test('the journal is written in the same go, and keeps what is in it', async () => {
    const area = areaOf({ 'journal/2026-03-04': { version: 1, entries: [{ ...entry, id: 'e-0' }] } })
    await writeRun(area, runOf(runV1), entry)
    await writeRun(area, runOf(runV1), entry)
    const kept = (await area.get(null)) as { 'journal/2026-03-04': { entries: { id: string }[] } }
    expect(kept['journal/2026-03-04'].entries.map(({ id }) => id)).toEqual(['e-0', 'e-14'])
    expect(kept).toMatchObject({ 'run/run-1': runV1 })
  })

  test('an unreadable value is set aside, one of a later version refuses the whole write', async () => {
    const damaged = areaOf({ 'run/run-1': 'bent', 'journal/2026-03-04': 'bent too' })
    await writeRun(damaged, runOf(runV1), entry)
    expect(await damaged.get(null)).toMatchObject({
      'damaged/run/run-1': 'bent',
      'damaged/journal/2026-03-04': 'bent too',
      'run/run-1': runV1,
    })
    const newer = { 'run/run-1': runV1, 'journal/2026-03-04': { version: 5 } }
    const later = areaOf({ ...newer })
    await expect(writeRun(later, runOf(runV1), entry)).rejects.toThrow(NewerVersionError)
    expect(await later.get(null)).toEqual(newer)
  })
})

describe('everything at once', () => {
  const own = { stores: storesV1, 'run/run-1': runV1 }

  test('an export carries runs, and an import reads them', async () => {
    const found = await decodeExport(encodeExport(own, '2026-03-05'))
    if (found.kind === 'refused') throw new Error(found.why)
    expect(await imported({}, found.contents, 'replace')).toEqual(own)
    expect(await imported({}, found.contents, 'merge')).toMatchObject({ 'run/run-1': runV1 })
  })

  test('two logs of one run become one, in the order of time; what was taken back stays so', async () => {
    const line = { id: 'e-30', at: 1772614865000, kind: 'wrote', step: 'withheld-read', what: 'note' }
    const here = { ...runV1, log: [...runV1.log, { ...line, id: 'e-31', at: 1772615099000, text: 'called' }] }
    const there = {
      ...runV1,
      log: [
        ...runV1.log.map((one) => (one.id === 'e-2' ? { ...one, text: '', struck: true } : one)),
        { ...line, text: 'wrote to them' },
      ],
    }
    const merged = await imported({ 'run/run-1': here }, contentsOf({ 'run/run-1': there }), 'merge')
    const { log } = runOf(merged?.['run/run-1'])
    expect(log.map(({ id }) => id)).toEqual([
      'run-1',
      'e-1',
      'e-30',
      'e-2',
      'e-3',
      'e-4',
      'e-5',
      'e-6',
      'e-7',
      'e-8',
      'e-9',
      'e-10',
      'e-11',
      'e-12',
      'e-13',
      'e-31',
    ])
    expect(log.find(({ id }) => id === 'e-2')).toMatchObject({ text: '', struck: true })
  })

  test.each([
    ['another name than its key', { 'run/run-2': runV1 }],
    ['a name that is none', { 'run/a/b': { ...runV1, id: 'a/b' } }],
    [
      'a line that disguises itself',
      { 'run/run-1': { ...runV1, log: [{ ...runV1.log[2], text: 'paid \u202eon' }] } },
    ],
  ])('a file is refused: %s', async (_, raw) => {
    expect((await decodeExport(encodeExport({ stores: storesV1, ...raw }, '2026-03-05'))).kind).toBe(
      'refused',
    )
  })

  test('a store that starts over loses its runs, not those of another', () => {
    const other = { ...runV1, id: 'run-2', store: 'store-2' }
    const reset = { ...entry, what: { kind: 'store-reset' as const } }
    const after = withoutAnswers({ ...own, 'run/run-2': other }, 'store-1', reset)
    expect(after).not.toHaveProperty(['run/run-1'])
    expect(after).toMatchObject({ 'run/run-2': other })
  })

  test('a run that was set aside comes back', () => {
    const raw = { 'damaged/run/run-1': runV1 }
    expect(putBack(raw, 'damaged/run/run-1')).toEqual({ 'run/run-1': runV1 })
  })
})
