import type { Area, Platform, Sender } from '../../src/browser/platform'
import type { PageId } from '../../src/domain/page'
import type { Now } from '../../src/domain/time/time'
import { isLoginHost, storeFrontOf } from '../../src/pages/hosts'
import { addressOf } from '../../src/pages/page-urls'
import { textsIn } from './i18n'
import { on } from './time'

type Method = 'get' | 'set' | 'remove' | 'keys'
type Fault =
  /** Rejects, as the browser does when its database is closed or the disk is full. */
  | { kind: 'rejects'; method: Method; times: number }
  /** Never answers. */
  | { kind: 'hangs'; method: Method; times: number }
  | { kind: 'returns'; method: 'get'; times: number; value: unknown }

/** A storage area with a memory. What goes in and comes out is copied, as between processes. */
export type FakeArea = Area & {
  /** What lies in it; a test may put anything here. */
  readonly data: Record<string, unknown>
  /** Each successful `set`, as it was asked. */
  readonly writes: readonly Record<string, unknown>[]
  /** How often its keys were listed. */
  readonly lists: number
  /** The keys of each `get`; null for everything. */
  readonly reads: readonly (readonly string[] | null)[]
  /** Fails from now on, so many times: for ever if nothing is said. */
  reject(method: Method, times?: number): void
  hang(method: Method, times?: number): void
  /** Answers `get` with this. */
  answer(value: unknown, times?: number): void
  heal(): void
}

function fakeArea(data: Record<string, unknown>, isAlive: () => boolean, afterSet: () => void): FakeArea {
  const faults: Fault[] = []
  const writes: Record<string, unknown>[] = []
  const reads: (readonly string[] | null)[] = []
  let lists = 0
  const never = () => new Promise<never>(() => undefined)

  async function call<T>(method: Method, run: () => T): Promise<T> {
    // Nothing of a browser answers in the same tick.
    await Promise.resolve()
    const fault = faults.find((one) => one.method === method && one.times > 0)
    if (fault) fault.times -= 1
    if (!isAlive() || fault?.kind === 'hangs') return never()
    if (fault?.kind === 'rejects') throw new Error('the database is closed')
    const result = fault?.kind === 'returns' ? (fault.value as T) : run()
    await Promise.resolve()
    return isAlive() ? result : never()
  }

  return {
    data,
    writes,
    reads,
    get lists() {
      return lists
    },
    get: (keys) =>
      call('get', () => {
        reads.push(keys && [...keys])
        const names = keys ?? Object.keys(data)
        return structuredClone(
          Object.fromEntries(names.filter((key) => Object.hasOwn(data, key)).map((key) => [key, data[key]])),
        )
      }),
    set: (items) => {
      const copy = structuredClone(items)
      return call('set', () => {
        Object.assign(data, copy)
        writes.push(structuredClone(copy))
        afterSet()
      })
    },
    remove: (keys) =>
      call('remove', () => {
        for (const key of keys) delete data[key]
      }),
    keys: () =>
      call('keys', () => {
        lists += 1
        return Object.keys(data)
      }),
    reject: (method, times = Number.POSITIVE_INFINITY) => faults.push({ kind: 'rejects', method, times }),
    hang: (method, times = Number.POSITIVE_INFINITY) => faults.push({ kind: 'hangs', method, times }),
    answer: (value, times = Number.POSITIVE_INFINITY) =>
      faults.push({ kind: 'returns', method: 'get', times, value }),
    heal: () => faults.splice(0),
  }
}

/** What outlives a worker: the browser with what it keeps. */
type Kept = {
  local: Record<string, unknown>
  session: Record<string, unknown>
  alarms: Map<string, number>
  /** When the alarms that return ring next, by the clock as it was when they were set. */
  rings: Map<string, number>
  /** Alarms that ring once, and when. */
  once: Map<string, number>
  /** What the seller has allowed: `notifications`, or a login host by its name. */
  allowed: Set<string>
  /** The login hosts on whose pages the script is registered. */
  running: readonly string[]
  /** Hosts that the seller has taken back in the browser's own settings. */
  withheld: Set<string>
}

type Started = Parameters<Parameters<Platform['onStart']>[0]>[0]

/** How a call of a browser fails: by a rejection, by no answer, or by an error at once. */
export const failures = ['rejects', 'hangs', 'throws'] as const
export type Failing = (typeof failures)[number]
/** The calls that can be made to fail, beside those of the storage areas. */
export const breakable = [
  ...(['alarms.next', 'alarms.create', 'alarms.createAt', 'badge.show'] as const),
  ...(['notifications.allowed', 'notifications.show', 'loginPages.granted', 'loginPages.runOn'] as const),
  ...(['tellStored', 'openDashboard', 'withheld', 'tell'] as const),
  ...(['session.get', 'session.set', 'session.remove'] as const),
  ...(['storage.get', 'storage.set', 'storage.remove', 'storage.keys'] as const),
] as const
export type Breakable = (typeof breakable)[number]

export type FakePlatform = Platform & {
  /** Fails from now on, until `mend`. */
  break(call: Breakable, how: Failing): void
  mend(): void
  readonly storage: FakeArea
  readonly session: FakeArea
  readonly kept: Kept
  /** The toolbar button as it looks now. */
  readonly badge: Platform['badge'] & {
    readonly text: string
    readonly title: string
    readonly draws: number
  }
  readonly alarms: Platform['alarms'] & {
    /** What was done with alarms, in order. */
    readonly calls: readonly string[]
  }
  readonly notifications: Platform['notifications'] & {
    readonly shown: readonly { title: string; message: string }[]
    /** The seller presses the notification. */
    click(): void
    /** Rejects from now on, as a system without a place for notifications does. */
    fail(): void
  }
  /** What tabs were told. */
  readonly told: readonly { tab: number; message: unknown }[]
  /** How often our pages were told that something was stored. */
  readonly pagesTold: number
  /** A page of ours that is open. */
  onStored(listener: (stored: string) => void): void
  /** The places at which our own page was opened. */
  readonly dashboards: readonly string[]
  /** The seller takes a permission back in the browser's own settings. */
  revoke(permission: string): void
  /** The seller lets us run on all Seller Central hosts but these. */
  withhold(...hosts: readonly string[]): void
  /** Sets clock and time zone. */
  clock(now: Now): void
  /** Sends a message; undefined when nobody of ours answers it. */
  send(message: unknown, sender: Sender): Promise<unknown> | undefined
  /** The seller closes a tab. */
  closeTab(tab: number): void
  ring(name: string): void
  browserStarts(why?: Started): void
  /** Kills the worker: what it has not written is never written, and nobody gets an answer. */
  kill(): void
  /** Kills the worker right after its next write, before it can answer. */
  killAfterWrite(): void
  /** When everything that was asked for has been done. */
  settled(): Promise<void>
}

/**
 * A browser for the background. `start(fakePlatform({ kept: dead.kept }))` is the next worker after a killed one:
 * all that it has is what the dead one stored.
 */
export function fakePlatform({
  now = on('2026-03-04'),
  kept,
  languages = ['en-US', 'en'],
  version = '0.1.0',
}: {
  now?: Now
  kept?: Partial<Kept>
  /** What the browser prefers. */
  languages?: readonly string[]
  version?: string
} = {}): FakePlatform {
  const memory: Kept = {
    local: {},
    session: {},
    alarms: new Map(),
    rings: new Map(),
    once: new Map(),
    allowed: new Set(),
    running: [],
    withheld: new Set(),
    ...kept,
  }
  let clock = now
  let alive = true
  let diesAfterWrite = false
  const isAlive = () => alive
  const afterSet = () => {
    if (diesAfterWrite) alive = false
  }
  const listeners = {
    message: [] as ((message: unknown, sender: Sender) => Promise<unknown> | undefined)[],
    alarm: [] as ((name: string) => void)[],
    start: [] as ((why: Started) => void)[],
    clicked: [] as (() => void)[],
    permissions: [] as (() => void)[],
    stored: [] as ((stored: string) => void)[],
    closed: [] as ((tab: number) => void)[],
  }
  const told: { tab: number; message: unknown }[] = []
  const notified: { title: string; message: string }[] = []
  let notificationsFail = false
  const dashboards: string[] = []
  let pagesTold = 0
  const calls: string[] = []
  const badge = {
    text: '',
    title: '',
    draws: 0,
    async show(text: string, title: string) {
      await Promise.resolve()
      if (alive) Object.assign(badge, { text, title, draws: badge.draws + 1 })
    },
  }
  const broken = new Map<Breakable, Failing>()
  const fake: FakePlatform = {
    break: (call, how) => broken.set(call, how),
    mend: () => broken.clear(),
    id: own.id,
    origin: own.origin,
    version,
    kept: memory,
    now: () => clock,
    // Short waits pass at once, long ones (time limits, the backup after a start) never by themselves.
    wait: (milliseconds) =>
      milliseconds < 1000 ? new Promise((done) => setImmediate(done)) : new Promise(() => undefined),
    languages: () => languages,
    texts: textsIn,
    storage: fakeArea(memory.local, isAlive, afterSet),
    session: fakeArea(memory.session, isAlive, () => undefined),
    badge,
    alarms: {
      calls,
      async next(name) {
        calls.push(`has ${name}`)
        await Promise.resolve()
        const period = memory.alarms.get(name)
        if (period === undefined) return undefined
        return memory.rings.get(name) ?? clock.epochMilliseconds + period * 60_000
      },
      async create(name, periodInMinutes) {
        calls.push(`create ${name}`)
        await Promise.resolve()
        memory.alarms.set(name, periodInMinutes)
        memory.rings.set(name, clock.epochMilliseconds + periodInMinutes * 60_000)
      },
      async createAt(name, when) {
        await Promise.resolve()
        if (alive) memory.once.set(name, when)
      },
      onAlarm: (listener) => listeners.alarm.push(listener),
    },
    notifications: {
      shown: notified,
      async allowed() {
        await Promise.resolve()
        return memory.allowed.has('notifications')
      },
      async show(title, message) {
        await Promise.resolve()
        if (notificationsFail) throw new Error('no place for notifications')
        if (!memory.allowed.has('notifications')) throw new Error('not allowed')
        if (alive) notified.push({ title, message })
      },
      onClicked: (listener) => listeners.clicked.push(listener),
      click: () => {
        for (const listener of listeners.clicked) listener()
      },
      fail: () => {
        notificationsFail = true
      },
    },
    told,
    get pagesTold() {
      return pagesTold
    },
    tellStored(stored) {
      pagesTold += 1
      for (const listener of listeners.stored) listener(stored)
    },
    onStored: (listener) => listeners.stored.push(listener),
    dashboards,
    async openDashboard(place = '#/checklist') {
      await Promise.resolve()
      if (alive) dashboards.push(place)
    },
    loginPages: {
      async granted(hosts) {
        await Promise.resolve()
        return hosts.filter((host) => memory.allowed.has(host))
      },
      async runOn(hosts) {
        await Promise.resolve()
        if (alive) memory.running = [...hosts]
      },
    },
    async withheld(hosts) {
      await Promise.resolve()
      return hosts.filter((host) => memory.withheld.has(host))
    },
    onPermissions: (listener) => listeners.permissions.push(listener),
    withhold: (...hosts) => {
      memory.withheld.clear()
      for (const host of hosts) memory.withheld.add(host)
      for (const listener of listeners.permissions) listener()
    },
    async tell(tab, message) {
      await Promise.resolve()
      if (alive) told.push({ tab, message: structuredClone(message) })
    },
    revoke: (permission) => {
      memory.allowed.delete(permission)
      // Its scripts go with a host's permission.
      memory.running = memory.running.filter((host) => host !== permission)
      for (const listener of listeners.permissions) listener()
    },
    onTabClosed: (listener) => listeners.closed.push(listener),
    closeTab: (tab) => {
      for (const listener of listeners.closed) listener(tab)
    },
    onMessage: (listener) => listeners.message.push(listener),
    onStart: (listener) => listeners.start.push(listener),
    clock: (next) => {
      clock = next
    },
    send(message, sender) {
      for (const listener of listeners.message) {
        const reply = listener(message, sender)
        if (reply !== undefined) return reply
      }
      return undefined
    },
    ring: (name) => {
      const period = memory.alarms.get(name)
      if (period !== undefined) memory.rings.set(name, clock.epochMilliseconds + period * 60_000)
      for (const listener of listeners.alarm) listener(name)
    },
    browserStarts: (why = 'browser-started') => {
      for (const listener of listeners.start) listener(why)
    },
    kill: () => {
      alive = false
    },
    killAfterWrite: () => {
      diesAfterWrite = true
    },
    // Every fake answers within a few microtasks, so that a handful of turns of the loop is plenty.
    async settled() {
      for (let turn = 0; turn < 20; turn += 1) await new Promise((done) => setImmediate(done))
    },
  }
  for (const call of breakable) {
    const [holder, method] = call.includes('.') ? call.split('.') : ['', call]
    const object = (holder ? fake[holder as keyof FakePlatform] : fake) as unknown as Record<string, Call>
    const real = object[method!]!
    object[method!] = (...values) => {
      const how = broken.get(call)
      if (how === 'throws') throw new Error(`${call} is not there`)
      // What has no answer can fail in one way alone.
      if (how === undefined || call === 'tellStored') return real(...values)
      return how === 'hangs' ? new Promise(() => undefined) : Promise.reject(new Error(`${call} failed`))
    }
  }
  return fake
}

type Call = (...values: unknown[]) => unknown

/** As if this version had been here before, unless a test says otherwise. */
export function notUpdated({ kept: { local }, version }: FakePlatform): void {
  if (!('written-by' in local)) local['written-by'] = { version: 1, extension: version }
}

/** The extension as its own browser knows it. */
export const own = { id: 'nightlatch-id', origin: 'chrome-extension://nightlatch-id' }

/** Popup or dashboard. */
export const ownPage: Sender = {
  id: own.id,
  origin: own.origin,
  url: `${own.origin}/src/popup/popup.html`,
}

/**
 * Our script on a page of Seller Central or of the login, in the top frame of a tab.
 * @param page the page that the tab shows, as the browser tells; without it the browser tells no more than the host.
 */
export function onPage(host = 'sellercentral.amazon.com', tab = 1, page?: PageId): Sender {
  return {
    id: own.id,
    origin: `https://${host}`,
    // Where the document was loaded, whatever the tab shows by now.
    url: `https://${host}/home`,
    frameId: 0,
    tab: { id: tab, incognito: false, ...(page ? { url: addressAt(host, page) } : {}) },
  }
}

function addressAt(host: string, page: PageId): string {
  const store = isLoginHost(host) ? storeFrontOf(host) : 'sellercentral.amazon.com'
  return `https://${host}${new URL(addressOf(page, store)).pathname}`
}

/** Everybody else who could send us a message, and what is odd about them. */
export const strangers: readonly (readonly [who: string, sender: Sender])[] = [
  ['another extension', { ...ownPage, id: 'another-extension' }],
  ['another extension, on a store front', { ...onPage(), id: 'another-extension' }],
  ['nobody at all', {}],
  ['somebody without an id', { ...ownPage, id: undefined }],
  ['a frame in a store front', { ...onPage(), frameId: 7 }],
  ['a store front without a tab', { ...onPage(), tab: undefined }],
  ['a store front without a frame', { ...onPage(), frameId: undefined }],
  ['a store front over http', { ...onPage(), origin: 'http://sellercentral.amazon.com' }],
  ['a login page over http', { ...onPage(), origin: 'http://www.amazon.com' }],
  ['a frame in a login page', { ...onPage('www.amazon.com'), frameId: 7 }],
  ['a login page without a tab', { ...onPage('www.amazon.com'), tab: undefined }],
  ['a store front on an odd port', { ...onPage(), origin: 'https://sellercentral.amazon.com:8443' }],
  ['a sandboxed frame', { ...onPage(), origin: 'null' }],
  ...[
    'https://sellercentral.amazon.com.evil.example',
    'https://sellercentral-amazon.com',
    'https://evil.example',
    'https://sellercentral.amazon.com@evil.example',
    'https://xsellercentral.amazon.com',
    'https://sellercentral.amazon.com.',
    'https://www.amazon.com.evil.example',
    'https://www-amazon.com',
    'https://www.amazon.cn',
    'https://amazon.com',
    'https://sellercentral.amazon.cn',
    'https://SELLERCENTRAL.AMAZON.COM',
    'https://constructor',
    'https://__proto__',
    'file:///sellercentral.amazon.com',
    'chrome-extension://another-extension',
    `${own.origin}.evil.example`,
    '',
  ].map(
    (origin) =>
      [`the page ${origin || 'without an origin'}`, { ...onPage(), origin, url: `${origin}/home` }] as const,
  ),
  [
    'a page that says only its address, which is another’s',
    { ...onPage(), origin: undefined, url: 'https://evil.example/https://sellercentral.amazon.com/' },
  ],
  [
    'a page with a user name in its address',
    { ...onPage(), origin: undefined, url: 'https://sellercentral.amazon.com@evil.example/home' },
  ],
  ['a page without origin and address', { ...onPage(), origin: undefined, url: undefined }],
]
