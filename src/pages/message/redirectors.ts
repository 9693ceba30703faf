/** How an address carries the one it leads to. `undefined`: it carries none. */
type Redirector = { host: RegExp; target: (url: URL) => string | undefined }

const decoded = (text: string | undefined): string | undefined => {
  if (text === undefined) return undefined
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** A parameter of the query. Split first and decoded once, with a `+` left as it is. */
const parameter = (url: URL, ...names: string[]): string | undefined =>
  names
    .map((name) =>
      url.search
        .slice(1)
        .split('&')
        .find((pair) => pair.toLowerCase().startsWith(`${name}=`))
        ?.slice(name.length + 1),
    )
    .map(decoded)
    .find((value) => value !== undefined && value !== '')

const inQuery =
  (...names: string[]) =>
  (url: URL) =>
    parameter(url, ...names)

/** What follows the pattern in the path, up to the next slash. */
const inPath = (before: RegExp) => (url: URL) => {
  const start = before.exec(url.pathname)
  return start ? decoded(url.pathname.slice(start.index + start[0].length).split('/')[0]) : undefined
}

const onlyAt = (path: RegExp, target: Redirector['target']) => (url: URL) =>
  path.test(url.pathname) ? target(url) : undefined

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
    target: onlyAt(/^\/gp\/(?:[rf]\.html|redirect\.html)/, inQuery('u', 'location')),
  },
  { host: /\.awstrack\.me$/, target: inPath(/^\/[LI]\d+\//) },
  { host: /^(?:www\.)?google\.[a-z.]+$/, target: onlyAt(/^\/url$/, inQuery('q', 'url')) },
  { host: /^www\.googleadservices\.com$/, target: inQuery('adurl') },
  {
    host: /\.safelinks\.protection\.outlook\.com$|^statics\.teams\.cdn\.office\.net$/,
    target: inQuery('url'),
  },
  { host: /^urldefense(?:\.proofpoint)?\.com$/, target: proofpoint },
  { host: /^linkprotect\.cudasvc\.com$/, target: inQuery('a') },
  { host: /^clicktime\.(?:symantec|cloud\.postoffice)\.[a-z.]+$/, target: inQuery('u') },
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
  { host: /^deref-(?:gmx|web|mail)[\w-]*\.\w+$/, target: inQuery('redirecturl') },
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

/** The address that this one leads on to, if it carries one. */
function next(address: string): string | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol)) return undefined
  const target = redirectors
    .find(({ host }) => host.test(url.hostname))
    ?.target(url)
    ?.trim()
  if (target === undefined) return undefined
  if (/^[a-z][a-z\d+.-]*:/i.test(target)) return isNowhere(target) ? undefined : target
  if (target.startsWith('/')) return URL.canParse(target, url.href) ? new URL(target, url).href : undefined
  // Some leave out the scheme.
  return /^[\w-]+(?:\.[\w-]+)+(?:[/?#]|$)/.test(target) ? `https://${target}` : undefined
}

/** Further than this, nobody can tell where a link leads. */
const mostLevels = 3

export type Unwrapped = {
  address: string
  /** The hosts it goes through, in order. */
  through: string[]
  /** It goes on through more redirectors than are followed. */
  isEndless: boolean
}

/** Where an address leads, through redirectors that carry their target. */
export function unwrap(address: string): Unwrapped {
  const through: string[] = []
  let at = address
  for (let on = next(at); on !== undefined; on = next(at)) {
    if (through.length === mostLevels) return { address: at, through, isEndless: true }
    through.push(new URL(at).hostname)
    at = on
  }
  return { address: at, through, isEndless: false }
}
