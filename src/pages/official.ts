import { parse } from 'tldts'
import { amazonLogin, brandRegistry, isStoreFront, storeFronts } from './hosts'
import { otherAmazon, otherDomains, rented, shortLinks, unverified } from './lookalike/amazon-hosts'
import { asSeen, fromPunycode, withoutDigits } from './lookalike/confusables'
import { editsTo } from './lookalike/edit-distance'

/** Message names, one sentence each: what we saw in the address. They never say "safe": an address is all that we read. */
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

const domainOf = (host: string) => parse(host).domain ?? host
const shops = new Set<string>(amazonLogin.map(({ host }) => host))
const others = new Set<string>([...otherAmazon, ...brandRegistry])
const notSeen = new Set<string>(unverified)

/** Amazon's shops and services by their own domain; `amazon.co.jp` in front of another's domain is there to deceive. */
const shopDomains = new Set([...shops, ...others].map(domainOf))

/** Who owns a domain decides what is in front of it, so a host under one of these is Amazon's, listed or not. */
const amazonDomains = new Set<string>([...shopDomains, ...otherDomains, ...shortLinks])
const isShortLink = (domain: string) => (shortLinks as readonly string[]).includes(domain)

/** Space that Amazon lets: whoever rents it says what they like there, so a host under one of these is anybody's. */
const rentedFrom = (host: string) => rented.find((domain) => isUnder(host, domain))

/** The name server of `.aws` is Amazon's own: nobody else gets a name there. */
const isAmazons = (host: string) =>
  rentedFrom(host) === undefined && (amazonDomains.has(domainOf(host)) || host.endsWith('.aws'))

/**
 * Is this address Seller Central's, Amazon's, a look-alike or another's? Reads the address alone. Official is an exact host of
 * the table over https, without user name or odd port; the same is asked of Amazon's other hosts. An official host over http is
 * called a look-alike: anyone on the same network could be answering, and Amazon's own pages all use https.
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
  if (hasUserInfo(address) && (isOwn || speaksOfSellerCentral(decoded(url.username + url.password)))) {
    return lookalike('lookalike_user_info')
  }
  if (notSeen.has(host)) return lookalike('lookalike_unverified')
  if (!isOwn) return judgeForeign(host, url)

  // In front of a store front's own name (`mcf.sellercentral.amazon.com`) there is room for Amazon alone.
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

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** A name without `https://` tells nothing about the page, so it is never official; a false name is a false name. */
function bareHost(address: string): Judgement {
  const isName = /^[^\s/?#@:]+(?:[/?#]|$)/.test(address) && address.includes('.')
  const url = isName ? read(`https://${address}`) : undefined
  const judgement = url && judgeAddress(url.href)
  const isWarning = judgement?.verdict === 'lookalike' || judgement?.reason.startsWith('amazon_name')
  return judgement && isWarning ? judgement : unrelated('unrelated_not_an_address')
}

/** Also the empty one (`https://@host`), which `URL` forgets. */
const hasUserInfo = (address: string) => /^[^:]*:[\\/]*[^\\/?#]*@/.test(address.trim())

/** Names that hold "seller central" by the way of ordinary words. */
const ordinary =
  /(?<=^|[.-])(?:best|re|book|ticket|home|house|car|auto|boat|art|wine|news|top|cross|up|out)-?sellers?|(?<=^|[.-])seller-?(?:centers?|centres?|control|general)(?=$|[.-])|(?<=^|[.-])(?:trav|jew|prop|mod|lab|dw|sp|[bcfhktwy])ellercentral/g

/** Other words: the river, its country and their people; a farm machine; names and holidays. As a part, and as the whole. */
const otherWords = /amazon(?:ia|ic[ao]|ien|ite)|amazing|amazigh|ramazan|hamza/g
const notAmazon =
  /^(?:amazon(?:s|as|a|e|en|es|ka|ki)|mazon|amazo|amaz(?:e|ed|ee|es|in)|amason|amaron|avalon|azonano|gramazon|corazon|(?:em)?blazon|amerizon|arizon)$/

/** What a page is called on which something is to be typed in. */
const typingWords =
  /log-?in|log-?on|sign-?in|sign-?on|verif|openid|passwor[dt]|passwd|authent|webauth|2fa|otp|kyc|captcha|secure|security|confirm|unlock/

/** What such a page is about. Those who work for sellers use these words too. */
const concernWords =
  /account|support|service|update|recover|restor|restrict|suspend|billing|payment|invoice|customer|identity|alert|notice|notification|dashboard|portal|panel|refund|disbursement|performance|auth|help|prime|card|user|id|info|email|mail/

/** What those who work for sellers call themselves. Such a name is no evidence against its owner. */
const businessWords =
  /lawyer|lawfirm|legal|attorney|solicitor|anwalt|avocat|abogado|appeal|reinstat|suspension|agenc|agentur|agencia|consult|berat|advis|coach|mentor|train|school|schule|academ|universi|college|course|learn|teach|guide|guru|expert|tips|tricks|hacks|secrets|success|profit|mastery|blog|news|magazine|podcast|radio|forum|stor(?:y|ies)|summit|conference|expo|meetup|communit|network|alliance|associa|mastermind|tool|software|saas|plugin|calculat|analy|metrics|track|research|keyword|repric|marketing|advertis|growth|boost|launch|solution|partner|broker|capital|funding|financ|insur|bookkeep|accounting|accountant|account-?manag|logisti|warehous|shipping|freight|fulfil|sourcing|wholesal|arbitrage|dropship|photo|design|translat|freelanc|assistant|recruit|jobs|labs|studio|media|digital|ninja|wizard|genius|hero|rockstar/g

/** Short ones, where a name ends in them. */
const shortBusinessWords =
  /(?:law|tax|vat|prep|exit|book|ad|ppc|seo|loan|app|event|club|hub|hq|pro|va)s?(?=$|[._-])/

/** The same as the end of a host. */
const businessEnding =
  /\.(?:tools|agency|consulting|coach|academy|school|legal|law|lawyer|attorney|blog|news|community|expert|training|marketing|tax|solutions|software|guide|studio)$/

/** Marketplaces whose own seller centre may bear the name. */
const otherShops = new Set(
  'otto ebay walmart lazada shopee daraz noon flipkart myntra meesho jd taobao tmall alibaba aliexpress temu shein tiktok rakuten zalando allegro emag cdiscount fnac darty manomano kaufland bol mercadolibre mercadolivre magazineluiza americanas jumia takealot coupang gmarket qoo10 tokopedia bukalapak blibli trendyol hepsiburada n11 ozon wildberries newegg wayfair bestbuy target etsy overstock sears wish catch mirakl backmarket'.split(
    ' ',
  ),
)

/** Amazon's words for those who sell, in the languages of its store fronts. */
const sellingWords = /seller|vendor|merchant|vendeur|vendedor|venditor|verk(?:ae|a)ufer|verkoper|haendler/

/** What fills a false name up without saying anything: whose, where, which network. */
const filling =
  /www|my|your|the|for|and|web|new|online|official|global|europe|japan|germany|france|italy|spain|india|china|america|com|net|org|co|jp|uk|usa?|eu|de|fr|it|es|ca|in|cn|au|mx|br/

/** The end of a country's address as in `amazon.co.jp`, in front of another's domain: written so, or nearly so. */
const countryEnding = /(?:^|[.-])(?:co[.-]?(?:jp|ip|uk|za)|com[.-]?(?:au|br|mx|tr|be|jp))(?=$|[.-])|cojp/

const tokens = (text: string) => text.split(/[._-]/)

/**
 * How near a word is to Amazon's name: 3 it holds the name, 2 a letter is other, 1 it has `amz` or two letters are other, 0 not
 * at all. `rn` and `nn` are read as `m`.
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
  // In a longer word: `amazomupdate`.
  return text.length > 8 && text.includes('am') && editsTo('amazon', text) < 2 ? 1 : 0
}

/** The nearest word of these labels. `own`: the label that somebody registered. */
function amazonIn(labels: readonly string[], own = ''): 0 | 1 | 2 | 3 {
  let nearest: 0 | 1 | 2 | 3 = 0
  for (const label of labels)
    for (const word of tokens(label)) {
      // The river's names in a label of their own are no imitation, where somebody registered them.
      const found = word === own && notAmazon.test(word) ? 0 : nearness(word)
      if (found > nearest) nearest = found
    }
  return nearest
}

/** 2 as Amazon spells it, 1 misspelt, 0 not at all. Dots and hyphens neither part nor join what the eye sees. */
function sellerCentralIn(text: string, nearAmazon: boolean): 0 | 1 | 2 {
  const joined = (nearAmazon ? text : text.replace(ordinary, '.')).replace(/[.-]/g, '')
  const edits = editsTo('sellercentral', joined)
  if (edits < 2) return edits === 0 ? 2 : 1
  // Beside Amazon's name three edits are near: an exchange and an edit of the same letters. Alone, two make many other names
  // ("dealer central"), so there has to be more of it.
  const sell = joined.indexOf('sel')
  const isNear = nearAmazon ? edits < 4 : edits === 2 && sell >= 0 && joined.includes('cent', sell)
  return isNear ? 1 : 0
}

function reading(labels: readonly string[], own = '') {
  const amazon = amazonIn(labels, own)
  return { amazon, central: sellerCentralIn(labels.join('.'), amazon > 1) }
}

/** The start is enough: no one sees more of an address. */
const speaksOfSellerCentral = (text: string) => {
  const { amazon, central } = reading([withoutDigits(asSeen(text.slice(0, 500)))])
  return central > 0 || amazon === 3
}

/** The names of a host as they are written, as the eye reads other scripts, and as it reads digits. */
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

/** Amazon's domain, but "seller central" before it as in no row of the table: a slip of the pen, or a page that we do not know. */
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
  const isRented = rentedFrom(host)
  const { isIp, isPrivate, domain } = parse(host, { allowPrivateDomains: true })
  if (isIp) {
    const pretends = path.startsWith('/ap/') || speaksOfSellerCentral(path)
    return signsIn || pretends ? lookalike('lookalike_ip') : unrelated()
  }

  const labels = host.split('.')
  const suffix = labels.length > 1 ? (isRented ?? parse(host).publicSuffix ?? '').split('.').length : 0
  const names = labels.slice(0, labels.length - suffix)
  // What somebody registered, and what its owner was free to put in front of it.
  const ownAt = isRented === undefined ? labels.length - (domain ?? host).split('.').length : names.length - 1
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
    return unrelated(isRented ? 'amazon_name_rented' : 'unrelated')
  }
  if (amazon === 0 && otherShops.has(own)) return unrelated('unrelated_other_shop')
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

/** `amazonseller`, `my-amazon-account`: Amazon's name, selling or what one signs in for, and words that fill it up. */
const saysNothingElse = (name: string) =>
  name.length < 64 && name.includes('amazon') && matters.test(name) && onlySuchWords.test(name)
const matters = new RegExp(`${sellingWords.source}|${concernWords.source}`)
const onlySuchWords = new RegExp(`^(?:(?:amazon|${matters.source}|${filling.source})s?|[._-])+$`)

/** `anacon`, `amaone`: enough where a country's ending follows. */
const isRoughlyAmazon = (name: string) =>
  tokens(name).some((word) => /^a\w{4,7}$/.test(word) && editsTo('amazon', word, true) < 3)

/** `amazon.co.jp` or `amazon.de` in full, with somebody else's domain after it. */
function holdsDomain(names: readonly string[]): boolean {
  return names.some(
    (name, at) =>
      name === 'amazon' &&
      (shopDomains.has(names.slice(at, at + 2).join('.')) ||
        shopDomains.has(names.slice(at, at + 3).join('.'))),
  )
}

/** `amazon.com-signin.net`, `amazon-co-jp.example`: the same, with hyphens. */
const holdsDomainWithMore = (host: string) =>
  [/(?:^|[.-])amazon[.-](com?[.-][a-z]{2})(?=[.-])/, /(?:^|[.-])amazon[.-]([a-z]{2,3})(?=[.-])/].some(
    (shape) => {
      const found = shape.exec(host)
      const isHyphened = found && host.slice(found.index + 1, found.index + found[0].length + 1).includes('-')
      return isHyphened && shopDomains.has(`amazon.${found[1]?.replace('-', '.')}`)
    },
  )

/** Where Amazon signs people in, asks for codes and resets passwords: `/ap/…`, or its OpenID handles in the query. */
const signInPath =
  /\/ap\/(?:signin|mfa|cvf|forgotpassword|challenge|register|cnep|dcq|pv|accountfixup)(?=[/.;?]|$)/
const signInQuery = /[?&]openid\.assoc_handle=(?:amzn|sc_|\w\wflex)/

/** Copies in archives, and pages that list addresses, have a whole address in their path; one's own machine is no site. */
function isSignIn({ pathname, search, hostname }: URL): boolean {
  if (/(?:^|\.)localhost$/.test(hostname)) return false
  const path = pathname.toLowerCase()
  if (/\/https?:|\/https?%3a/.test(path)) return false
  return signInPath.test(path) || path.includes('/openid.pape') || signInQuery.test(search.toLowerCase())
}
