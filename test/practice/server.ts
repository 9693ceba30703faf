import { createServer as createProxy } from 'node:http'
import { createServer as createSite } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { pageIds } from '../../src/domain/page'
import { brandRegistry, storeFronts } from '../../src/pages/hosts'
import { addressOf } from '../../src/pages/page-urls'
import { selfSigned } from './certificate'
import { pageFor, wantedBy } from './pages'
import stylesheet from './practice.css?raw'
import script from './practice.js?raw'

/** One answered request. `kind` is what the browser says it is for: document, iframe, script, style, image, empty (fetch). */
export type Answered = { host: string; path: string; method: string; kind: string }

export type Practice = {
  /** The proxy a browser has to use: 127.0.0.1, this port. */
  port: number
  spkiHash: string
  hosts: ReadonlySet<string>
  requests: Answered[]
  /** Whatever else was asked of the proxy, as `host:port` or, without TLS, as the address. */
  refused: string[]
  close(): Promise<void>
}

/** Not Amazon's, for tests of addresses that only look so. Names under .test exist nowhere. */
const foreignHosts = [
  'example.test',
  'www.example.test',
  'sellercentral.amazon.com.example.test',
  'sellercentral-amazon.example.test',
]

function practiceHosts(): Set<string> {
  const hosts = new Set<string>([...foreignHosts, ...brandRegistry])
  for (const { host } of storeFronts) {
    // Among them are the shops' hosts, where sign-in and the login's own settings are.
    for (const page of pageIds) hosts.add(new URL(addressOf(page, host)).hostname)
  }
  return hosts
}

const strictPolicy = "default-src 'self'; style-src 'self'; script-src 'self'; object-src 'none'"
const usualPolicy =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'"

function answer(url: URL): { type: string; body: string } | undefined {
  if (url.pathname === '/practice.css') return { type: 'text/css', body: stylesheet }
  if (url.pathname === '/practice.js') return { type: 'text/javascript', body: script }
  if (url.pathname === '/favicon.ico') return undefined
  return { type: 'text/html', body: pageFor(url) }
}

/**
 * A forward proxy on a loopback port. The hosts of Seller Central are answered here, over TLS and under their real
 * names, so that the shipped match patterns are what is tested; everything else is refused and written down, so that
 * a test can say "nothing went out".
 */
export async function startPractice(options: { hosts?: readonly string[] } = {}): Promise<Practice> {
  const hosts = new Set([...practiceHosts(), ...(options.hosts ?? [])])
  const { key, cert, spkiHash } = selfSigned(hosts)
  const requests: Answered[] = []
  const refused: string[] = []
  const sockets = new Set<Duplex>()

  const site = createSite({ key, cert }, (request, response) => {
    const url = new URL(request.url ?? '/', `https://${request.headers.host}`)
    const kind = String(request.headers['sec-fetch-dest'] ?? '')
    requests.push({ host: url.hostname, path: url.pathname, method: request.method ?? '', kind })
    const found = answer(url)
    if (!found) {
      response.writeHead(204).end()
      return
    }
    const strict = wantedBy(url).includes('csp')
    response.writeHead(200, {
      'content-type': `${found.type}; charset=utf-8`,
      'content-security-policy': strict ? strictPolicy : usualPolicy,
      // Loaded anew each time, and yet kept for the way back: what must not be stored never is.
      'cache-control': 'no-cache',
    })
    response.end(found.body)
  })

  const proxy = createProxy((request, response) => {
    refused.push(String(request.url))
    response.writeHead(403).end()
  })
  proxy.on('connect', (request, socket) => {
    const asked = String(request.url)
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy())
    if (hosts.has(asked.replace(/:443$/, ''))) {
      socket.write('HTTP/1.1 200 OK\r\n\r\n')
      site.emit('connection', socket)
    } else {
      refused.push(asked)
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
    }
  })
  // A browser that gives up a connection is its own business.
  site.on('tlsClientError', (_error, socket) => socket.destroy())
  proxy.on('clientError', (_error, socket) => socket.destroy())

  await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done))
  return {
    port: (proxy.address() as AddressInfo).port,
    spkiHash,
    hosts,
    requests,
    refused,
    close: () =>
      new Promise((done) => {
        proxy.close(() => done())
        proxy.closeAllConnections()
        for (const socket of sockets) socket.destroy()
      }),
  }
}
