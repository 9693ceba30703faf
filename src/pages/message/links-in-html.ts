import { Parser } from 'htmlparser2'
import { Refused } from './mail'

export type HtmlLink = { address: string; shown?: string }
export type Html = {
  links: HtmlLink[]
  /** What a reader sees outside of links, where many mail programs make links of web addresses. */
  text: string
  hasPictures: boolean
}

/** What takes a reader elsewhere, by a press or alone. Pictures, fonts and style sheets don't. */
const leading: Readonly<Record<string, readonly string[]>> = {
  a: ['href', 'xlink:href'],
  area: ['href'],
  form: ['action'],
  button: ['formaction'],
  input: ['formaction'],
  iframe: ['src'],
  frame: ['src'],
  embed: ['src'],
  object: ['data'],
  // Outlook's buttons, in comments that only it reads.
  'v:roundrect': ['href'],
  'v:rect': ['href'],
  'v:oval': ['href'],
  'v:shape': ['href'],
}

const unseen = new Set(['style', 'script', 'title', 'head', 'template'])
const longestShown = 200
/** No mail nests its tags further, and the tokenizer becomes slow. */
const deepest = 1_000

/**
 * Links in HTML, without making a document of it: our pages' policy forbids that, and nothing in it may load or run.
 * Relative links count only under a `<base>`.
 */
export function linksInHtml(html: string, depth = 0): Html {
  const links: HtmlLink[] = []
  const seen: string[] = []
  let base: string | undefined
  let hasPictures = false
  let hidden = 0
  let open = 0
  let inside: { link: HtmlLink; words: string[] } | undefined

  const add = (address: string | undefined): HtmlLink | undefined => {
    const whole = address === undefined ? undefined : absolute(address, base)
    if (whole === undefined) return undefined
    const link: HtmlLink = { address: whole }
    links.push(link)
    return link
  }
  const leave = () => {
    const shown = inside?.words.join('').replace(/\s+/g, ' ').trim().slice(0, longestShown)
    if (inside && shown) inside.link.shown = shown
    inside = undefined
  }

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (++open > deepest) throw new Refused('too-nested')
        if (unseen.has(name)) hidden++
        if (name === 'base' && attributes['href']) base ??= absolute(attributes['href'], undefined)
        if (name === 'img' || name === 'image') hasPictures = true
        if (name === 'meta' && /^\s*refresh\s*$/i.test(attributes['http-equiv'] ?? '')) {
          add(/url\s*=\s*['"]?([^'"]*)/i.exec(attributes['content'] ?? '')?.[1])
        }
        if (/^(?:br|p|div|td|tr|li|h\d|wbr)$/.test(name) && name !== 'wbr') (inside?.words ?? seen).push(' ')
        for (const attribute of leading[name] ?? []) {
          const link = add(attributes[attribute])
          if (link && name === 'a') {
            leave()
            inside = { link, words: [] }
          }
        }
      },
      onclosetag(name) {
        open--
        if (unseen.has(name)) hidden--
        if (name === 'a') leave()
        if (/^(?:p|div|td|tr|li|h\d)$/.test(name)) (inside?.words ?? seen).push('\n')
      },
      ontext(text) {
        if (hidden === 0) (inside?.words ?? seen).push(text)
      },
      oncomment(comment) {
        // Conditional comments of Outlook: `[if mso]>…<![endif]`.
        const body = depth === 0 ? /^\[if[^\]]*\]>([\s\S]*)/.exec(comment)?.[1] : undefined
        if (body !== undefined) links.push(...linksInHtml(body, 1).links)
      },
    },
    { lowerCaseTags: true, lowerCaseAttributeNames: true, decodeEntities: true },
  )
  parser.write(html)
  parser.end()
  leave()
  return { links, text: seen.join(''), hasPictures }
}

/** An address as the mail program would open it. */
function absolute(written: string, base: string | undefined): string | undefined {
  // Browsers drop line breaks and tabs anywhere in an address, and control characters around it.
  const address = written
    .replace(/[\t\n\r]/g, '')
    .replace(/^[\p{Cc}\s]+/u, '')
    .trimEnd()
  if (address === '' || address.startsWith('#')) return undefined
  if (/^[a-z][a-z\d+.-]*:/i.test(address)) return address
  if (/^[\\/]{2}/.test(address)) return `https:${address}`
  if (base !== undefined && URL.canParse(address, base)) return new URL(address, base).href
  return /^www\.[^\s/]+\.[a-z]/i.test(address) ? `https://${address}` : undefined
}
