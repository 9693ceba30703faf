import { percentDecoded } from '../lookalike/percent-decoded'
import { senderKind } from './senders'

/**
 * How an address carries the one it leads to. `undefined`: it carries none. The host is compared whole: whoever owns
 * `www.google.attacker.example` could write Amazon's address into its own.
 */
type Redirector = { host: RegExp; target: (url: URL) => string | readonly string[] | undefined }

const decoded = (text: string | undefined) => (text === undefined ? undefined : percentDecoded(text))

/** Each value of these parameters once. Split first and decoded once, with a `+` left as it is. */
const parameters = (url: URL, ...names: string[]): string[] => {
  const found = url.search
    .slice(1)
    .split('&')
    .flatMap((pair) => {
      const [name = '', ...value] = pair.split('=')
      const given = names.includes(decoded(name)?.toLowerCase() ?? '') ? decoded(value.join('=')) : ''
      return given === undefined || given === '' ? [] : [given]
    })
  return [...new Set(found)]
}

const parameter = (url: URL, name: string): string | undefined => parameters(url, name)[0]

const inQuery =
  (...names: string[]) =>
  (url: URL) =>
    parameters(url, ...names)

/** What follows the pattern in the path, up to the next slash. */
const inPath = (before: RegExp) => (url: URL) => {
  const start = before.exec(url.pathname)
  return start ? decoded(url.pathname.slice(start.index + start[0].length).split('/')[0]) : undefined
}

const onlyAt = (path: RegExp, target: Redirector['target']) => (url: URL) =>
  path.test(url.pathname) ? target(url) : undefined

/** A shop of Amazon's, and not `amazon.attacker.example`. */
const isShop = ({ hostname }: URL) => senderKind(hostname.replace(/^(?:www|smile)\./, '')) === 'amazon'
const ifShop = (target: Redirector['target']) => (url: URL) => (isShop(url) ? target(url) : undefined)

function fromBase64(text: string | undefined): string | undefined {
  try {
    return text && atob(decodeURIComponent(text).replaceAll('-', '+').replaceAll('_', '/'))
  } catch {
    return undefined
  }
}

/** Proofpoint's second form writes `-3A` for `%3A` and `_` for `/`. Its third form keeps the address between `__`. */
function proofpoint(url: URL): string | undefined {
  if (url.pathname.startsWith('/v3/'))
    return /\/v3\/__(.+?)__;/.exec(url.href)?.[1]?.replace(/^(https?:\/)([^/])/, '$1/$2')
  const carried = parameter(url, 'u')
  return url.pathname.startsWith('/v2/')
    ? decoded(carried?.replaceAll('_', '/').replace(/-(?=[0-9a-f]{2})/gi, '%'))
    : carried
}

/**
 * Counters and gateways that lead on to an address which is readable in their own, from public documentation and
 * mails. Nothing is asked of them.
 */
const redirectors: readonly Redirector[] = [
  // Amazon's own. A target may be a path on the same shop.
  {
    host: /^(?:www\.|smile\.)?amazon\.[a-z.]+$/,
    target: ifShop(onlyAt(/^\/+gp\/+(?:[rf]\.html|redirect\.html)/i, inQuery('u', 'location'))),
  },
  // Of its advertisements. The target stands in the path as it is.
  {
    host: /^aax[\w-]*\.amazon\.com$|\.amazon-adsystem\.com$|^assoc-redirect\.amazon\.com$/,
    target: (url) => /^\/(?:x\/c\/[^/]+|g\/r)\/(https?(?::|%3A).+)$/i.exec(url.pathname + url.search)?.[1],
  },
  { host: /\.awstrack\.me$/, target: inPath(/^\/[LI]\d+\//) },
  {
    host: /^(?:www\.)?google\.(?:com|cat|[a-z]{2}|com?\.[a-z]{2})$/,
    target: onlyAt(/^\/url$/, inQuery('q', 'url')),
  },
  { host: /^www\.googleadservices\.com$/, target: inQuery('adurl') },
  {
    host: /\.safelinks\.protection\.outlook\.com$|^statics\.teams\.cdn\.office\.net$/,
    target: inQuery('url'),
  },
  { host: /^urldefense(?:\.proofpoint)?\.com$/, target: proofpoint },
  { host: /^linkprotect\.cudasvc\.com$/, target: inQuery('a') },
  { host: /^clicktime\.(?:symantec\.com|cloud\.postoffice\.(?:net|co\.uk))$/, target: inQuery('u') },
  { host: /\.trendmicro\.com$/, target: onlyAt(/\/clicktime\//, inQuery('url')) },
  { host: /^protect2?\.fireeye\.com$/, target: inQuery('u') },
  { host: /\.hornetsecurity\.com$/, target: inQuery('u') },
  { host: /\.protection\.sophos\.com$/, target: (url) => fromBase64(parameter(url, 'u')) },
  {
    host: /^secure-web\.cisco\.com$/,
    target: (url) => decoded(/\/(https?(?:%3A|:).*)$/i.exec(url.pathname)?.[1]),
  },
  {
    host: /^url\.avanan\.click$|\.checkpoint\.com$/,
    target: (url) => /___(https?:.+?)___/.exec(url.href)?.[1],
  },
  { host: /^deref-(?:gmx|web|mail)(?:-\d\d)?\.(?:com|net|de|fr|es|co\.uk)$/, target: inQuery('redirecturl') },
  { host: /^click\.pstmrk\.it$/, target: inPath(/^\/\ds\//) },
  { host: /^(?:l|lm)\.(?:facebook|instagram)\.com$/, target: inQuery('u') },
  { host: /^(?:www\.)?linkedin\.com$/, target: onlyAt(/^\/(?:safety\/go|redir\/redirect)/, inQuery('url')) },
  { host: /^(?:www\.)?youtube\.com$/, target: onlyAt(/^\/redirect$/, inQuery('q')) },
  { host: /^(?:r\.)?search\.yahoo\.com$/, target: (url) => decoded(/\/RU=([^/]+)/.exec(url.pathname)?.[1]) },
  {
    host: /^(?:www\.)?bing\.com$/,
    target: onlyAt(/^\/ck\/a/, (url) => fromBase64(parameter(url, 'u')?.replace(/^a1/, ''))),
  },
  { host: /^(?:slack-redir\.net|away\.vk\.com|vk\.com)$/, target: inQuery('url', 'to') },
]

/** A broken template of Amazon's own mails leaves out the host, as in `https:///gp/help`: it leads no further. */
const isNowhere = (target: string): boolean => {
  if (!/^https?:/i.test(target)) return false
  const host = URL.canParse(target) ? new URL(target).hostname : target.replace(/^https?:[\\/]*/i, '')
  return !/[.[]/.test(host)
}

/** What a target means at the address that carries it. `undefined`: nothing. */
function leadingTo(written: string, from: URL): string | undefined {
  // As browsers read it.
  const target = written.replace(/[\t\n\r]/g, '').trim()
  if (/^https?%(?:25)*3a/i.test(target)) {
    const once = decoded(target) ?? target
    return once === target ? undefined : leadingTo(once, from)
  }
  if (/^[a-z][a-z\d+.-]*:/i.test(target)) return isNowhere(target) ? undefined : target
  if (/^[\\/]/.test(target)) return URL.canParse(target, from.href) ? new URL(target, from).href : undefined
  // Some leave out the scheme.
  return /^[\w-]+(?:\.[\w-]+)+(?:[/?#]|$)/.test(target) ? `https://${target}` : undefined
}

/** The address that this one leads on to, if it carries one. */
function next(address: string, isTrusted: (host: string) => boolean): string | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol)) return undefined
  const written = redirectors.find(({ host }) => host.test(url.hostname))?.target(url) ?? []
  const targets = [written].flat().flatMap((target) => leadingTo(target, url) ?? [])
  return targets.find((target) => !isTrusted(hostnameIn(target))) ?? targets[0]
}

const hostnameIn = (address: string) => (URL.canParse(address) ? new URL(address).hostname : '')

/** Further than this, nobody can tell where a link leads. */
const mostLevels = 3

export type Unwrapped = {
  address: string
  /** The hosts it goes through, in order. */
  through: string[]
  /** It goes on through more redirectors than are followed. */
  isEndless: boolean
}

/**
 * Where an address leads, through redirectors that carry their target.
 * @param isTrusted of several targets, one whose host isn't trusted counts: nobody can tell which one it is
 * @param most how many are followed
 */
export function unwrap(
  address: string,
  isTrusted: (host: string) => boolean = () => false,
  most = mostLevels,
): Unwrapped {
  const through: string[] = []
  let at = address
  for (let on = next(at, isTrusted); on !== undefined; on = next(at, isTrusted)) {
    if (through.length === most) return { address: at, through, isEndless: true }
    through.push(new URL(at).hostname)
    at = on
  }
  return { address: at, through, isEndless: false }
}
