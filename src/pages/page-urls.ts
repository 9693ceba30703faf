import { type PageId, pages } from '../domain/page'
import { loginHost, type StoreFrontHost } from './hosts'

/** The https address of an Amazon page, on the store front's host, where the session is, or a related one. */
export function addressOf(page: PageId, host: StoreFrontHost): string {
  const { path, on = 'store' } = pages[page]
  const hosts = { store: host, login: loginHost(host), brand: 'brandregistry.amazon.com' }
  return `https://${hosts[on]}${path}`
}
