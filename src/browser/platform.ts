import type { Language } from '../domain/languages'
import type { Instant, Now } from '../domain/time/time'
import type { Catalogue } from '../i18n/i18n'

/** A storage area as far as we use it. Each call rejects when the browser cannot. */
export type Area = {
  /** Everything, or the named keys. */
  get(keys: readonly string[] | null): Promise<Record<string, unknown>>
  /** All of it or nothing. */
  set(items: Record<string, unknown>): Promise<void>
  remove(keys: readonly string[]): Promise<void>
  keys(): Promise<string[]>
}

/** Names one state of what our pages show, of this worker or of one before it: only ever compared. */
export type Revision = string

/** Who sent a message, as far as the browser vouches for it. */
export type Sender = {
  id?: string | undefined
  origin?: string | undefined
  url?: string | undefined
  frameId?: number | undefined
  /** The document that sent it; a browser that is too old to tell leaves it out. */
  documentId?: string | undefined
  /** Present when it came from a tab. Its address is told for our own pages, and where our script may run. */
  tab?: { id?: number | undefined; incognito?: boolean; url?: string | undefined } | undefined
}

/** The browser as far as the background uses it: one seam for tests, and the list that permissions are read off. */
export type Platform = {
  /** The extension's own id, and the origin of its pages without a trailing slash. */
  id: string
  origin: string
  /** Of the extension, as in its manifest. */
  version: string
  now(): Now
  /** Resolves after so long; a timer of the tests' own, so that they need not wait. */
  wait(milliseconds: number): Promise<void>
  /** What the seller's browser prefers, best first, as tags like `zh-TW`. */
  languages(): readonly string[]
  /** The texts that the background uses. */
  texts(language: Language): Catalogue
  /** Kept on this computer. */
  storage: Area
  /** Kept in memory until the browser closes; survives the worker. */
  session: Pick<Area, 'get' | 'set' | 'remove'>
  alarms: {
    /** When it rings next; undefined when there is none. */
    next(name: string): Promise<Instant | undefined>
    create(name: string, periodInMinutes: number): Promise<void>
    /** Once, at that moment; another of the same name is replaced. */
    createAt(name: string, when: Instant): Promise<void>
    onAlarm(listener: (name: string) => void): void
  }
  badge: {
    show(text: string, title: string): Promise<void>
  }
  notifications: {
    /** The seller has given the permission. */
    allowed(): Promise<boolean>
    show(title: string, message: string): Promise<void>
    onClicked(listener: () => void): void
  }
  /** Tells our open pages that something was stored, and how what is there now is named. */
  tellStored(stored: Revision): void
  /** Opens our own page in a tab, at a place in it such as `#/playbooks`. */
  openDashboard(place?: `#/${string}`): Promise<void>
  loginPages: {
    /** The hosts among these that the seller has given the permission for. */
    granted(hosts: readonly string[]): Promise<readonly string[]>
    /** Lets the content script run on the login settings and 2SV pages of exactly these hosts. */
    runOn(hosts: readonly string[]): Promise<void>
  }
  /** Those of these hosts on which the browser does not let the content script run: the seller can take that back too. */
  withheld(hosts: readonly string[]): Promise<readonly string[]>
  /** A permission was given or taken back, here or in the browser's own settings. */
  onPermissions(listener: () => void): void
  /** Tells the content script of a tab; nothing happens when there is none. */
  tell(tab: number, message: unknown): Promise<void>
  /** Its number is not given again in this browser session. */
  onTabClosed(listener: (tab: number) => void): void
  /** An answer of undefined leaves the message to others. */
  onMessage(listener: (message: unknown, sender: Sender) => Promise<unknown> | undefined): void
  onStart(listener: (why: 'installed' | 'browser-started') => void): void
}
