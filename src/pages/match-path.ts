import type { PageId } from '../domain/page'
import type { HostKind } from './hosts'
import type { Shapes } from './page-paths'

type Folder = { page?: PageId; below?: PageId; readonly folders: Map<string, Folder> }

/** An order's, or a session's: old addresses end in one (`/gp/homepage.html/102-0000000-0000000`). */
const number = /^\d{3}-\d{7}-\d{7}$/

const formNumber = /[?&]formid=/i

/** `/home/ref=xx_home_dnav`: where a click came from, and all after it. */
const clickOrigin = /^ref_?(=|%3d)/

/** Percent signs that change nothing (RFC 3986, 6.2.2.2): those before letters, digits and `-._~`. */
const needlessEscape = /%(?:2[de]|3\d|[46][1-9a-f]|[57][0-9a]|5f|7e)/g

/** The shapes of a row; one without a slash in front stands in the folder of the one before. */
export function shapesIn(paths: string): string[] {
  let last = ''
  return paths.split(' ').map((shape) => {
    const before = last.replace('/*', '')
    last = shape.startsWith('/') ? shape : before.slice(0, before.lastIndexOf('/') + 1) + shape
    return last
  })
}

/** What is left of an address once its host is known to be one of ours: a `URL` has it, and so has `location`. */
export type PathParts = { readonly pathname: string; readonly search: string }

/** Lower case, and without escapes that change nothing. */
export function plainPath(pathname: string): string {
  const path = pathname.toLowerCase()
  if (!path.includes('%')) return path
  return path
    .replace(needlessEscape, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)))
    .toLowerCase()
}

/**
 * Whether nothing of ours may ever stand on a page that is recognised: sign-in and all else under `/ap/`, and what lies
 * below the page of two-step verification, where its secret is shown and codes are typed.
 */
export function isOffLimits({ pathname }: Pick<PathParts, 'pathname'>): boolean {
  const names = namesIn(plainPath(pathname))
  return names[0] === 'ap' || (names[0] === 'a' && names.length > 3)
}

/**
 * Recognises pages of these rows by their path. Query and hash decide nothing (a `returnTo=` may name any page), but
 * for `{form}`.
 */
export function pathRecogniser(rows: Partial<Record<PageId, Shapes>>) {
  const trees = new Map<string, Folder>()

  /** The shapes that begin with this folder alone: most pages are one address long, and a page's time is not ours. */
  function treeOf(kind: HostKind, first: string): Folder {
    const key = `${kind}/${first}`
    const known = trees.get(key)
    if (known) return known
    const top: Folder = { folders: new Map() }
    for (const [page, shapes] of Object.entries(rows) as [PageId, Shapes][]) {
      for (const [on, paths] of Object.entries(typeof shapes === 'string' ? { store: shapes } : shapes)) {
        // A row names its first folder with a slash in front, or all there is.
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
      // What follows is for the page itself.
      if (name.endsWith('.html')) break
    }
    const form = folder.folders.get('{form}')
    if (form && formNumber.test(search)) folder = form
    return folder.page ?? page
  }
}

/** The folders of a path, up to where a click came from. */
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
