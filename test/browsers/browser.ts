/** The element the extension draws its card in: all that end-to-end tests know of the card's structure. */
export const cardTag = '[nightlatch-card]'

export type BrowserName = 'chromium' | 'firefox'
export const browserNames = ['chromium', 'firefox'] as const satisfies readonly BrowserName[]

export type Options = {
  /** The unpacked extension, for Firefox also as a zip; by default `dist/chrome` or `dist/firefox`. */
  dist?: string
  /** The program to start; by default the installed one. Firefox only. */
  program?: string
  headless?: boolean
  /** The X display of a window. By default the one of the test run. */
  display?: string
  /** Such as `de`; the browser's own texts need Debian's chromium-l10n and firefox-esr-l10n-de. */
  lang?: string
  /** A folder for the profile, kept after `close`. By default a temporary one is made and removed. */
  profile?: string
  /** A touch screen: clicks are touches, the pointer is coarse and cannot hover. Firefox only. */
  touch?: boolean
  /** Keep the page that opens after installation; by default it is awaited and closed. */
  welcome?: boolean
}

/** A browser running the shipped extension: one interface, so that each end-to-end test is written once. */
export interface Browser {
  readonly name: BrowserName
  extensionUrl(path: string): string
  /** Opens and loads a new tab in front. */
  open(address: string): Promise<Tab>
  /** The same in a new window, so that the tabs of other windows stay visible. */
  openWindow(address: string): Promise<Tab>
  /** The popup at the toolbar button, over the tab in front. No tool can see it in Firefox. */
  openActionPopup?(): Promise<Pick<Tab, 'evaluate'>>
  /**
   * The open panels, one at most in each window: Chrome's side panel or Firefox's sidebar. They take clicks and keys like
   * a tab; `resize` sets only the width, and `close` closes the panel.
   */
  panels(): Promise<Tab[]>
  /** All open tabs, whoever opened them, except the one that `inExtension` uses. */
  tabs(): Promise<Tab[]>
  /** The toolbar button, as shown on tabs without settings of their own. */
  badge(): Promise<{ text: string; title: string }>
  /**
   * Runs the body of an async function with the extension's permissions, with `chrome` and, if available,
   * `browser`. It runs in a hidden tab showing the manifest, where no code of the extension runs.
   */
  inExtension<T>(body: string): Promise<T>
  /** Ends the worker or event page at once, as the browser does after half an idle minute. */
  stopBackground(): Promise<void>
  /** Reloads the extension under the open tabs, as an update does. Its own pages and its background end. */
  reloadExtension(): Promise<void>
  backgroundRuns(): Promise<boolean>
  /** Puts the clock of the extension so many milliseconds ahead of this computer's, until the browser ends. */
  setClock(ahead: number): Promise<void>
  /** Bytes that are in use after a forced collection, by what uses them. */
  heaps(): Promise<Record<string, number>>
  /**
   * Closes the browser and starts it on the same profile; id and storage of the extension stay. Browsers
   * forget an extension not from a store, so it is loaded again and gets `onInstalled`, not `onStartup`.
   */
  restart(): Promise<void>
  /** Ends the browser as a crash does. Afterwards only `restart` and `close` work. */
  kill(): Promise<void>
  /** Uncaught and logged errors in pages, content scripts, extension pages and the background. */
  problems(): Promise<string[]>
  /** Requests of the extension's own code, including the content script, except those for its own files. */
  extensionRequests(): Promise<string[]>
  close(): Promise<void>
}

export type Point = { x: number; y: number }
export type Rect = { x: number; y: number; width: number; height: number }
export type Media = { dark?: boolean; forcedColors?: boolean; reducedMotion?: boolean; print?: boolean }
export type Violation = {
  rule: string
  impact: string
  help: string
  nodes: { target: string; why: string }[]
}

export interface Tab {
  goto(address: string): Promise<void>
  reload(): Promise<void>
  url(): Promise<string>
  close(): Promise<void>
  /** Runs the body of an async function in the page's own world; the result is passed as JSON. */
  evaluate<T>(body: string): Promise<T>
  /** A trusted key: `Tab`, `Shift+Tab`, `Enter`, `Escape`, `ArrowDown`, `a`. Fronts the tab first. */
  press(key: string): Promise<void>
  /** A trusted click at a point, or at the center of an element once it is in view and uncovered. */
  click(target: string | Point): Promise<void>
  hover(point: Point): Promise<void>
  bringToFront(): Promise<void>
  /** The size of the view in CSS pixels. */
  resize(width: number, height: number): Promise<void>
  emulate(media: Media): Promise<void>
  screenshot(file: string): Promise<void>
  /** The number of elements in the accessibility tree with this role and, if given, exactly this name. */
  accessible(role: string, name?: string): Promise<number>
  /** Runs before the scripts of every later document in this tab. For pictures; Chromium only. */
  beforeScripts?(script: string): Promise<void>
  /** Runs axe-core. `strict`: also undecided contrasts; `practices`: also rules beyond WCAG. */
  axe(options?: { strict?: boolean; practices?: boolean }): Promise<Violation[]>
  /** The card, if there is one and its popover is open. */
  card(): Promise<Card | undefined>
  waitForCard(timeout?: number): Promise<Card>
  /** Waits until no card is open. To test that none comes, first wait for something later than a card. */
  waitForNoCard(timeout?: number): Promise<void>
}

/** The inside of the card's closed shadow root, as a seller sees and uses it. */
export interface Card {
  /** The visible text, one line per block. */
  text(): Promise<string>
  html(): Promise<string>
  /** A visible button or link by its accessible text; waits for it. */
  button(name: string | RegExp): Promise<CardButton>
  buttons(): Promise<string[]>
  links(): Promise<{ text: string; href: string }[]>
  rect(): Promise<Rect>
  /** The accessible text of the focused element in the card. */
  focused(): Promise<string | undefined>
  /** Runs the body of an async function; `root` is the closed shadow root. */
  evaluate<T>(body: string): Promise<T>
  /** Waits until the card has been open in one place for this many milliseconds. */
  settled(milliseconds?: number): Promise<void>
  axe(options?: { strict?: boolean }): Promise<Violation[]>
}

export type CardButton = {
  rect: Rect
  /**
   * A trusted click at its center. The card ignores clicks in its first half second, so that a page can't
   * move it under the pointer; this waits until the card has settled, unless `{ atOnce: true }`.
   */
  click(options?: { atOnce?: boolean }): Promise<void>
  focus(): Promise<void>
}
