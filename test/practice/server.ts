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

/** `kind` is the request's `sec-fetch-dest`: document, iframe, script, style, image, empty (fetch). */
export type Answered = { host: string; path: string; method: string; kind: string }

export type Practice = {
  /** The port of the proxy, on 127.0.0.1. */
  port: number
  spkiHash: string
  hosts: ReadonlySet<string>
  requests: Answered[]
  /** All other requests to the proxy, as `host:port` or, without TLS, as the address. */
  refused: string[]
  close(): Promise<void>
}

/** Hosts that only look like Amazon's, for tests of addresses. Names under .test never exist. */
const foreignHosts = [
  'example.test',
  'www.example.test',
  'sellercentral.amazon.com.example.test',
  'sellercentral-amazon.example.test',
]

function practiceHosts(): Set<string> {
  const hosts = new Set<string>([...foreignHosts, ...brandRegistry])
  for (const { host } of storeFronts) {
    // This includes the shops' hosts, which have the sign-in and the login's settings.
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
 * Starts a forward proxy on a loopback port. It answers for the hosts of Seller Central, over TLS and under
 * their real names, so that tests cover the shipped match patterns. It refuses and records everything else,
 * so that a test can check that nothing went out.
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
      // Fetched each time, but still allowed in the back/forward cache, which `no-store` would prevent.
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
  // Ignore connections that a browser drops.
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
