import type { PageId } from '../domain/page'
import { hostKind } from './hosts'
import { pathRecogniser, plainPath } from './match-path'
import { catalogue, type Shapes } from './page-paths'

/** A recogniser for these rows. The product has one for the whole catalogue; tests make one of each row alone. */
export function recogniser(rows: Partial<Record<PageId, Shapes>>) {
  const pageAt = pathRecogniser(rows)
  /**
   * The kind of page at an address, and its host. Known hosts over https alone, without user name or odd port: a page
   * over http is not Amazon's, whoever answers.
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
    // Brand Registry's host is one page kind, but for the sign-in before it, which no row names.
    if (kind === 'brand' && /^\/+ap\//.test(plainPath(url.pathname))) return undefined
    const page = kind && pageAt(kind, url)
    return page && { page, host }
  }
}

export const recognise = recogniser(catalogue)
