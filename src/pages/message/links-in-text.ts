import LinkifyIt from 'linkify-it'

/** An address without a scheme, such as `amazon.de` or `evil.top/login`: only some programs make a link of it. */
export type TextLink = { address: string; isBare: boolean }

/** A longer word is machine-made. Of an address, its beginning is enough: the host is there. */
const longestWord = 2_000
/** What stands before an `@`. */
const userInfo = /:\/\/([^/?#\\<>"]+)@/g
/** linkify-it knows no longer one, and would take its beginning for the host. */
const longestUserInfo = 50
/** No host is longer, and an address without a scheme and path is little more than a host. */
const longestBare = 300

/** Characters without width, and those that turn the direction: they hide in addresses. */
const invisible = /\p{Default_Ignorable_Code_Point}/gu

/** Endings of file names that are also endings of hosts. */
const fileEnding = /\.(?:zip|mov|md|py|sh|pl|rs|ps|ai|cc|so|app|bat|cab)$/i

const linkify = new LinkifyIt({ fuzzyLink: true, fuzzyEmail: false, fuzzyIP: false })
  // Any ending: `isEnding` knows the real ones.
  .tlds(['[a-z]{2,24}'], false)
  .add('mailto:', null)
  .add('ftp:', null)
  .add('//', null)

/**
 * Web addresses in text, as mail programs and phones make links of them.
 * @param isEnding whether a host has an ending that can be registered under; asked only of bare addresses
 */
export function linksInText(text: string, isEnding: (host: string) => boolean): TextLink[] {
  return repaired(text)
    .split(/\s+/)
    .flatMap((word) => (word.length > longestWord ? word.split(/(?=https?:\/\/)/i) : [word]))
    .map((word) => word.replace(userInfo, withPlainUser).slice(0, longestWord))
    .filter((word) => /:\/\/|www\./i.test(word) || (word.length < longestBare && word.includes('.')))
    .flatMap((word) => linkify.match(word) ?? [])
    .flatMap(({ schema, text }): TextLink[] => {
      const isBare = schema === ''
      const address = inLatinText(isBare ? `https://${text}` : text)
      if (!URL.canParse(address)) return []
      if (!isBare) return [{ address, isBare }]
      const host = new URL(address).hostname
      // `order.In case`: two sentences without a space.
      const isSentence = !/[/?#]/.test(text) && /\.[A-Z][a-z]*$/.test(text)
      return isSentence || fileEnding.test(text) || !isEnding(host) ? [] : [{ address, isBare }]
    })
}

/** Text as a person sees it: without hidden characters, and with addresses whole again that were made harmless. */
const repaired = (text: string): string =>
  text
    .replace(invisible, '')
    .replace(/\bh(?:xx|\*\*|tt)p(s?)(?:\[:\]|:)\/\//gi, 'http$1://')
    .replace(/\s?(?:\[\.\]|\(\.\)|\[dot\]|\{\.\})\s?/gi, '.')
    .replace(/(?<=[\w-])[。．｡](?=[\w-])/g, '.')
    .replace(/https?:\/\/[^\s/?#]*%[^\s/?#]*/gi, withPlainSigns)
    // Nothing stands between a word and an address in Chinese and Japanese.
    .replace(/(?<=\P{ASCII})(?=https?:\/\/|www\.)/giu, ' ')

const withPlainUser = (_: string, user: string): string =>
  `://${user.replace(/[^\w.%-]/g, '').slice(0, longestUserInfo)}@`

/** `amazon.com%2eevil.top` is under `evil.top`: a browser decodes a host. */
const withPlainSigns = (host: string): string =>
  host.replace(/%([2-7][0-9a-f])/gi, (encoded, code: string) => {
    const sign = String.fromCharCode(Number.parseInt(code, 16))
    return /[\w.-]/.test(sign) ? sign : encoded
  })

/** Someone may paste the source of a mail: `=3D` for `=`, and lines that end in `=`. */
export const withoutQuotedPrintable = (text: string): string =>
  /=3D|=\r?\n/.test(text) && /=[0-9A-F]{2}/.test(text)
    ? text
        .replace(/=\r?\n/g, '')
        .replace(/=([2-7][0-9A-F])/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text

/** Text without spaces between words, as in Chinese and Japanese, goes on right after the host: `amazon.co.jpにて`. */
function inLatinText(address: string): string {
  const [, host = '', rest = ''] = /^(\w+:\/\/[^/?#]*)(.*)$/.exec(address) ?? []
  const cut = /^(\w+:\/\/(?:[\w-]+\.)+[a-z]{2,})[^\p{ASCII}][^.]*$/iu.exec(host)?.[1]
  return cut ?? host + rest
}
