import { addressParser, decodeWords } from 'postal-mime'

/** A field of the header, unfolded. */
export type Field = { name: string; value: string }
export type Part = { type: string; text: string }

export type Mail = {
  fields: readonly Field[]
  /** Text and HTML, also of attached files and messages. */
  parts: readonly Part[]
  hasAttachedMail: boolean
  hasPictures: boolean
  /** It has parts that may say something and that nobody here can read: encrypted ones, or Outlook's own format. */
  hasUnreadable: boolean
}

export type Refusal = 'too-big' | 'too-nested' | 'too-many-links' | 'not-a-mail'

/** Thrown for what is larger or deeper than any mail that people write. */
export class Refused extends Error {
  readonly reason: Refusal
  constructor(reason: Refusal) {
    super(reason)
    this.reason = reason
  }
}

/** 5 MB, counted in characters. */
export const longestMessage = 5_000_000
const longestHeader = 500_000
/** Of one field, as much is read. */
const longestField = 2_000
const deepest = 30
const mostParts = 1_000

type Reading = { parts: Part[]; left: number } & Pick<
  Mail,
  'hasAttachedMail' | 'hasPictures' | 'hasUnreadable'
>

/**
 * Reads a saved mail; `undefined`: it is only text. postal-mime reads names, addresses and encoded words. Its own walk
 * through the parts of a mail is asynchronous, and this must answer at once, so the few rules of that walk are here.
 * @param text a character per byte, or text that was decoded as UTF-8
 * @throws Refused
 */
export function readMail(text: string): Mail | undefined {
  const whole = text.replace(/^[\ufeff\s]+/, '').replace(/^\d+\r?\n(?=[\w-]+:)/, '')
  const { fields, body } = split(whole)
  if (!isHeader(fields)) return undefined
  if (whole.length - body.length > longestHeader) throw new Refused('too-big')
  const reading: Reading = {
    parts: [],
    left: mostParts,
    hasAttachedMail: false,
    hasPictures: false,
    hasUnreadable: false,
  }
  walk(fields, body, 0, reading)
  const { left: _, ...read } = reading
  return { fields, ...read }
}

/** The values of a field, in order. */
export const valuesOf = (fields: readonly Field[], name: string): string[] =>
  fields.filter((field) => field.name === name).map(({ value }) => value)

export type Address = { name: string; address: string }

/** The persons in a field: names decoded, groups opened, also those without an address. */
export function addressesIn(value: string): Address[] {
  const found = addressParser(value.slice(0, longestField), { flatten: true }).map(
    ({ name, address }): Address => ({ name: asWords(name), address: address ?? '' }),
  )
  if (found.some(({ address }) => /^[^\s<>()]+@[^\s<>()]+$/.test(address))) return found
  // Broken in a way that no rule covers: the last address in sight is the one that a program would show.
  const last = [...asWords(value.slice(0, longestField)).matchAll(/[^\s<>()",;:@]+@[^\s<>()",;:@]+/g)].at(
    -1,
  )?.[0]
  return [{ name: asWords(value.slice(0, longestField)), address: last ?? '' }]
}

/** Text of a field, with encoded words decoded. */
export const asWords = (value: string): string => decodeWords(textOfBytes(value, 'utf-8'))

/** Whether this is what a mail begins with, and not a text with a colon in its first line. */
function isHeader(fields: readonly Field[]): boolean {
  const names = new Set(fields.map(({ name }) => name))
  const has = (...some: string[]) => some.filter((name) => names.has(name)).length
  return (
    has('received', 'message-id', 'mime-version', 'return-path', 'delivered-to') > 0 ||
    (names.has('from') && has('to', 'subject', 'date', 'sent', 'reply-to', 'content-type', 'cc') > 0)
  )
}

/** Fields up to the first line that is none; what follows is the body. */
function split(text: string): { fields: Field[]; body: string } {
  const fields: Field[] = []
  let at = text.startsWith('From ') ? text.indexOf('\n') + 1 : 0
  while (at < text.length) {
    const end = text.indexOf('\n', at)
    const stop = end === -1 ? text.length : end
    const line = text.slice(at, text[stop - 1] === '\r' ? stop - 1 : stop)
    const last = fields.at(-1)
    if (line === '') return { fields: trimmed(fields), body: text.slice(stop + 1) }
    if (last && /^[ \t]/.test(line)) last.value += line
    else {
      const colon = /^([!-9;-~]+)[ \t]*:/.exec(line)
      if (!colon?.[1]) return { fields: trimmed(fields), body: text.slice(at) }
      fields.push({ name: colon[1].toLowerCase(), value: line.slice(colon[0].length) })
    }
    at = stop + 1
  }
  return { fields: trimmed(fields), body: '' }
}

const trimmed = (fields: readonly Field[]): Field[] =>
  fields.map(({ name, value }) => ({ name, value: value.trim() }))

function walk(
  fields: readonly Field[],
  body: string,
  depth: number,
  reading: Reading,
  isDigest = false,
): void {
  if (depth > deepest || reading.left-- === 0) throw new Refused('too-nested')
  const written = valuesOf(fields, 'content-type')[0] ?? (isDigest ? 'message/rfc822' : 'text/plain')
  const type = /^[^;\s]*/.exec(written)?.[0].toLowerCase() ?? ''
  const boundary = type.startsWith('multipart/') ? parameterOf(written, 'boundary') : undefined
  if (boundary) {
    if (type === 'multipart/encrypted') reading.hasUnreadable = true
    for (const part of partsOf(body, boundary)) {
      const inner = split(part)
      walk(inner.fields, inner.body, depth + 1, reading, type === 'multipart/digest')
    }
    return
  }
  const encoding = valuesOf(fields, 'content-transfer-encoding')[0]?.trim().toLowerCase() ?? ''
  const name =
    parameterOf(written, 'name') ?? parameterOf(valuesOf(fields, 'content-disposition')[0] ?? '', 'filename')
  const kind = kindOf(type, name ?? '')
  if (kind === 'picture') reading.hasPictures = true
  if (kind === 'unreadable') reading.hasUnreadable = true
  if (kind === 'mail') {
    reading.hasAttachedMail = true
    const inner = split(unencoded(body, encoding).replace(/^\s+/, ''))
    walk(inner.fields, inner.body, depth + 1, reading)
  }
  if (kind === 'html' || kind === 'text') {
    const text = textOfBytes(unencoded(body, encoding), parameterOf(written, 'charset') ?? 'utf-8')
    reading.parts.push({ type: kind === 'html' ? 'text/html' : 'text/plain', text })
  }
}

type Kind = 'html' | 'text' | 'mail' | 'picture' | 'unreadable' | 'other'

/** What a part is, by its type, or by its file name if the type says nothing. */
function kindOf(type: string, name: string): Kind {
  if (/^message\/(?:rfc822|global)$/.test(type) || /\.eml$/i.test(name)) return 'mail'
  if (/html|image\/svg/.test(type) || /\.(?:x?html?|svg|shtml)$/i.test(name)) return 'html'
  if (/^text\//.test(type) || type === '') return 'text'
  if (/^image\//.test(type)) return 'picture'
  return /ms-tnef|pkcs7-mime|pdf|msword|officedocument|vnd\.ms-|rtf|zip|rar/.test(type)
    ? 'unreadable'
    : 'other'
}

/** The parts between the lines of a boundary. Without any such line: the whole body. */
function partsOf(body: string, boundary: string): string[] {
  const line = `--${boundary}`
  const parts: string[] = []
  let start = -1
  for (let at = body.indexOf(line); at !== -1; at = body.indexOf(line, at + line.length)) {
    if (at > 0 && body[at - 1] !== '\n') continue
    const rest = /^(--)?[ \t]*(?:\r?\n|$)/.exec(body.slice(at + line.length, at + line.length + 200))
    if (!rest) continue
    if (start !== -1) parts.push(body.slice(start, at))
    if (parts.length > mostParts) throw new Refused('too-nested')
    start = rest[1] ? -1 : at + line.length + rest[0].length
    if (rest[1]) return parts
  }
  if (start !== -1) parts.push(body.slice(start))
  return parts.length > 0 ? parts : [`\n${body}`]
}

/** A parameter of a field such as `text/plain; charset="utf-8"`, also in the continued and encoded form of RFC 2231. */
function parameterOf(value: string, name: string): string | undefined {
  const pattern = new RegExp(
    `;\\s*${name}(?:\\*\\d*\\*?)?\\s*=\\s*(?:"((?:[^"\\\\]|\\\\.)*)"|([^;\\s]+))`,
    'gi',
  )
  const found = [...value.slice(0, longestField).matchAll(pattern)].map(
    ([, quoted, plain]) => quoted?.replace(/\\(.)/g, '$1') ?? plain ?? '',
  )
  return found.length > 0 ? found.join('').replace(/^[\w-]*'[\w-]*'/, '') : undefined
}

/** The bytes of a part, a character each. */
function unencoded(body: string, encoding: string): string {
  if (/base64/.test(encoding)) {
    try {
      const units = body.split(/=+/).map((unit) => unit.replace(/[^A-Za-z0-9+/]/g, ''))
      return units.map((unit) => atob(unit.length % 4 === 1 ? unit.slice(0, -1) : unit)).join('')
    } catch {
      return body
    }
  }
  return /quoted-printable/.test(encoding)
    ? body
        .replace(/=[ \t]*\r?\n/g, '')
        .replace(/=([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : body
}

/** Names of character sets that mail programs write and browsers don't know. */
const otherNames: Readonly<Record<string, string>> = {
  cp932: 'shift_jis',
  ms932: 'shift_jis',
  cp936: 'gbk',
  cp950: 'big5',
  cp949: 'euc-kr',
  cp1252: 'windows-1252',
  'iso-2022-jp-2': 'iso-2022-jp',
  cp50220: 'iso-2022-jp',
  cp50221: 'iso-2022-jp',
}

/** Bytes as text. What is no byte any more was decoded by the one who saved or pasted it. */
function textOfBytes(bytes: string, charset: string): string {
  const label = charset.trim().toLowerCase()
  const isAscii = /^\p{ASCII}*$/u.test(bytes)
  if (/[\u0100-\uffff]/.test(bytes) || (isAscii && !/2022|utf-?16|hz-gb/.test(label))) return bytes
  const array = new Uint8Array(bytes.length)
  for (let at = 0; at < bytes.length; at++) array[at] = bytes.charCodeAt(at)
  try {
    return new TextDecoder(otherNames[label] ?? label, { fatal: /^utf-?8$/.test(label) }).decode(array)
  } catch {
    return bytes
  }
}
