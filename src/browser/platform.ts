import type { Language } from '../domain/languages'
import type { Instant, Now } from '../domain/time/time'
import type { Catalogue } from '../i18n/i18n'
import type { BackgroundText } from '../i18n/surfaces'

/** The part of a storage area that we use. Each call rejects if the browser fails. */
export type StorageArea = {
  /** Null gets everything. */
  get(keys: readonly string[] | null): Promise<Record<string, unknown>>
  /** Writes all items or none. */
  set(items: Record<string, unknown>): Promise<void>
  remove(keys: readonly string[]): Promise<void>
  keys(): Promise<string[]>
  /** Tells of every change, whoever made it. Missing where nobody else writes. */
  onChanged?(listener: (changed: ChangedKeys) => void): void
}

export type ChangedKeys = { written: readonly string[]; removed: readonly string[] }

/** Identifies one state of what our pages show, across restarts of the worker. Only compared for equality. */
export type Revision = string

/** Who sent a message, as confirmed by the browser. */
export type Sender = {
  id?: string | undefined
  origin?: string | undefined
  url?: string | undefined
  frameId?: number | undefined
  /** The document that sent it. Missing in browsers that are too old. */
  documentId?: string | undefined
  /** Present if it came from a tab. Has a `url` only for our own pages and where our script may run. */
  tab?:
    | { id?: number | undefined; windowId?: number; incognito?: boolean; url?: string | undefined }
    | undefined
}

/** All that the background uses of the browser. Tests replace it, and it shows which permissions we need. */
export type Platform = {
  /** The extension's own id, and the origin of its pages without a trailing slash. */
  id: string
  origin: string
  version: string
  now(): Now
  /** Tests replace this timer, so that they need not wait. */
  wait(milliseconds: number): Promise<void>
  /** The browser's preferred languages, best first, as tags like `zh-TW`. */
  languages(): readonly string[]
  texts(language: Language): Catalogue<BackgroundText>
  /** Title, reason and steps of a check such as `item_two_step_on`, by their names. The worker doesn't carry these texts. */
  steps(language: Language, item: string): Readonly<Record<string, string>>
  /** Kept on this computer. */
  storage: StorageArea
  /** Kept in memory until the browser closes, also when the worker restarts. */
  session: Pick<StorageArea, 'get' | 'set' | 'remove'>
  /** What an administrator set for this extension. */
  managed: {
    /** Rejects or is empty where nothing is set. Chrome takes seconds, and its first answer may be empty too soon. */
    get(): Promise<unknown>
    /** Chrome and Edge tell of a change. Firefox reads it when it starts. */
    onChanged(listener: () => void): void
  }
  alarms: {
    /** When it fires next. Undefined if there is no such alarm. */
    next(name: string): Promise<Instant | undefined>
    create(name: string, periodInMinutes: number): Promise<void>
    /** Fires once at that time and replaces an alarm of the same name. */
    createAt(name: string, when: Instant): Promise<void>
    onAlarm(listener: (name: string) => void): void
  }
  badge: {
    show(text: string, title: string): Promise<void>
  }
  notifications: {
    /** Whether the seller has given the permission. */
    allowed(): Promise<boolean>
    show(title: string, message: string): Promise<void>
    onClicked(listener: () => void): void
  }
  /** Tells our open pages that something was stored, with the new revision. */
  tellStored(stored: Revision): void
  /** Opens the dashboard in a new tab, at a place such as `#/playbooks`. */
  openDashboard(place?: `#/${string}`): Promise<void>
  panel: {
    /** The seller pressed the shortcut for the panel, in this window if the browser tells. */
    onShortcut(listener: (window: number | undefined) => void): void
    /** Opens it. The first call after a press: browsers refuse it after anything that was awaited. */
    open(window: number | undefined): Promise<void>
    /**
     * The same after a press on a page of another site. Missing in browsers that don't allow that. Never opens a tab:
     * a page could make us ask for it without a press.
     */
    openBeside?(window: number): Promise<void>
  }
  loginPages: {
    /** The hosts among these for which the seller has given the permission. */
    granted(hosts: readonly string[]): Promise<readonly string[]>
    /** Runs the content script on the login settings and 2SV pages of these hosts and no others. */
    runOn(hosts: readonly string[]): Promise<void>
  }
  /** The hosts among these on which the browser blocks the content script. Sellers can revoke that access. */
  withheld(hosts: readonly string[]): Promise<readonly string[]>
  /** Gives the sign on the toolbar this version's rule, if the seller has turned it on. */
  renewSign(): Promise<void>
  /** A permission was given or revoked, here or in the browser's settings. */
  onPermissions(listener: () => void): void
  /** Sends a message to the content script of a tab. Does nothing if there is none. */
  tell(tab: number, message: unknown): Promise<void>
  /** The browser session doesn't use the tab's number again. */
  onTabClosed(listener: (tab: number) => void): void
  /** A listener that returns undefined leaves the message to others. */
  onMessage(listener: (message: unknown, sender: Sender) => Promise<unknown> | undefined): void
  onStart(listener: (why: 'installed' | 'browser-started') => void): void
}
