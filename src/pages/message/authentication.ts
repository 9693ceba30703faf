import type { Field } from './mail'

export type Authenticated = 'pass' | 'fail' | 'none'

/** One result, such as `dkim=pass header.d=amazon.com`. */
type Result = { method: string; value: string; properties: ReadonlyMap<string, string> }

/** Fields that the sender's side writes. Receivers write theirs above them. */
const ofSender =
  /^(?:from|to|cc|bcc|subject|date|message-id|mime-version|content-.*|sender|reply-to|in-reply-to|references|dkim-signature)$/

/**
 * What a saved mail says about its sender's domain. The file says it, and that is no proof: anybody can write such a
 * line (RFC 8601, section 5). So only the topmost results count, above the first `Received`, and only those of one
 * server: what stands further down may be the sender's own. `pass` needs a check that passed for the domain of From.
 * `fail` needs one that failed for it, and none that passed: with forwarding, SPF fails for genuine mail.
 * @param domainOf the registered domain of a host
 */
export function authentication(
  fields: readonly Field[],
  sender: string,
  domainOf: (host: string) => string,
): Authenticated {
  const results = topResults(fields)
  const isOwn = (host: string | undefined) =>
    host !== undefined && host !== '' && domainOf(host) === domainOf(sender)
  const own = results.filter((result) => {
    const domains = domainsOf(result)
    return domains.some(isOwn)
  })
  if (own.some(({ value }) => value === 'pass')) return 'pass'
  const failed = (method: string) =>
    own.some(
      (result) => result.method === method && /^(?:hard|soft)?fail$|^reject$|^quarantine$/.test(result.value),
    )
  if (failed('dmarc') || failed('dkim')) return 'fail'
  // SPF alone says little: a genuine mail that was forwarded fails it. Without any signature it is enough.
  const isUnsigned = results.some(({ method, value }) => method === 'dkim' && value === 'none')
  return failed('spf') && isUnsigned ? 'fail' : 'none'
}

/** The domains that a result is about. */
function domainsOf({ method, properties }: Result): (string | undefined)[] {
  const get = (name: string) => properties.get(name)?.split('@').at(-1)
  if (method === 'dmarc') return [get('header.from')]
  if (method === 'dkim') return [get('header.d'), get('header.i')]
  return method === 'spf' ? [get('smtp.mailfrom') ?? get('smtp.mail') ?? get('smtp.envelope-from')] : []
}

function topResults(fields: readonly Field[]): Result[] {
  const results: Result[] = []
  let server: string | undefined
  for (const { name, value } of fields) {
    if (name === 'received' || (server !== undefined && ofSender.test(name))) break
    if (name !== 'authentication-results') continue
    const read = parse(value)
    // A broken one, or another server's, ends the group.
    if (read === undefined || (server !== undefined && read.server !== server)) break
    server = read.server
    results.push(...read.results)
  }
  return results
}

/**
 * Reads `mx.example.com 1; dkim=pass (comment) reason="…" header.d=amazon.com; …`. Microsoft leaves out the server.
 * `undefined`: it isn't of that form.
 */
function parse(field: string): { server: string; results: Result[] } | undefined {
  const statements = tokensOf(field.slice(0, 20_000))
  const first = statements[0]
  if (first === undefined) return undefined
  const isUnnamed = first.some(({ key }) => key !== undefined)
  const server = isUnnamed ? '' : (first[0]?.value.toLowerCase() ?? '')
  if (!isUnnamed && (server === '' || first.length > 2)) return undefined
  const results = (isUnnamed ? statements : statements.slice(1)).flatMap(([head, ...rest]): Result[] =>
    head?.key === undefined
      ? []
      : [
          {
            method: head.key.split('/')[0] ?? '',
            value: head.value.toLowerCase(),
            // The first of a name counts.
            properties: new Map(
              [...rest].reverse().map(({ key, value }) => [key ?? '', value.toLowerCase()]),
            ),
          },
        ],
  )
  return { server, results }
}

type Token = { key: string | undefined; value: string }

/** Statements between semicolons, as `key=value` pairs and words. Comments in parentheses are left out. */
function tokensOf(field: string): Token[][] {
  const statements: Token[][] = [[]]
  let word = ''
  let key: string | undefined
  let depth = 0
  let isQuoted = false
  const end = () => {
    if (word !== '' || key !== undefined) statements.at(-1)?.push({ key, value: word })
    word = ''
    key = undefined
  }
  for (let at = 0; at < field.length; at++) {
    const letter = field[at] ?? ''
    if (letter === '\\' && (isQuoted || depth > 0)) {
      at++
      if (isQuoted) word += field[at] ?? ''
    } else if (isQuoted) {
      if (letter === '"') isQuoted = false
      else word += letter
    } else if (letter === '(') depth++
    else if (depth > 0) {
      if (letter === ')') depth--
    } else if (letter === '"') isQuoted = true
    else if (letter === ';') {
      end()
      statements.push([])
    } else if (letter === '=' && key === undefined) {
      key = word.toLowerCase()
      word = ''
    } else if (/\s/.test(letter)) {
      // Blanks may surround the sign, as in `dkim = pass`.
      const isPending = key !== undefined && word === ''
      if (!isPending && !/^\s*=/.test(field.slice(at, at + 20))) end()
    } else word += letter
  }
  end()
  return statements.filter((tokens, at) => at === 0 || tokens.length > 0)
}
