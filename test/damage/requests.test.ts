import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Reply, Request } from '../../src/messages/protocol'
import { contentsOf } from '../../src/storage/contents'
import { asideOf } from '../../src/storage/format/codec'
import { damages, kindOf, oneOfEachKind, partsDamaged, populated } from '../support/damage'
import { onPage, ownPage } from '../support/platform'
import { requests } from '../support/requests'
import { on } from '../support/time'
import { freshDatabase, started } from '../support/whole'

const now = on('2026-03-05')
const keys = Object.keys(populated)

beforeEach(freshDatabase)

/** These only read, and are answered whatever lies in the storage. */
const reads = [
  'overview',
  'journal',
  'runs',
  'registers',
  'drafts',
  'month',
  'year-of-checks',
  'calendar',
  'report',
  'data',
  'export',
] as const satisfies readonly Request[]

/** By the kind of a key: the answers that hang on it. All others are the same as without the damage. */
const hangOn: Readonly<Record<string, readonly (typeof reads)[number][]>> = {
  stores: ['overview', 'month', 'year-of-checks', 'calendar', 'report'],
  settings: ['overview', 'journal', 'report'],
  showings: ['overview'],
  round: ['overview'],
  record: ['overview', 'month', 'calendar', 'report'],
  'own-checks': ['overview', 'month', 'year-of-checks', 'calendar', 'report'],
  journal: ['journal', 'month', 'year-of-checks'],
  'journal-dropped': ['journal'],
  'journal-drops': ['journal'],
  run: ['overview', 'runs'],
  register: ['overview', 'registers'],
  draft: ['drafts'],
  organization: ['overview', 'report'],
  damaged: [],
  applied: [],
  'written-by': [],
}

type Browser = ReturnType<typeof started>
const from = (local: Record<string, unknown>) => started({ local: { ...populated, ...local }, now })
let whole: Record<string, unknown>

function ask({ fake }: Browser, request: Request, argument = requests[request].argument): Promise<Reply> {
  const sender = requests[request].from === 'own page' ? ownPage : onPage()
  return fake.send({ request, argument }, sender) as Promise<Reply>
}

async function answers(browser: Browser): Promise<Record<string, unknown>> {
  const replies: Record<string, unknown> = {}
  for (const request of reads) {
    const argument = request === 'export' ? { after: null } : requests[request].argument
    replies[request] = await ask(browser, request, argument)
  }
  return replies
}

// These change everything, or delete what the seller wants to be rid of.
const atTheEnd: readonly Request[] = [
  'put-back',
  'restore-part',
  'import',
  'restore-backup',
  'forget-draft',
  'delete-backups',
  'reset',
]

const withoutKept = ({ data: _data, export: _export, ...rest }: Record<string, unknown>) => rest

describe('the state that is damaged here', () => {
  test('has something under every kind of key that is explained', () => {
    const table = readFileSync('docs/data-formats.md', 'utf8').matchAll(/^\| `([^`]+)` \| `src\/storage/gm)
    const explained = [...table].map(([, key = '']) => key)
    expect(explained.length).toBeGreaterThan(9)
    expect(explained.filter((one) => !keys.some((key) => key.startsWith(one)))).toEqual([])
    expect(keys.map(kindOf).filter((kind) => !Object.hasOwn(hangOn, kind))).toEqual([])
  })

  test('can be read whole', async () => {
    const { damaged, newer } = contentsOf(populated)
    expect([...damaged.keys(), ...newer]).toEqual([])
    const replies = await answers(from({}))
    expect(Object.values(replies).filter((reply) => !Object.hasOwn(reply as object, 'ok'))).toEqual([])
  })
})

describe.each(oneOfEachKind)('damage to %s', (key) => {
  test.each(Object.entries(damages))('that %s costs nothing else, and is kept', async (_, damage) => {
    whole ??= await answers(from({}))
    freshDatabase()
    const raw = damage(populated[key])
    const browser = from({ [key]: raw })
    const replies = await answers(browser)
    for (const request of reads) expect(replies[request], request).toHaveProperty('ok')
    const others = Object.keys(withoutKept(whole)).filter(
      (request) => !(hangOn[kindOf(key)] as readonly string[]).includes(request),
    )
    for (const request of others) expect(replies[request], request).toEqual(whole[request])

    for (const request of Object.keys(requests) as Request[]) {
      if (atTheEnd.includes(request)) continue
      const reply = await ask(browser, request)
      expect(reply, request).not.toEqual({ error: 'unexpected' })
      expect(reply, request).toBeDefined()
    }
    // Kept, unless it could be read after all: where it was, or set aside.
    const stored = browser.fake.kept.local
    const isRead = contentsOf({ [key]: raw }).damaged.size + contentsOf({ [key]: raw }).newer.size === 0
    const kept = Object.entries(stored).flatMap(([name, value]) =>
      name === key || asideOf(name)?.key === key ? [value] : [],
    )
    if (!isRead) expect(kept).toContainEqual(JSON.parse(JSON.stringify(raw)))
    expect(Object.prototype).not.toHaveProperty('polluted')

    for (const request of atTheEnd)
      expect(await ask(browser, request), request).not.toEqual({ error: 'unexpected' })
    const next = await browser.again().ask('overview', null)
    expect(next).toHaveProperty('ok')
  })

  test.each([
    ['an object', { toString: 1, valueOf: 1 }],
    ['a line break', 'x\r\nATTACH:x'],
  ])('where one part is %s leaves every view its answer', async (_, by) => {
    for (const [where, raw] of partsDamaged(populated[key], by)) {
      const browser = from({ [key]: raw })
      for (const request of hangOn[kindOf(key)] ?? [])
        expect(await ask(browser, request), `${where} ${request}`).toHaveProperty('ok')
    }
  })
})
