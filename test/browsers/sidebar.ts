import { writeFileSync } from 'node:fs'
import type { TabDriver } from './tab'

/** Where Firefox keeps the page of an open sidebar: an element of another process in the browser's own window. */
const sidebar = `document.getElementById('sidebar')?.contentDocument?.getElementById('webext-panels-browser')`

/** True in a window in which a sidebar of this origin is open. */
export const hasSidebar = (origin: string) => `
  const panel = ${sidebar}
  return window.SidebarController.isOpen && panel?.currentURI?.spec.startsWith('${origin}') === true`

const keys: Readonly<Record<string, string>> = {
  Tab: 'KEY_Tab',
  Enter: 'KEY_Enter',
  Escape: 'KEY_Escape',
  ArrowUp: 'KEY_ArrowUp',
  ArrowDown: 'KEY_ArrowDown',
  Space: ' ',
}

/** @param inside runs the body of an async function in the browser's own window. */
export function sidebarDriver(inside: <T>(body: string) => Promise<T>): TabDriver {
  const within = <T>(body: string) =>
    inside<T>(`const panel = ${sidebar}; if (!panel) throw new Error('the sidebar is closed'); ${body}`)

  /** A script in the frame runs it, since the driver of tabs has no context for a sidebar. */
  async function evaluate<T>(body: string): Promise<T> {
    const inPage = `(async () => JSON.stringify(await (async () => { ${body}\n })()))()`
    const channel = `practice:${crypto.randomUUID()}`
    const script = `{
      const box = Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false })
      Cu.evalInSandbox(${JSON.stringify(inPage)}, box).then(
        (value) => sendAsyncMessage('${channel}', { value }),
        (error) => sendAsyncMessage('${channel}', { error: String(error) }))
    }`
    const { value, error } = await within<{ value?: string; error?: string }>(`
      return new Promise((done) => {
        const { messageManager } = panel
        messageManager.addMessageListener('${channel}', function heard({ data }) {
          messageManager.removeMessageListener('${channel}', heard)
          done(data)
        })
        messageManager.loadFrameScript('data:text/javascript;charset=utf-8,' + encodeURIComponent(${JSON.stringify(script)}), false)
      })`)
    if (error) throw new Error(error)
    return (value === undefined ? undefined : JSON.parse(value)) as T
  }

  /**
   * The browser finds what is at a point by the last picture it drew: after scrolling, that must be drawn first, by the
   * page and by the browser's own window.
   */
  async function mouse({ x, y }: { x: number; y: number }, types: readonly string[]): Promise<void> {
    const drawn = 'await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))'
    await evaluate(drawn)
    await within<void>(`
      ${drawn}
      let [x, y] = [${x}, ${y}]
      for (let node = panel; node; ) {
        const frame = node.getBoundingClientRect()
        x += frame.x
        y += frame.y
        const view = node.ownerDocument.defaultView
        node = view === window ? undefined : view.browsingContext.embedderElement
      }
      const { event } = ChromeUtils.importESModule('chrome://remote/content/shared/webdriver/Event.sys.mjs')
      for (const type of ${JSON.stringify(types)})
        event.synthesizeMouseAtPoint(x, y, { type, button: 0, clickCount: 1 }, window)`)
    // It arrives in the page's own process a moment later.
    await evaluate(drawn).catch(() => undefined)
  }

  return {
    evaluate,
    async goto(address) {
      await evaluate(`location.href = ${JSON.stringify(address)}`)
    },
    reload: () => within(`panel.reload()`),
    url: () => evaluate('return location.href'),
    close: () => inside(`window.SidebarController.hide()`),
    async press(chord) {
      const [key = '', ...held] = chord.split('+').reverse()
      await within(`
        const utils = (window.practiceKeys ??= (() => {
          const utils = { window, parent: window, _EU_Ci: Ci, _EU_Cc: Cc, KeyboardEvent, navigator }
          Services.scriptloader.loadSubScript('chrome://remote/content/external/EventUtils.js', utils)
          return utils
        })())
        // A key goes to what has the focus.
        panel.focus()
        utils.synthesizeKey(${JSON.stringify(keys[key] ?? key)}, { shiftKey: ${held.includes('Shift')} }, window)`)
    },
    clickAt: (point) => mouse(point, ['mousemove', 'mousedown', 'mouseup']),
    hover: (point) => mouse(point, ['mousemove']),
    bringToFront: async () => undefined,
    resize: (width) => within(`document.getElementById('sidebar-box').style.width = '${width}px'`),
    async emulate({ dark = false, forcedColors = false }) {
      await within(`
        panel.browsingContext.prefersColorSchemeOverride = '${dark ? 'dark' : 'light'}'
        panel.browsingContext.forcedColorsOverride = '${forcedColors ? 'active' : 'none'}'`)
    },
    async screenshot(file) {
      const data = await within<string>(`
        const picture = await panel.browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'white')
        const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas')
        canvas.width = picture.width
        canvas.height = picture.height
        canvas.getContext('2d').drawImage(picture, 0, 0)
        return canvas.toDataURL().split(',')[1]`)
      writeFileSync(file, Buffer.from(data, 'base64'))
    },
    accessible: async () => {
      throw new Error('Firefox shows the accessibility tree of tabs only')
    },
    // No card is drawn on a page of ours.
    inCard: async () => undefined,
  }
}
