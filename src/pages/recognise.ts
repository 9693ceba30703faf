import type { PageId } from '../domain/page'
import { hostKind } from './hosts'
import { pathRecogniser, plainPath } from './match-path'
import { catalogue, type Shapes } from './page-paths'

/** Makes a recognizer for these rows: the whole catalog in the product, each row alone in tests. */
export function recogniser(rows: Partial<Record<PageId, Shapes>>) {
  const pageAt = pathRecogniser(rows)
  /**
   * The kind of page at an address, and its host. Accepts only known hosts over https, without user name or
   * port: anyone could answer over http.
   */
  return (address: string): { page: PageId; host: string } | undefined => {
    let url: URL
    try {
      url = new URL(address)
    } catch {
      return undefined
    }
    if (url.protocol !== 'https:' || url.port !== '' || url.username !== '' || url.password !== '')
      return undefined
    const host = url.hostname
    const kind = hostKind(host)
    // Brand Registry's host is one kind of page, except for its sign-in, which no row names.
    if (kind === 'brand' && /^\/+ap\//.test(plainPath(url.pathname))) return undefined
    const page = kind && pageAt(kind, url)
    return page && { page, host }
  }
}

export const recognise = recogniser(catalogue)
