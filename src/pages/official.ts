import { parse } from 'tldts'
import { amazonLogin, brandRegistry, isStoreFront, storeFronts } from './hosts'
import {
  otherAmazon,
  otherDomains,
  otherShops,
  rented,
  shortLinks,
  unverified,
} from './lookalike/amazon-hosts'
import { asSeen, fromPunycode, withoutDigits } from './lookalike/confusables'
import { editsTo } from './lookalike/edit-distance'
import { percentDecoded } from './lookalike/percent-decoded'

/** Messages, one sentence each: what the address shows. They never say "safe": we read nothing else. */
export const reasons = {
  official: ['official_store_front'],
  'amazon-other': ['amazon_other_shop', 'amazon_other_site', 'amazon_other_short_link'],
  lookalike: [
    'lookalike_user_info',
    'lookalike_http',
    'lookalike_port',
    'lookalike_trailing_dot',
    'lookalike_data',
    'lookalike_ip',
    'lookalike_unverified',
    'lookalike_script',
    'lookalike_digits',
    'lookalike_subdomain',
    'lookalike_tld',
    'lookalike_hyphen',
    'lookalike_misspelt',
    'lookalike_seller_central_in_host',
    'lookalike_amazon_in_host',
    'lookalike_path',
  ],
  unrelated: [
    'unrelated',
    'unrelated_not_an_address',
    'unrelated_not_a_web_page',
    'unrelated_other_shop',
    'amazon_name',
    'amazon_name_rented',
  ],
} as const

export type Verdict = keyof typeof reasons
export type Judgement = { [V in Verdict]: { verdict: V; reason: (typeof reasons)[V][number] } }[Verdict]
type LookalikeReason = (typeof reasons)['lookalike'][number]

const lookalike = (reason: LookalikeReason): Judgement => ({ verdict: 'lookalike', reason })
const unrelated = (reason: (typeof reasons)['unrelated'][number] = 'unrelated'): Judgement => ({
  verdict: 'unrelated',
  reason,
})

/** The domain that someone registered, of a host under it. */
export const domainOf = (host: string) => parse(host).domain ?? host
const shops = new Set<string>(amazonLogin.map(({ host }) => host))
const others = new Set<string>([...otherAmazon, ...brandRegistry])
const notSeen = new Set<string>(unverified)
const otherMarkets = new Set<string>(otherShops)

/** Domains of Amazon's shops and services. `amazon.co.jp` in front of another domain is meant to deceive. */
const shopDomains = new Set([...shops, ...others].map(domainOf))

/** The owner of a domain controls its subdomains, so every host under these is Amazon's, listed or not. */
const amazonDomains = new Set<string>([...shopDomains, ...otherDomains, ...shortLinks])
const isShortLink = (domain: string) => (shortLinks as readonly string[]).includes(domain)

/** The domain that Amazon rents out, if the host is under one. Anyone may publish there. */
export const rentedFrom = (host: string) => rented.find((domain) => isUnder(host, domain))

/** Amazon runs the `.aws` registry, so nobody else has a name there. */
export const isAmazons = (host: string) =>
  rentedFrom(host) === undefined && (amazonDomains.has(domainOf(host)) || host.endsWith('.aws'))

/**
 * Judges whether an address is Seller Central's, Amazon's, a look-alike or someone else's, by the address
 * alone. Official is an exact host of the table over https, without user name or unusual port; the same
 * applies to Amazon's other hosts. An official host over http counts as a look-alike: anyone on the same
 * network could answer, and Amazon's own pages all use https.
 */
export function judgeAddress(address: string): Judgement {
  const url = read(address)
  if (url === undefined) return bareHost(address)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    const pretends = /^(?:data|javascript):$/.test(url.protocol) && speaksOfSellerCentral(address)
    return pretends ? lookalike('lookalike_data') : unrelated('unrelated_not_a_web_page')
  }

  const host = url.hostname.replace(/\.+$/, '')
  if (host.length > 253) return unrelated('unrelated_not_an_address')
  const isOwn = isAmazons(host)
  if (hasUserInfo(address) && (isOwn || speaksOfSellerCentral(percentDecoded(url.username + url.password)))) {
    return lookalike('lookalike_user_info')
  }
  if (notSeen.has(host)) return lookalike('lookalike_unverified')
  if (!isOwn) return judgeForeign(host, url)

  // Only Amazon can put a name in front of a store front's host (`mcf.sellercentral.amazon.com`).
  const isKnown =
    shops.has(host) || others.has(host) || storeFronts.some((front) => isUnder(host, front.host))
  const trick = isKnown ? undefined : sellerCentralUnderAmazon(host)
  if (trick !== undefined) return lookalike(trick)
  if (host !== url.hostname) return lookalike('lookalike_trailing_dot')
  if (url.protocol === 'http:') return lookalike('lookalike_http')
  if (url.port !== '') return lookalike('lookalike_port')
  if (isStoreFront(host)) return { verdict: 'official', reason: 'official_store_front' }
  if (shops.has(host)) return { verdict: 'amazon-other', reason: 'amazon_other_shop' }
  const isShort = isShortLink(domainOf(host))
  return { verdict: 'amazon-other', reason: isShort ? 'amazon_other_short_link' : 'amazon_other_site' }
}

const isUnder = (host: string, domain: string) => host === domain || host.endsWith(`.${domain}`)

function read(address: string): URL | undefined {
  try {
    return new URL(address)
  } catch {
    return undefined
  }
}

/** A host without `https://` says nothing about the page: it is never official. False names still count. */
function bareHost(address: string): Judgement {
  const isName = /^[^\s/?#@:]+(?:[/?#]|$)/.test(address) && address.includes('.')
  const url = isName ? read(`https://${address}`) : undefined
  const judgement = url && judgeAddress(url.href)
  const isWarning = judgement?.verdict === 'lookalike' || judgement?.reason.startsWith('amazon_name')
  return judgement && isWarning ? judgement : unrelated('unrelated_not_an_address')
}

/** Also an empty one (`https://@host`), which `URL` drops. */
const hasUserInfo = (address: string) => /^[^:]*:[\\/]*[^\\/?#]*@/.test(address.trim())

/** Ordinary names that happen to contain "seller central". */
const ordinary =
  /(?<=^|[.-])(?:best|re|book|ticket|home|house|car|auto|boat|art|wine|news|top|cross|up|out)-?sellers?|(?<=^|[.-])seller-?(?:centers?|centres?|control|general)(?=$|[.-])|(?<=^|[.-])(?:trav|jew|prop|mod|lab|dw|sp|[bcfhktwy])ellercentral/g

/** Words for the river, its country and people, a farm machine, names, holidays: as parts or whole names. */
const otherWords = /amazon(?:ia|ic[ao]|ien|ite)|amazing|amazigh|ramazan|hamza/g
const notAmazon =
  /^(?:amazon(?:s|as|a|e|en|es|ka|ki)|mazon|amazo|amaz(?:e|ed|ee|es|in)|amason|amaron|avalon|azonano|gramazon|corazon|(?:em)?blazon|amerizon|arizon)$/

/** Names of pages where people type in something secret. */
const typingWords =
  /log-?in|log-?on|sign-?in|sign-?on|verif|openid|passwor[dt]|passwd|authent|webauth|2fa|otp|kyc|captcha|secure|security|confirm|unlock/

/** The subjects of such pages. Service providers for sellers use these words too. */
const concernWords =
  /account|support|service|update|recover|restor|restrict|suspend|billing|payment|invoice|customer|identity|alert|notice|notification|dashboard|portal|panel|refund|disbursement|performance|auth|help|prime|card|user|id|info|email|mail/

/** What service providers for sellers call themselves. Such a name is no evidence against its owner. */
const businessWords =
  /lawyer|lawfirm|legal|attorney|solicitor|anwalt|avocat|abogado|appeal|reinstat|suspension|agenc|agentur|agencia|consult|berat|advis|coach|mentor|train|school|schule|academ|universi|college|course|learn|teach|guide|guru|expert|tips|tricks|hacks|secrets|success|profit|mastery|blog|news|magazine|podcast|radio|forum|stor(?:y|ies)|summit|conference|expo|meetup|communit|network|alliance|associa|mastermind|tool|software|saas|plugin|calculat|analy|metrics|track|research|keyword|repric|marketing|advertis|growth|boost|launch|solution|partner|broker|capital|funding|financ|insur|bookkeep|accounting|accountant|account-?manag|logisti|warehous|shipping|freight|fulfil|sourcing|wholesal|arbitrage|dropship|photo|design|translat|freelanc|assistant|recruit|jobs|labs|studio|media|digital|ninja|wizard|genius|hero|rockstar/g

/** Short words of the same kind, at the end of a name. */
const shortBusinessWords =
  /(?:law|tax|vat|prep|exit|book|ad|ppc|seo|loan|app|event|club|hub|hq|pro|va)s?(?=$|[._-])/

/** Host endings of the same kind. */
const businessEnding =
  /\.(?:tools|agency|consulting|coach|academy|school|legal|law|lawyer|attorney|blog|news|community|expert|training|marketing|tax|solutions|software|guide|studio)$/

/** Amazon's words for sellers, in the languages of its store fronts. */
const sellingWords = /seller|vendor|merchant|vendeur|vendedor|venditor|verk(?:ae|a)ufer|verkoper|haendler/

/** Words that make a false name longer without saying anything: whose, where, which network. */
const filling =
  /www|my|your|the|for|and|web|new|online|official|global|europe|japan|germany|france|italy|spain|india|china|america|com|net|org|co|jp|uk|usa?|eu|de|fr|it|es|ca|in|cn|au|mx|br/

/** A country ending as in `amazon.co.jp`, exact or nearly so, in front of another domain. */
const countryEnding = /(?:^|[.-])(?:co[.-]?(?:jp|ip|uk|za)|com[.-]?(?:au|br|mx|tr|be|jp))(?=$|[.-])|cojp/

const tokens = (text: string) => text.split(/[._-]/)

/**
 * How close a word is to Amazon's name. 3: contains it. 2: one letter differs. 1: contains `amz`, or two
 * letters differ. 0: not close. `rn` and `nn` are read as `m`.
 */
function nearness(word: string): 0 | 1 | 2 | 3 {
  const rest = word.replace(otherWords, '')
  if (rest.includes('amazon')) return 3
  const text = rest.replace(/rn|nn/g, 'm')
  const hasZ = text.includes('z')
  if (!hasZ) return text.length > 4 && editsTo('amazon', text, true) < 2 ? 1 : 0
  const edits = text.length > 4 && text.length < 10 ? editsTo('amazon', text, true) : 9
  if (edits < 2) return 2
  // Not `streamz` or `teamz`.
  const isShort = /^amz|amz[ano]|(?<![bcdeghjlrswx])amz$/.test(rest)
  if (isShort || (edits === 2 && /^[am]/.test(text))) return 1
  // Part of a longer word: `amazomupdate`.
  return text.length > 8 && text.includes('am') && editsTo('amazon', text) < 2 ? 1 : 0
}

/** The highest nearness in these labels. `own`: the label that someone registered. */
function amazonIn(labels: readonly string[], own = ''): 0 | 1 | 2 | 3 {
  let nearest: 0 | 1 | 2 | 3 = 0
  for (const label of labels)
    for (const word of tokens(label)) {
      // The river's names are no imitation if they are the whole registered label.
      const found = word === own && notAmazon.test(word) ? 0 : nearness(word)
      if (found > nearest) nearest = found
    }
  return nearest
}

/** 2: spelled as Amazon does. 1: misspelled. 0: absent. Dots and hyphens are ignored. */
function sellerCentralIn(text: string, nearAmazon: boolean): 0 | 1 | 2 {
  const joined = (nearAmazon ? text : text.replace(ordinary, '.')).replace(/[.-]/g, '')
  const edits = editsTo('sellercentral', joined)
  if (edits < 2) return edits === 0 ? 2 : 1
  // Next to Amazon's name, up to three edits are close: a swap and an edit of the same letters. Without it,
  // two edits give many other names ("dealer central"), so more of the name must be there.
  const sell = joined.indexOf('sel')
  const isNear = nearAmazon ? edits < 4 : edits === 2 && sell >= 0 && joined.includes('cent', sell)
  return isNear ? 1 : 0
}

function reading(labels: readonly string[], own = '') {
  const amazon = amazonIn(labels, own)
  return { amazon, central: sellerCentralIn(labels.join('.'), amazon > 1) }
}

/** The start is enough: nobody sees more of an address. */
const speaksOfSellerCentral = (text: string) => {
  const { amazon, central } = reading([withoutDigits(asSeen(text.slice(0, 500)))])
  return central > 0 || amazon === 3
}

/** Amazon's name in other alphabets, as its own shops write it. */
const amazonElsewhere = /アマゾン|ｱﾏｿﾞﾝ|亚马逊|亞馬遜|아마존|амазон|أمازون|אמזון|άμαζον/

/** Whether a name that a person reads says Amazon or Seller Central, also in disguise. */
export function saysAmazon(name: string): boolean {
  // Letters with blanks between them are one word.
  const written = name
    .slice(0, 500)
    .replace(/\p{Cf}/gu, '')
    .replace(/(?<=(?:^|\P{L})\p{L})[ ._-](?=\p{L}(?:\P{L}|$))/gu, '')
  const words = withoutDigits(asSeen(written)).split(/[^\p{L}?]+/u)
  return (
    amazonElsewhere.test(written.toLowerCase()) ||
    words.some((word) => !notAmazon.test(word) && nearness(word) > 1) ||
    sellerCentralIn(words.join('-'), false) === 2
  )
}

/** Whether a host has an ending under which names are registered. */
export const hasKnownEnding = (host: string): boolean => parse(host).isIcann === true

/** Reads a host's labels three ways: as written, with look-alikes replaced, and with digits as letters. */
function readings(labels: readonly string[], ownAt: number) {
  const written = labels.map(fromPunycode)
  const seen = written.map(asSeen)
  const plain = seen.map(withoutDigits)
  const read = (names: readonly string[]) => reading(names, names[ownAt])
  const asWritten = read(written)
  const unmasked = read(seen)
  const spelt = read(plain)
  const weight = (of: typeof spelt) => of.central + of.amazon
  const isMasked = (name: string, at: number) => name !== labels[at] && weight(reading([plain[at] ?? ''])) > 0
  let disguise: LookalikeReason | undefined
  if (weight(unmasked) > weight(asWritten) || written.some(isMasked)) disguise = 'lookalike_script'
  else if (weight(spelt) > weight(unmasked)) disguise = 'lookalike_digits'
  return {
    plain,
    disguise,
    amazon: Math.max(asWritten.amazon, unmasked.amazon, spelt.amazon),
    central: Math.max(asWritten.central, unmasked.central, spelt.central),
  }
}

/** Why "seller central" in front of Amazon's domain is suspicious: misspelled, or in no row of the table. */
function sellerCentralUnderAmazon(host: string): LookalikeReason | undefined {
  const under = host.slice(0, -domainOf(host).length)
  const { plain, disguise } = readings(under.split('.'), -1)
  const central = sellerCentralIn(plain.join('.'), true)
  if (central === 0) return undefined
  return disguise ?? (central === 1 ? 'lookalike_misspelt' : 'lookalike_unverified')
}

function judgeForeign(host: string, url: URL): Judgement {
  const path = url.pathname.toLowerCase()
  const signsIn = isSignIn(url)
  const rentedSpace = rentedFrom(host)
  const { isIp, isPrivate, domain } = parse(host, { allowPrivateDomains: true })
  if (isIp) {
    const pretends = path.startsWith('/ap/') || speaksOfSellerCentral(path)
    return signsIn || pretends ? lookalike('lookalike_ip') : unrelated()
  }

  const labels = host.split('.')
  const suffix = labels.length > 1 ? (rentedSpace ?? parse(host).publicSuffix ?? '').split('.').length : 0
  const names = labels.slice(0, labels.length - suffix)
  // The label that someone registered, and what its owner put in front of it.
  const ownAt =
    rentedSpace === undefined ? labels.length - (domain ?? host).split('.').length : names.length - 1
  const { plain, disguise, central, ...read } = readings(names, ownAt)
  const own = plain[ownAt] ?? ''
  const before = plain.slice(0, ownAt)
  const text = plain.join('.')

  const endsAsCountry = countryEnding.test(text)
  const amazon = read.amazon === 0 && endsAsCountry && plain.some(isRoughlyAmazon) ? 1 : read.amazon
  const namesAmazon = plain.filter((name) => amazonIn([name], own) > 0)
  const telling = plain.filter((name) => namesAmazon.includes(name) || forSellers(name))
  const isWork = telling.some(saysWork) || businessEnding.test(host)
  const isBusiness = isWork || namesAmazon.some((name) => shortBusinessWords.test(name))
  const isTyped = telling.some((name) => typingWords.test(name.replace(businessWords, '.')))
  const isJapanese = amazon > 1 && !isBusiness && tokens(text).includes('jp')
  const hasDomain =
    holdsDomain(before) || holdsDomainWithMore(host) || (amazon > 0 && endsAsCountry) || isJapanese
  const isFalse =
    own === 'amazon' ||
    amazonIn([own], own) === 2 ||
    (amazon > 0 && (isTyped || hasDomain)) ||
    (amazon > 0 && !isBusiness && namesAmazon.some(saysNothingElse)) ||
    (before.includes('amazon') && (isPrivate === true || before[0] === 'www' || /^\/(?:ap|gp)\//.test(path)))
  const isFalseCentral = central > 0 && (amazon > 0 || isTyped || !isWork)

  if (!isFalse && !isFalseCentral) {
    if (signsIn) return lookalike('lookalike_path')
    if (amazon > 0 || central > 0) return unrelated('amazon_name')
    return unrelated(rentedSpace ? 'amazon_name_rented' : 'unrelated')
  }
  if (amazon === 0 && otherMarkets.has(own)) return unrelated('unrelated_other_shop')
  if (disguise !== undefined) return lookalike(disguise)
  if (own === 'amazon' && !isPrivate) return lookalike('lookalike_tld')
  if (holdsDomain(before) || own === 'amazon' || before.includes('amazon'))
    return lookalike('lookalike_subdomain')
  if (namesAmazon.some((name) => name.includes('-'))) return lookalike('lookalike_hyphen')
  if (central === 1 || amazon === 2) return lookalike('lookalike_misspelt')
  return lookalike(central === 2 ? 'lookalike_seller_central_in_host' : 'lookalike_amazon_in_host')
}

const saysWork = (name: string) => name.replace('sellercentral', '.').search(businessWords) >= 0
const forSellers = (name: string) => sellingWords.test(name.replace(ordinary, '.'))

/** `amazonseller`, `my-amazon-account`: Amazon's name, a word for selling or accounts, and filler only. */
const saysNothingElse = (name: string) =>
  name.length < 64 && name.includes('amazon') && matters.test(name) && onlySuchWords.test(name)
const matters = new RegExp(`${sellingWords.source}|${concernWords.source}`)
const onlySuchWords = new RegExp(`^(?:(?:amazon|${matters.source}|${filling.source})s?|[._-])+$`)

/** `anacon`, `amaone`: close enough if a country ending follows. */
const isRoughlyAmazon = (name: string) =>
  tokens(name).some((word) => /^a\w{4,7}$/.test(word) && editsTo('amazon', word, true) < 3)

/** Whether `amazon.co.jp` or `amazon.de` is in full in front of someone else's domain. */
function holdsDomain(names: readonly string[]): boolean {
  return names.some(
    (name, at) =>
      name === 'amazon' &&
      (shopDomains.has(names.slice(at, at + 2).join('.')) ||
        shopDomains.has(names.slice(at, at + 3).join('.'))),
  )
}

/** The same with hyphens: `amazon.com-signin.net`, `amazon-co-jp.example`. */
const holdsDomainWithMore = (host: string) =>
  [/(?:^|[.-])amazon[.-](com?[.-][a-z]{2})(?=[.-])/, /(?:^|[.-])amazon[.-]([a-z]{2,3})(?=[.-])/].some(
    (shape) => {
      const found = shape.exec(host)
      const isHyphened = found && host.slice(found.index + 1, found.index + found[0].length + 1).includes('-')
      return isHyphened && shopDomains.has(`amazon.${found[1]?.replace('-', '.')}`)
    },
  )

/** Where Amazon signs people in, asks for codes and resets passwords: `/ap/…`, or OpenID in the query. */
const signInPath =
  /\/ap\/(?:signin|mfa|cvf|forgotpassword|challenge|register|cnep|dcq|pv|accountfixup)(?=[/.;?]|$)/
const signInQuery = /[?&]openid\.assoc_handle=(?:amzn|sc_|\w\wflex)/

/**
 * Whether the address is a sign-in page. Archives and lists of addresses have a whole address in their path,
 * and localhost is no site.
 */
function isSignIn({ pathname, search, hostname }: URL): boolean {
  if (/(?:^|\.)localhost$/.test(hostname)) return false
  const path = pathname.toLowerCase()
  if (/\/https?:|\/https?%3a/.test(path)) return false
  return signInPath.test(path) || path.includes('/openid.pape') || signInQuery.test(search.toLowerCase())
}
