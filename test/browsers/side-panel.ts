import { writeFileSync } from 'node:fs'
import type { DevTools } from './devtools'
import type { TabDriver } from './tab'

const inFunction = (body: string) => `(async () => JSON.stringify(await (async () => { ${body}\n })()))()`

/** Keys without a character, and the code that Chromium wants with them. */
const keyCodes: Readonly<Record<string, number>> = {
  Tab: 9,
  Enter: 13,
  Escape: 27,
  ArrowUp: 38,
  ArrowDown: 40,
}

/** Chrome's side panel, which the driver of tabs does not see. */
export function sidePanelDriver(devtools: DevTools, targetId: string, sessionId: string): TabDriver {
  const send = (method: string, parameters: object = {}) => devtools.send(method, parameters, sessionId)

  async function evaluate<T>(body: string): Promise<T> {
    const parameters = { expression: inFunction(body), awaitPromise: true, returnByValue: true }
    const { result, exceptionDetails } = await send('Runtime.evaluate', parameters)
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return (result.value === undefined ? undefined : JSON.parse(result.value)) as T
  }

  async function mouse(type: string, { x, y }: { x: number; y: number }, more: object = {}): Promise<void> {
    await send('Input.dispatchMouseEvent', { type, x, y, ...more })
  }

  return {
    evaluate,
    async goto(address) {
      await send('Page.navigate', { url: address })
    },
    async reload() {
      await send('Page.reload')
    },
    url: () => evaluate('return location.href'),
    async close() {
      await devtools.send('Target.closeTarget', { targetId })
    },
    async press(chord) {
      const [key = '', ...held] = chord.split('+').reverse()
      const modifiers = held.includes('Shift') ? 8 : 0
      const text = key.length === 1 ? key : key === 'Enter' ? '\r' : undefined
      const code = keyCodes[key] ?? key.toUpperCase().charCodeAt(0)
      // A key goes to what has the focus.
      await send('Emulation.setFocusEmulationEnabled', { enabled: true })
      const stroke = { key, modifiers, windowsVirtualKeyCode: code, ...(text && { text }) }
      await send('Input.dispatchKeyEvent', { type: 'keyDown', ...stroke })
      await send('Input.dispatchKeyEvent', { type: 'keyUp', ...stroke })
    },
    async clickAt(point) {
      const once = { button: 'left', clickCount: 1 }
      await mouse('mousePressed', point, once)
      await mouse('mouseReleased', point, once)
    },
    hover: (point) => mouse('mouseMoved', point),
    bringToFront: async () => undefined,
    async resize(width, height) {
      await send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false })
    },
    async emulate({ dark = false, forcedColors = false, reducedMotion = false, print = false }) {
      await send('Emulation.setEmulatedMedia', {
        media: print ? 'print' : '',
        features: [
          { name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' },
          { name: 'forced-colors', value: forcedColors ? 'active' : 'none' },
          { name: 'prefers-reduced-motion', value: reducedMotion ? 'reduce' : 'no-preference' },
        ],
      })
    },
    async screenshot(file) {
      const { data } = await send('Page.captureScreenshot')
      writeFileSync(file, Buffer.from(data, 'base64'))
    },
    async accessible(role, name) {
      const { result } = await send('Runtime.evaluate', { expression: 'document' })
      const { nodes } = await send('Accessibility.queryAXTree', {
        objectId: result.objectId,
        role,
        ...(name === undefined ? {} : { accessibleName: name }),
      })
      return (nodes as { ignored: boolean }[]).filter(({ ignored }) => !ignored).length
    },
    // No card is drawn on a page of ours.
    inCard: async () => undefined,
  }
}
