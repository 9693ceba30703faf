import type { PagePattern } from '../pages/false-pages'
import { api } from './api'

/** Chrome's way to change the icon by address: the browser compares, and we don't learn the address. Firefox has none. */
type DeclarativeContent = {
  PageStateMatcher: new (options: { pageUrl: PagePattern }) => object
  SetIcon: new (options: { imageData: Record<number, ImageData> }) => object
  onPageChanged: {
    addRules(rules: readonly object[], done: () => void): void
    removeRules(ids: readonly string[], done: () => void): void
  }
}
type Scope = {
  chrome: { declarativeContent?: DeclarativeContent; runtime: { lastError?: { message?: string } } }
}

const permission = { permissions: ['declarativeContent'] }
const id = 'false-page'
const scope = () => globalThis as unknown as Scope
/** Undefined without the permission, and where there is no browser at all. */
const declarativeContent = () => ('chrome' in globalThis ? scope().chrome.declarativeContent : undefined)

/** Whether this browser has it: the manifest asks for it only where it exists. */
export const canSign = async (): Promise<boolean> =>
  api()
    .runtime.getManifest()
    .optional_permissions?.includes(permission.permissions[0] as never) === true

export const isSigning = async (): Promise<boolean> =>
  (await canSign()) && api().permissions.contains(permission as never)

/** Call from a press: the browser grants it then, without asking. */
export async function startSigning(): Promise<boolean> {
  if (!(await api().permissions.request({ permissions: ['declarativeContent'] } as never))) return false
  await renewSign()
  return true
}

/** The rules first: they outlive the permission until the browser closes. */
export async function stopSigning(): Promise<void> {
  await change('removeRules', [id])
  await api().permissions.remove(permission as never)
}

/**
 * Puts this version's rule in the place of an older one, which the browser keeps through an update. One rule alone: of
 * two, the browser picks by chance. Does nothing without the permission.
 */
export async function renewSign(): Promise<void> {
  const content = declarativeContent()
  if (content === undefined) return
  // The build writes the pattern into the browser's own file of texts: the worker would read the tables at each start.
  const pages = JSON.parse(api().i18n.getMessage('false_pages')) as PagePattern
  await change('removeRules', [id])
  const imageData = Object.fromEntries([16, 32].map((size) => [size, warning(size)]))
  await change('addRules', [
    {
      id,
      conditions: [new content.PageStateMatcher({ pageUrl: pages })],
      actions: [new content.SetIcon({ imageData })],
    },
  ])
}

/** These calls know callbacks alone, and put their error elsewhere. */
function change(act: 'addRules', rules: readonly object[]): Promise<void>
function change(act: 'removeRules', ids: readonly string[]): Promise<void>
function change(
  act: 'addRules' | 'removeRules',
  of: readonly never[] | readonly object[] | readonly string[],
) {
  const content = declarativeContent()
  if (content === undefined) return Promise.resolve()
  return new Promise<void>((done, fail) =>
    content.onPageChanged[act](of as never, () => {
      const problem = scope().chrome.runtime.lastError
      if (problem) fail(new Error(problem.message))
      else done()
    }),
  )
}

/** A triangle with a bar: another shape than the icon's, not only another color. */
function warning(size: number): ImageData {
  const pen = new OffscreenCanvas(size, size).getContext('2d')
  if (!pen) throw new Error('no canvas')
  const at = (share: number) => share * size
  pen.fillStyle = '#b3261e'
  pen.beginPath()
  pen.moveTo(at(0.5), at(0.03))
  pen.lineTo(at(1), at(0.95))
  pen.lineTo(0, at(0.95))
  pen.fill()
  pen.fillStyle = '#ffffff'
  pen.fillRect(at(0.44), at(0.36), at(0.12), at(0.3))
  pen.fillRect(at(0.44), at(0.74), at(0.12), at(0.12))
  return pen.getImageData(0, 0, size, size)
}
