/** The element the extension draws its card in. The only thing the end-to-end tests know of the card's inside. */
export const cardTag = '[nightlatch-card]'

export type BrowserName = 'chromium' | 'firefox'
export const browserNames = ['chromium', 'firefox'] as const satisfies readonly BrowserName[]

export type Options = {
  /** The unpacked extension, for Firefox also as a zip; `dist/chrome` or `dist/firefox` unless told. */
  dist?: string
  headless?: boolean
  /** Language of the browser, such as `de`; its own texts need Debian's chromium-l10n and firefox-esr-l10n-de. */
  lang?: string
  /** A folder for the profile, kept after `close`. Without it a temporary one is made and removed. */
  profile?: string
  /** A screen for fingers: every click is a touch, and a page sees a pointer that is coarse and cannot hover. Firefox alone. */
  touch?: boolean
  /** The page that opens after the installation stays; without this it is awaited and closed. */
  welcome?: boolean
}

/** A browser with the shipped extension in it. One interface, so that every end-to-end test is written once. */
export interface Browser {
  readonly name: BrowserName
  extensionUrl(path: string): string
  /** A new tab in front, loaded. */
  open(address: string): Promise<Tab>
  /** The same in a window of its own, beside which the tabs of other windows stay visible. */
  openWindow(address: string): Promise<Tab>
  /** The popup at the toolbar button, over the tab in front. Firefox shows it to no tool. */
  openActionPopup?(): Promise<Pick<Tab, 'evaluate'>>
  /** Every open tab, also those that the extension or a page opened; without the one that `inExtension` uses. */
  tabs(): Promise<Tab[]>
  /** The toolbar button as it is on every tab that has nothing of its own. */
  badge(): Promise<{ text: string; title: string }>
  /**
   * Runs the body of an async function with the extension's own rights; `chrome` and, where there is one, `browser`
   * are there. It runs in a hidden tab that shows the extension's manifest, so none of the extension's code runs there.
   */
  inExtension<T>(body: string): Promise<T>
  /** Ends the worker or event page at once, as the browser does after half an idle minute. */
  stopBackground(): Promise<void>
  /** Loads the extension anew under the open tabs, as an update does. Its own pages and its background end. */
  reloadExtension(): Promise<void>
  backgroundRuns(): Promise<boolean>
  /**
   * Closes the browser and starts it on the same profile; the extension keeps its id and what it stored. Both browsers
   * forget an extension that was not installed from a store, so it is loaded again and hears `onInstalled`, not `onStartup`.
   */
  restart(): Promise<void>
  /** Ends the browser as a crash does. Only `restart` and `close` make sense afterwards. */
  kill(): Promise<void>
  /** Uncaught errors, and errors written to a console, in pages, content scripts, extension pages and background. */
  problems(): Promise<string[]>
  /** What the extension's own code asked of any server, content script included; loading its own files is not counted. */
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
  /** Runs the body of an async function in the page's own world; the answer comes back as JSON. */
  evaluate<T>(body: string): Promise<T>
  /** A trusted key: `Tab`, `Shift+Tab`, `Enter`, `Escape`, `ArrowDown`, `a`. Brings the tab to the front first. */
  press(key: string): Promise<void>
  /** A trusted click at a point of the view, or at the centre of an element that is scrolled to and uncovered. */
  click(target: string | Point): Promise<void>
  hover(point: Point): Promise<void>
  bringToFront(): Promise<void>
  /** The size of the view in CSS pixels. */
  resize(width: number, height: number): Promise<void>
  emulate(media: Media): Promise<void>
  screenshot(file: string): Promise<void>
  /** How many elements the accessibility tree has by this role, with exactly this name when one is given. */
  accessible(role: string, name?: string): Promise<number>
  /** Runs in every document of this tab from now on, before its own scripts. For pictures; Chromium alone. */
  beforeScripts?(script: string): Promise<void>
  /**
   * axe-core over the page. `strict` also reports contrasts that axe could not decide; `practices` what is no rule of
   * WCAG, but good practice.
   */
  axe(options?: { strict?: boolean; practices?: boolean }): Promise<Violation[]>
  /** The card, if there is one and its popover is open. */
  card(): Promise<Card | undefined>
  waitForCard(timeout?: number): Promise<Card>
  /** Waits until no card is open. To say that none comes, wait first for something that comes later than a card would. */
  waitForNoCard(timeout?: number): Promise<void>
}

/** The inside of the card's closed shadow root, as a seller would see and use it. */
export interface Card {
  /** The visible text, a line for every block. */
  text(): Promise<string>
  html(): Promise<string>
  /** A visible button or link by its accessible text; waits for it. */
  button(name: string | RegExp): Promise<CardButton>
  buttons(): Promise<string[]>
  links(): Promise<{ text: string; href: string }[]>
  rect(): Promise<Rect>
  /** The accessible text of what has the focus in the card. */
  focused(): Promise<string | undefined>
  /** Runs the body of an async function; `root` is the closed shadow root. */
  evaluate<T>(body: string): Promise<T>
  /** Waits until the card has been open and in one place for so many milliseconds. */
  settled(milliseconds?: number): Promise<void>
  axe(options?: { strict?: boolean }): Promise<Violation[]>
}

export type CardButton = {
  rect: Rect
  /**
   * A trusted click at its centre. The card ignores clicks in its first half second, as a guard against a page that
   * slips it under the pointer; so this waits until it is settled. `{ atOnce: true }` does not.
   */
  click(options?: { atOnce?: boolean }): Promise<void>
  focus(): Promise<void>
}
