import type { ChangedKeys, Platform, Sender, StorageArea } from '../../src/browser/platform'
import type { Language } from '../../src/domain/languages'
import type { PageId } from '../../src/domain/page'
import type { Catalogue } from '../../src/i18n/i18n'
import { itemOfDetail } from '../../src/i18n/item-text'
import { type BackgroundText, carried } from '../../src/i18n/surfaces'
import { isLoginHost, storeFrontOf } from '../../src/pages/hosts'
import { addressOf } from '../../src/pages/page-urls'
import { textsIn } from './i18n'
import { type Moment, on } from './time'

type Method = 'get' | 'set' | 'remove' | 'keys'
type Fault =
  /** Rejects, as the browser does if its database is closed or the disk is full. */
  | { kind: 'rejects'; method: Method; times: number }
  /** Never answers. */
  | { kind: 'hangs'; method: Method; times: number }
  | { kind: 'returns'; method: 'get'; times: number; value: unknown }

/** A storage area in memory. Values are copied in and out, as between processes. */
export type FakeArea = StorageArea & {
  /** The stored values; a test may change them. */
  readonly data: Record<string, unknown>
  /** The argument of each successful `set`. */
  readonly writes: readonly Record<string, unknown>[]
  /** How often its keys were listed. */
  readonly lists: number
  /** The keys of each `get`; null for everything. */
  readonly reads: readonly (readonly string[] | null)[]
  /** Writes as another worker does; removes what is undefined. */
  changeElsewhere(items: Record<string, unknown>): void
  /** Fails from now on, this many times; by default always. */
  reject(method: Method, times?: number): void
  hang(method: Method, times?: number): void
  /** Makes `get` return this value. */
  answer(value: unknown, times?: number): void
  heal(): void
}

function fakeArea(data: Record<string, unknown>, isAlive: () => boolean, afterSet: () => void): FakeArea {
  const faults: Fault[] = []
  const writes: Record<string, unknown>[] = []
  const reads: (readonly string[] | null)[] = []
  const listeners: ((changed: ChangedKeys) => void)[] = []
  let lists = 0
  const tell = (changed: ChangedKeys) => {
    for (const listener of listeners) listener(changed)
  }
  const never = () => new Promise<never>(() => undefined)

  async function call<T>(method: Method, run: () => T): Promise<T> {
    // A browser never answers in the same tick.
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
        tell({ written: Object.keys(copy), removed: [] })
        afterSet()
      })
    },
    remove: (keys) =>
      call('remove', () => {
        for (const key of keys) delete data[key]
        tell({ written: [], removed: keys })
      }),
    onChanged: (listener) => listeners.push(listener),
    changeElsewhere(items) {
      const [written, removed] = [new Set<string>(), new Set<string>()]
      for (const [key, value] of Object.entries(items)) {
        if (value === undefined) delete data[key]
        else data[key] = value
        ;(value === undefined ? removed : written).add(key)
      }
      tell({ written: [...written], removed: [...removed] })
    },
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

/** What outlives a worker: the browser and everything it keeps. */
type Kept = {
  local: Record<string, unknown>
  session: Record<string, unknown>
  alarms: Map<string, number>
  /** When repeating alarms fire next, by the clock at the time they were set. */
  rings: Map<string, number>
  /** One-time alarms, and when they fire. */
  once: Map<string, number>
  /** What the seller has allowed: `notifications`, or a login host by name. */
  allowed: Set<string>
  /** The login hosts on whose pages the script is registered. */
  running: readonly string[]
  /** Hosts that the seller has withdrawn in the browser's own settings. */
  withheld: Set<string>
  /** What an administrator set. Undefined: nothing. */
  policy: unknown
  /** The version whose rule the sign on the toolbar has. Undefined: never turned on. */
  sign: string | undefined
}

type Started = Parameters<Parameters<Platform['onStart']>[0]>[0]

/** How a browser call can fail: by rejecting, by never answering or by throwing at once. */
export const failures = ['rejects', 'hangs', 'throws'] as const
export type Failing = (typeof failures)[number]
/** All calls that can be made to fail. */
export const breakable = [
  ...(['alarms.next', 'alarms.create', 'alarms.createAt', 'badge.show'] as const),
  ...(['notifications.allowed', 'notifications.show', 'loginPages.granted', 'loginPages.runOn'] as const),
  ...(['tellStored', 'openDashboard', 'withheld', 'tell'] as const),
  ...(['managed.get', 'session.get', 'session.set', 'session.remove'] as const),
  ...(['storage.get', 'storage.set', 'storage.remove', 'storage.keys'] as const),
] as const
export type Breakable = (typeof breakable)[number]

export type FakePlatform = Omit<Platform, 'now'> & {
  now(): Moment
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
    /** The calls for alarms, in order. */
    readonly calls: readonly string[]
  }
  readonly notifications: Platform['notifications'] & {
    readonly shown: readonly { title: string; message: string }[]
    /** The seller clicks the notification. */
    click(): void
    /** Rejects from now on, as on a system without notifications. */
    fail(): void
  }
  readonly managed: Platform['managed'] & {
    /** An administrator sets this, and the browser tells of it. Undefined removes it. */
    set(policy: unknown): void
    /** The same without telling, as in Firefox, or before the browser has read it. */
    settle(policy: unknown): void
    /** How often it was read. */
    readonly reads: number
  }
  readonly panel: Platform['panel'] & {
    /** The windows in which it was opened. */
    readonly opened: readonly (number | undefined)[]
    /** The seller presses the shortcut. */
    press(window: number | undefined): void
  }
  /** Messages sent to tabs. */
  readonly told: readonly { tab: number; message: unknown }[]
  /** How often our pages were told that something was stored. */
  readonly pagesTold: number
  /** Adds a listener, as an open page of ours does. */
  onStored(listener: (stored: string) => void): void
  /** The places our own page was opened at. */
  readonly dashboards: readonly string[]
  /** The seller withdraws a permission in the browser's own settings. */
  revoke(permission: string): void
  /** The seller allows all Seller Central hosts except these. */
  withhold(...hosts: readonly string[]): void
  /** Sets clock and time zone. */
  clock(now: Moment): void
  /** Sends a message; undefined if none of our listeners answers. */
  send(message: unknown, sender: Sender): Promise<unknown> | undefined
  /** The seller closes a tab. */
  closeTab(tab: number): void
  ring(name: string): void
  browserStarts(why?: Started): void
  /** Kills the worker: what it has not written is never written, and no request gets a reply. */
  kill(): void
  /** Kills the worker right after its next write, before it can answer. */
  killAfterWrite(): void
  /** Waits until everything requested is done. */
  settled(): Promise<void>
}

/** A fake browser. `start(fakePlatform({ kept: dead.kept }))`: the next worker, with what that one stored. */
/** What the worker carries of a language, made once: it is asked at each message. */
const workerTexts = ofLanguages(
  (texts) =>
    Object.fromEntries(texts.filter(([name]) => carried.background(name))) as Catalogue<BackgroundText>,
)

/** What the browser keeps for the worker, by check. */
const checkTexts = ofLanguages((texts) => {
  const byCheck: Record<string, Record<string, string>> = {}
  for (const [name, text] of texts) {
    const item = itemOfDetail(name)
    if (item !== undefined) byCheck[item] = { ...byCheck[item], [name]: text }
  }
  return byCheck
})

function ofLanguages<T>(make: (texts: [name: string, text: string][]) => T): (language: Language) => T {
  const made = new Map<Language, T>()
  return (language) => {
    const found = made.get(language) ?? make(Object.entries(textsIn(language)))
    made.set(language, found)
    return found
  }
}

export function fakePlatform({
  now = on('2026-03-04'),
  kept,
  languages = ['en-US', 'en'],
  version = '0.1.0',
}: {
  now?: Moment
  kept?: Partial<Kept>
  /** The browser's preferred languages. */
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
    policy: undefined,
    sign: undefined,
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
    shortcut: [] as ((window: number | undefined) => void)[],
    managed: [] as (() => void)[],
  }
  let policyReads = 0
  const panels: (number | undefined)[] = []
  let isInPress = false
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
    // Short waits end at once; long ones (time limits, the backup after a start) never end.
    wait: (milliseconds) =>
      milliseconds < 1000 ? new Promise((done) => setImmediate(done)) : new Promise(() => undefined),
    languages: () => languages,
    texts: workerTexts,
    async renewSign() {
      if (alive && memory.sign !== undefined) memory.sign = version
    },
    steps: (language, item) => checkTexts(language)[item] ?? {},
    storage: fakeArea(memory.local, isAlive, afterSet),
    session: fakeArea(memory.session, isAlive, () => undefined),
    badge,
    managed: {
      get reads() {
        return policyReads
      },
      async get() {
        policyReads += 1
        await Promise.resolve()
        if (memory.policy === undefined) throw new Error('Managed storage manifest not found')
        return structuredClone(memory.policy)
      },
      onChanged: (listener) => listeners.managed.push(listener),
      settle: (policy) => {
        memory.policy = policy
      },
      set(policy) {
        memory.policy = policy
        for (const listener of listeners.managed) listener()
      },
    },
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
    panel: {
      opened: panels,
      onShortcut: (listener) => listeners.shortcut.push(listener),
      // Not after a microtask: a browser would refuse it then.
      open: async (window) => void (isInPress ? panels.push(window) : undefined),
      async openBeside(window) {
        if (!isInPress) throw new Error('not in a press')
        panels.push(window)
      },
      press(window) {
        isInPress = true
        for (const listener of listeners.shortcut) listener(window)
        isInPress = false
      },
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
      // Its scripts are removed with the host's permission.
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
      isInPress = true
      try {
        for (const listener of listeners.message) {
          const reply = listener(message, sender)
          if (reply !== undefined) return reply
        }
        return undefined
      } finally {
        isInPress = false
      }
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
    // Every fake answers within a few microtasks, so a few turns of the event loop are plenty.
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
      // A call without a reply can fail only by throwing.
      if (how === undefined || call === 'tellStored') return real(...values)
      return how === 'hangs' ? new Promise(() => undefined) : Promise.reject(new Error(`${call} failed`))
    }
  }
  return fake
}

type Call = (...values: unknown[]) => unknown

/** Makes it look as if this version had run before, unless a test says otherwise. */
export function notUpdated({ kept: { local }, version }: FakePlatform): void {
  if (!('written-by' in local)) local['written-by'] = { version: 1, extension: version }
}

/** The extension's own id and origin. */
export const own = { id: 'nightlatch-id', origin: 'chrome-extension://nightlatch-id' }

/** The popup or the dashboard. */
export const ownPage: Sender = {
  id: own.id,
  origin: own.origin,
  url: `${own.origin}/src/popup/popup.html`,
}

/**
 * Our script on a Seller Central or login page, in the top frame of a tab.
 * @param page the page that the tab shows, if the browser tells; otherwise only the host is known.
 */
export function onPage(host = 'sellercentral.amazon.com', tab = 1, page?: PageId): Sender {
  return {
    id: own.id,
    origin: `https://${host}`,
    // The address the document was loaded from, whatever the tab shows now.
    url: `https://${host}/home`,
    frameId: 0,
    tab: { id: tab, windowId: 1, incognito: false, ...(page ? { url: addressAt(host, page) } : {}) },
  }
}

function addressAt(host: string, page: PageId): string {
  const store = isLoginHost(host) ? storeFrontOf(host) : 'sellercentral.amazon.com'
  return `https://${host}${new URL(addressOf(page, store)).pathname}`
}

/** All other senders of messages, and what is wrong with each. */
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
