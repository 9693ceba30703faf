import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { authorize } from '../../src/background/authorize'
import { overview } from '../../src/domain/overview'
import type { Request } from '../../src/messages/protocol'
import { contentsOf, rawOf } from '../../src/storage/contents'
import {
  draftV1,
  journalDayV1,
  recordsV1,
  registerRowV1,
  roundV1,
  settingsV1,
  storesV1,
} from '../storage/fixtures'
import { readChecklist } from '../storage/stored'
import { fuzzing, fuzzTimeout, tried } from '../support/fuzz'
import { fakePlatform, onPage, own, ownPage, strangers } from '../support/platform'
import { requests } from '../support/requests'
import { on } from '../support/time'

/** Values that look almost right, huge, or as if they were something else. */
const odd = fc.oneof(
  fc.jsonValue(),
  fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withSparseArray: true,
  }),
  fc.constantFrom(
    'store-1',
    'answered',
    '__proto__',
    'x'.repeat(300_000),
    '=1+1',
    '<img src=x onerror=alert(1)>',
  ),
)
/** A sound message of which one part is something else, is missing, or is one too many. */
const almostRight = fc
  .record({
    request: fc.constantFrom(...(Object.keys(requests) as Request[])),
    steps: fc.array(fc.nat(9), { maxLength: 4 }),
    name: fc.constantFrom('id', 'kind', 'store', 'more', '__proto__', 'constructor'),
    how: fc.constantFrom('replace', 'remove', 'add', 'leave'),
    value: odd,
  })
  .map(({ request, steps, name, how, value }) => {
    const message: Record<string, unknown> = {
      request,
      argument: structuredClone(requests[request].argument),
    }
    let place = message
    let key = 'argument'
    for (const step of steps) {
      const inner = place[key]
      if (typeof inner !== 'object' || inner === null || Object.keys(inner).length === 0) break
      place = inner as Record<string, unknown>
      key = Object.keys(place)[step % Object.keys(place).length] ?? key
    }
    if (how === 'replace') place[key] = value
    if (how === 'remove') delete place[key]
    if (how === 'add') Object.defineProperty(place, name, { value, enumerable: true })
    return message
  })

describe('fuzz', () => {
  test('the door: whatever comes in is refused, left to others, or of the right shape', {
    timeout: fuzzTimeout,
  }, () => {
    const everyone = fc.oneof(
      fc.constantFrom(ownPage, onPage()),
      fc.constantFrom(...strangers.map(([, sender]) => sender)),
    )
    const message = fc.oneof(odd, almostRight, fc.record({ request: odd, argument: odd, more: odd }))
    let taken = 0
    let messages = 0
    fc.assert(
      fc.property(message, everyone, (raw, sender) => {
        messages += 1
        const found = authorize(raw, sender, own)
        if (found === undefined || found === 'refused') return
        taken += 1
        expect(sender).toEqual(requests[found.request].from === 'own page' ? ownPage : onPage())
        expect(JSON.stringify(found).length).toBeLessThan(300_000)
        // Plain, and taken again as it is; JSON knows no -0.
        const plain = JSON.parse(JSON.stringify(found))
        expect(authorize(plain, sender, own)).toEqual(plain)
      }),
      fuzzing(2_000, 0.07),
    )
    tried('messages at the door', messages)
    expect(taken).toBeGreaterThan(20)
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  test('getters and proxies at the door do no harm', () => {
    const traps: unknown[] = [
      new Proxy({}, { get: () => 'overview' }),
      {
        request: 'name-self',
        get argument() {
          return { who: 'x'.repeat(100) }
        },
      },
      Object.assign(Object.create(null), { request: 'reset', argument: { store: null } }),
    ]
    for (const raw of traps) expect([undefined, 'refused']).toContain(authorize(raw, ownPage, own))
  })

  test('what lies in the storage: it is read, shown and written again, whatever it is', {
    timeout: fuzzTimeout,
  }, async () => {
    const shapes = fc.oneof(
      odd,
      fc.constantFrom(
        storesV1,
        settingsV1,
        journalDayV1,
        registerRowV1,
        draftV1,
        roundV1,
        ...Object.values(recordsV1),
      ),
    )
    const key = fc.oneof(
      fc.constantFrom(
        ...[
          'stores',
          'settings',
          'showings',
          'journal-dropped',
          'journal-drops',
          'applied',
          'journal/2026-03-04',
        ],
        ...['record/login-1/two-step-on', 'record/store-1/user-list-review', 'damaged/settings'],
        ...['register/store-1/people/row-1', 'draft/draft-1/1', 'round'],
      ),
      fc.string({ minLength: 1 }),
    )
    const now = on('2026-03-04')
    let storages = 0
    await fc.assert(
      fc.asyncProperty(fc.dictionary(key, shapes, { maxKeys: 6, noNullPrototype: true }), async (data) => {
        storages += 1
        const local = JSON.parse(JSON.stringify(data, (_, value) => (typeof value === 'bigint' ? 0 : value)))
        const { storage } = fakePlatform({ kept: { local, session: {}, alarms: new Map() } })
        const { checklist } = await readChecklist(storage)
        expect(overview(checklist, now).store).toBeDefined()
        const contents = contentsOf(local)
        // Written anew, not as it lay there.
        const parts = new Map([...contents.parts].map(([key, { kind, value }]) => [key, { kind, value }]))
        const again = contentsOf(rawOf({ parts, other: contents.other }))
        expect(again.damaged.size).toBe(0)
        expect([...again.parts].map(([key, { value }]) => [key, value]).sort()).toEqual(
          [...contents.parts].map(([key, { value }]) => [key, value]).sort(),
        )
        expect(again.other.size).toBe(contents.other.size)
      }),
      fuzzing(2_000, 0.08),
    )
    tried('storages', storages)
  })
})
