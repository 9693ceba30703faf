import { type Authenticated, authentication } from './message/authentication'
import { type HtmlLink, linksInHtml } from './message/links-in-html'
import { linksInText, withoutQuotedPrintable } from './message/links-in-text'
import {
  type Address,
  addressesIn,
  asWords,
  longestMessage,
  type Mail,
  type Refusal,
  Refused,
  readMail,
  valuesOf,
} from './message/mail'
import { unwrap } from './message/redirectors'
import { senderKind } from './message/senders'
import { isShortener } from './message/short-links'
import {
  domainOf,
  hasKnownEnding,
  isAmazons,
  judgeAddress,
  type reasons,
  rentedFrom,
  saysAmazon,
  type Verdict,
} from './official'

/** Messages, as in official.ts, about what only a message has. */
export const messageReasons = [
  'amazon_other_http',
  'amazon_other_mail_service',
  'unrelated_short_link',
  'unrelated_endless',
  'sender_amazon',
  'sender_relay',
  'sender_alarm',
  'sender_unlisted',
  'sender_name',
  'sender_domain',
  'sender_amazon_name',
  'sender_rented',
  'sender_several',
  'sender_other',
] as const

type AddressReason = (typeof reasons)[Verdict][number]
export type MessageReason = AddressReason | (typeof messageReasons)[number]

export type JudgedLink = {
  /** Where it leads, after all redirectors that carry their target. */
  address: string
  verdict: Verdict
  reason: MessageReason
  /** The words it stands behind. */
  shown?: string
  /** The hosts of the redirectors it goes through. */
  through?: readonly string[]
}

export type JudgedSender = {
  domain: string
  verdict: Verdict
  reason: MessageReason
  /** What the file says of it. Only in a mail with headers; no proof. */
  authenticated?: Authenticated
  /** The shown name. */
  name?: string
}

/** What else is worth saying. None of it changes the summary. */
export const messageNotes = [
  'reply_to',
  'forwarded',
  'attached_mail',
  'pictures',
  'unreadable_parts',
] as const

export type Summary = 'amazon' | 'not-amazon' | 'mixed' | 'nothing-found'

export type JudgedMessage = {
  links: JudgedLink[]
  sender?: JudgedSender
  summary: Summary
  notes: (typeof messageNotes)[number][]
  /** It was not judged, and why. Then the summary says nothing. */
  refused?: Refusal
}

/** The first bytes of Outlook's own format, `.msg`. */
const outlookFile = '\u00d0\u00cf\u0011\u00e0'

/** More different links than any mail of people has. */
const mostLinks = 1_500

/**
 * Judges pasted text or a whole saved mail by its addresses alone: where its links lead, and whose the sender's domain
 * is. It never says that a message is genuine: anybody may write Amazon's addresses into one.
 * @param text text, or the file of a mail with a character per byte
 */
export function judgeMessage(text: string): JudgedMessage {
  try {
    if (text.length > longestMessage) throw new Refused('too-big')
    if (text.startsWith(outlookFile)) throw new Refused('not-a-mail')
    const mail = readMail(text)
    const links = judgedLinks(mail ?? pasted(text))
    const sender = mail && judgeSender(mail)
    return {
      links,
      ...(sender && { sender: sender.judged }),
      summary: summarise(links, sender),
      notes: mail && sender ? notesOf(mail, sender) : [],
    }
  } catch (error) {
    const refused = error instanceof Refused ? error.reason : 'not-a-mail'
    return { links: [], summary: 'nothing-found', notes: [], refused }
  }
}

const isAmazon = ({ verdict }: { verdict: Verdict }) => verdict === 'official' || verdict === 'amazon-other'

/** Whose the sender is, for the table of summaries. */
type Whose = 'amazon' | 'claims' | 'other' | 'unknown'
type Sender = { judged: JudgedSender; whose: Whose }

function summarise(links: readonly JudgedLink[], sender: Sender | undefined): Summary {
  const all = links.every(isAmazon)
  const some = links.some(isAmazon)
  const whose = sender?.whose ?? 'unknown'
  if (whose === 'claims' || (sender?.judged.authenticated === 'fail' && whose !== 'other'))
    return 'not-amazon'
  if (whose === 'amazon') return all ? 'amazon' : 'mixed'
  if (whose === 'other') return some ? 'mixed' : 'not-amazon'
  if (links.length === 0) return 'nothing-found'
  if (all) return 'amazon'
  return some ? 'mixed' : 'not-amazon'
}

type Texts = Pick<Mail, 'parts'>

/** Pasted text. Someone may paste the source of a page or a mail, too. */
function pasted(text: string): Texts {
  const isHtml = /<(?:!doctype|html|body|table|div|p|a)\b[^>]*>/i.test(text)
  return { parts: [{ type: isHtml ? 'text/html' : 'text/plain', text: withoutQuotedPrintable(text) }] }
}

/** Every link once, in the order of the message. A bare host counts as the same as its links. */
function judgedLinks({ parts }: Texts): JudgedLink[] {
  const found = new Map<string, JudgedLink>()
  const bare: HtmlLink[] = []
  const add = (link: HtmlLink) => {
    const { address, through, isEndless } = unwrap(link.address, isAmazons)
    if (isNoPage(address) || found.has(address)) return
    if (found.size === mostLinks) throw new Refused('too-many-links')
    const judged = isEndless
      ? ({ verdict: 'unrelated', reason: 'unrelated_endless' } as const)
      : judgeLink(address)
    found.set(address, {
      address,
      ...judged,
      ...(link.shown !== undefined && { shown: link.shown }),
      ...(through.length > 0 && { through }),
    })
  }
  for (const { type, text } of parts) {
    const html = type === 'text/html' ? linksInHtml(text) : undefined
    for (const link of html?.links ?? []) add(link)
    for (const { address, isBare } of linksInText(html?.text ?? text, hasKnownEnding)) {
      if (isBare) bare.push({ address })
      else add({ address })
    }
  }
  // `amazon.de` in a sentence is a link in few programs. It says nothing new beside real ones, unless it is a false name.
  const isAlone = found.size === 0
  for (const link of bare) {
    const { pathname, search } = new URL(link.address)
    const says = judgeLink(link.address)
    if (
      isAlone ||
      pathname + search !== '/' ||
      says.verdict === 'lookalike' ||
      says.reason.startsWith('amazon_name')
    )
      add(link)
  }
  return [...found.values()]
}

/** What opens no page: mail, telephone, a place in the same message, a script that does nothing. */
const isNoPage = (address: string) =>
  /^(?:mailto|tel|sms|cid|mid|about|callto|skype|geo|webcal|file|javascript):/i.test(address) &&
  !(/^javascript:/i.test(address) && /https?:/i.test(address))

/** Amazon's own services on the domain that it rents out. */
const mailService = /^(?:sns|email-verification)\.[a-z]{2}(?:-[a-z]+)+-\d\.amazonaws\.com$/

function judgeLink(address: string): { verdict: Verdict; reason: MessageReason } {
  const judged = judgeAddress(address)
  // In a message this is no trick: Amazon's own mails have such links.
  if (judged.reason === 'lookalike_http') return { verdict: 'amazon-other', reason: 'amazon_other_http' }
  if (judged.verdict !== 'unrelated') return judged
  const host = hostOf(address)
  if (mailService.test(host)) return { verdict: 'amazon-other', reason: 'amazon_other_mail_service' }
  return isShortener(host) ? { verdict: 'unrelated', reason: 'unrelated_short_link' } : judged
}

const hostOf = (address: string) =>
  URL.canParse(address) ? new URL(address).hostname.replace(/\.$/, '') : ''

/** The domain of an address as the network sees it. */
const domainIn = ({ address }: Address) =>
  hostOf(`http://${address.slice(address.lastIndexOf('@') + 1).trim()}`)

function judgeSender({ fields }: Mail): Sender | undefined {
  const from = valuesOf(fields, 'from').flatMap(addressesIn)
  if (from.length === 0) return undefined
  const name = from
    .map((one) => one.name)
    .filter((one) => one !== '')
    .join(', ')
    .slice(0, 200)
  const domains = [...new Set(from.map(domainIn).filter((domain) => domain !== ''))]
  const judgements = domains.map((domain) => ({ domain, ...judgeDomain(domain) }))
  // Of several senders, the one that isn't Amazon's: a program may show any of them.
  const foreign = judgements.find(({ whose }) => whose !== 'amazon')
  const domain = foreign?.domain ?? domains[0] ?? ''
  const authenticated = authentication(fields, domain, domainOf)
  const { whose, verdict, reason } = claiming({
    own: foreign ?? judgements[0] ?? judgeDomain(''),
    isSeveral: domains.length > 1 && judgements.some((one) => one.whose === 'amazon'),
    name,
    authenticated,
  })
  return {
    whose,
    judged: { domain, verdict, reason, authenticated, ...(name !== '' && { name }) },
  }
}

type DomainJudgement = { whose: Whose; verdict: Verdict; reason: MessageReason }

function claiming(of: {
  own: DomainJudgement
  isSeveral: boolean
  name: string
  authenticated: Authenticated
}): DomainJudgement {
  const { own, isSeveral, name, authenticated } = of
  // A name under Amazon's domain that the table lacks: only Amazon can sign for it.
  if (own.whose === 'unknown') return authenticated === 'pass' ? { ...own, whose: 'amazon' } : own
  if (own.whose === 'amazon') return own
  if (isSeveral) return { whose: 'claims', verdict: 'lookalike', reason: 'sender_several' }
  return own.whose === 'other' && saysAmazon(name)
    ? { whose: 'claims', verdict: 'lookalike', reason: 'sender_name' }
    : own
}

function judgeDomain(domain: string): DomainJudgement {
  const kind = senderKind(domain)
  if (kind !== undefined) return { whose: 'amazon', verdict: 'amazon-other', reason: `sender_${kind}` }
  if (isAmazons(domain)) return { whose: 'unknown', verdict: 'amazon-other', reason: 'sender_unlisted' }
  if (rentedFrom(domain)) return { whose: 'other', verdict: 'unrelated', reason: 'sender_rented' }
  const { verdict, reason } = judgeAddress(`https://${domain}/`)
  if (verdict === 'lookalike') return { whose: 'claims', verdict, reason: 'sender_domain' }
  return reason.startsWith('amazon_name')
    ? { whose: 'claims', verdict: 'unrelated', reason: 'sender_amazon_name' }
    : { whose: 'other', verdict: 'unrelated', reason: 'sender_other' }
}

/** How subjects and programs mark what someone passes on. */
const forwardedSubject = /^\s*(?:fwd?|wg|tr|rv|i|enc|転送|转发|轉寄)\s*[:：]/i
const forwardedText =
  /^[>\s]*-{2,} ?(?:Forwarded message|Weitergeleitete Nachricht|Message transféré|Mensaje reenviado|Messaggio inoltrato|Original Message|転送メッセージ|转发的?邮件)|^Begin forwarded message:/im

function notesOf(mail: Mail, { judged, whose }: Sender): JudgedMessage['notes'] {
  const replyTo = valuesOf(mail.fields, 'reply-to').flatMap(addressesIn).map(domainIn)
  const subject = asWords(valuesOf(mail.fields, 'subject')[0] ?? '')
  const isForwarded =
    whose !== 'amazon' &&
    (forwardedSubject.test(subject) ||
      mail.parts.some(({ text }) => forwardedText.test(text.slice(0, 50_000))))
  const isElsewhere = (host: string) => host !== '' && domainOf(host) !== domainOf(judged.domain)
  return messageNotes.filter(
    (note) =>
      ({
        reply_to: replyTo.some(isElsewhere),
        forwarded: isForwarded || (mail.hasAttachedMail && whose !== 'amazon'),
        attached_mail: mail.hasAttachedMail,
        pictures: mail.hasPictures,
        unreadable_parts: mail.hasUnreadable,
      })[note],
  )
}
