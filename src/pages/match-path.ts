import type { PageId } from '../domain/page'
import type { HostKind } from './hosts'
import type { Shapes } from './page-paths'

type Folder = { page?: PageId; below?: PageId; readonly folders: Map<string, Folder> }

/** The number of an order or session. Old addresses end in one (`/gp/homepage.html/102-0000000-0000000`). */
const number = /^\d{3}-\d{7}-\d{7}$/

const formNumber = /[?&]formid=/i

/** `/home/ref=xx_home_dnav`: tells where a click came from. It and everything after it is ignored. */
const clickOrigin = /^ref_?(=|%3d)/

/** Percent escapes of letters, digits and `-._~`, which change nothing (RFC 3986, 6.2.2.2). */
const needlessEscape = /%(?:2[de]|3\d|[46][1-9a-f]|[57][0-9a]|5f|7e)/g

/** The shapes in a row. A shape without a leading slash is in the same folder as the shape before. */
export function shapesIn(paths: string): string[] {
  let last = ''
  return paths.split(' ').map((shape) => {
    const before = last.replace('/*', '')
    last = shape.startsWith('/') ? shape : before.slice(0, before.lastIndexOf('/') + 1) + shape
    return last
  })
}

/** The rest of an address once its host is known to be ours. Both `URL` and `location` have it. */
export type PathParts = { readonly pathname: string; readonly search: string }

/** The path in lower case and without needless escapes. */
export function plainPath(pathname: string): string {
  const path = pathname.toLowerCase()
  if (!path.includes('%')) return path
  return path
    .replace(needlessEscape, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)))
    .toLowerCase()
}

/**
 * Whether Nightlatch must never show anything here, even if the page is recognized: sign-in and everything
 * else under `/ap/`, and the pages below two-step verification, which show its secret and take codes.
 */
export function isOffLimits({ pathname }: Pick<PathParts, 'pathname'>): boolean {
  const names = namesIn(plainPath(pathname))
  return names[0] === 'ap' || (names[0] === 'a' && names.length > 3)
}

/**
 * Recognizes the pages of these rows by their path. Query and hash decide nothing, since a `returnTo=` may
 * name any page; the only exception is `{form}`.
 */
export function pathRecogniser(rows: Partial<Record<PageId, Shapes>>) {
  const trees = new Map<string, Folder>()

  /** The shapes under one first folder, built on first use: most visits need only one. */
  function treeOf(kind: HostKind, first: string): Folder {
    const key = `${kind}/${first}`
    const known = trees.get(key)
    if (known) return known
    const top: Folder = { folders: new Map() }
    for (const [page, shapes] of Object.entries(rows) as [PageId, Shapes][]) {
      for (const [on, paths] of Object.entries(typeof shapes === 'string' ? { store: shapes } : shapes)) {
        // A row writes its first folder with a leading slash, or consists of `/*` alone.
        const fits = (on === kind || on === 'both') && (paths.includes(`/${first}`) || paths === '/*')
        if (fits) for (const shape of shapesIn(paths)) enter(top, shape, page)
      }
    }
    trees.set(key, top)
    return top
  }

  return (kind: HostKind, { pathname, search }: PathParts): PageId | undefined => {
    const names = namesIn(plainPath(pathname))
    // `/-/en/ax/account/manage`: the shop in another language.
    if (names[0] === '-') names.splice(0, 2)
    let folder = treeOf(kind, names[0] ?? '')
    let page = folder.below
    for (const name of names) {
      if (name === 'index.html') continue
      let next = folder.folders.get(name)
      if (next === undefined && number.test(name)) {
        next = folder.folders.get('{order}')
        if (next === undefined) continue
      }
      if (next === undefined) return page
      folder = next
      page = next.below ?? page
      // What follows an `.html` name is for the page itself.
      if (name.endsWith('.html')) break
    }
    const form = folder.folders.get('{form}')
    if (form && formNumber.test(search)) folder = form
    return folder.page ?? page
  }
}

/** The folders of a path, up to the origin of a click. */
function namesIn(path: string): string[] {
  const names: string[] = []
  for (const part of path.split('/')) {
    const name = part.split(';', 1)[0] ?? ''
    if (name.startsWith('ref') && clickOrigin.test(name)) break
    if (name !== '') names.push(name)
  }
  return names
}

function enter(top: Folder, shape: string, page: PageId): void {
  let folder = top
  for (const name of shape.split('/')) {
    if (name === '*') folder.below = page
    else if (name !== '') {
      const next = folder.folders.get(name) ?? { folders: new Map() }
      folder.folders.set(name, next)
      folder = next
    }
  }
  folder.page = page
}
