import { parse } from 'tldts'
import { amazonLogin, brandRegistry, isStoreFront } from './hosts'
import { asSeen, fromPunycode, withoutDigits } from './letters'
import { otherAmazon, unverified } from './other-amazon'
import { editsTo } from './spelling'

/** Message names, one sentence each: what we saw in the address. They never say "safe": an address is all that we read. */
export const reasons = {
  official: ['official_store_front'],
  'amazon-other': ['amazon_other_shop', 'amazon_other_site'],
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
    'unrelated_seller_business',
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

/** Who owns a domain decides what stands before it, so a host under one of these is Amazon's, listed or not. */
const amazonDomains = new Set([...shops, ...others].map(domainOf))

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
  const isAmazons = amazonDomains.has(domainOf(host))
  if (hasUserInfo(address) && (isAmazons || speaksOfSellerCentral(decoded(url.username + url.password)))) {
    return lookalike('lookalike_user_info')
  }
  if (notSeen.has(host)) return lookalike('lookalike_unverified')
  if (!isAmazons) return judgeForeign(host, url.pathname.toLowerCase())

  const isKnown = isStoreFront(host) || shops.has(host) || others.has(host)
  const trick = isKnown ? undefined : sellerCentralUnderAmazon(host)
  if (trick !== undefined) return lookalike(trick)
  if (host !== url.hostname) return lookalike('lookalike_trailing_dot')
  if (url.protocol === 'http:') return lookalike('lookalike_http')
  if (url.port !== '') return lookalike('lookalike_port')
  if (isStoreFront(host)) return { verdict: 'official', reason: 'official_store_front' }
  return { verdict: 'amazon-other', reason: shops.has(host) ? 'amazon_other_shop' : 'amazon_other_site' }
}

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
  return judgement?.verdict === 'lookalike' ? judgement : unrelated('unrelated_not_an_address')
}

/** Also the empty one (`https://@host`), which `URL` forgets. */
const hasUserInfo = (address: string) => /^[^:]*:[\\/]*[^\\/?#]*@/.test(address.trim())

/** Names that hold "seller central" by the way of ordinary words. */
const ordinary =
  /(?<=^|[.-])(?:best|re)-?seller|seller-?(?:centers?|centres?|control|general)(?=$|[.-])|(?<=^|[.-])(?:tell|hell)ercentral/g

/** The river, its country and their people; a farm machine; a charity. */
const notAmazon = /^(?:amazon(?:s|as|a|e|en|es|ia|ian|ians|ias|ic)|mazon|amazo|amazin|amazing)$/

/** Words of pages where something is to be typed in. */
const askingWords =
  /log-?in|log-?on|sign-?in|sign-?on|signon|verif|auth|openid|secur|account|support|service|update|confirm|password|passwort|passwd|recover|restor|restrict|suspend|unlock|billing|payment|invoice|customer|identity|kyc|2fa|otp|captcha|alert|notice|notification|dashboard|portal|panel|refund/

/** What those who work for sellers call themselves. Such a name is no evidence against its owner. */
const businessWords =
  /lawyer|lawfirm|legal|attorney|solicitor|anwalt|avocat|abogado|appeal|reinstat|agenc|agentur|consult|advis|berat|coach|mentor|train|school|academ|univers|college|course|learn|teach|guide|guru|expert|tips|tricks|hacks|secrets|success|profit|mastery|blog|news|magazine|podcast|radio|stor(?:y|ies)|summit|conference|expo|meetup|communit|network|alliance|associa|mastermind|tool|software|saas|plugin|calculat|analy|metrics|track|research|keyword|repric|marketing|advertis|growth|boost|launch|solution|partner|broker|capital|funding|financ|insur|bookkeep|accounting|accountant|accountmanag|logisti|warehous|shipping|freight|fulfil|sourcing|wholesal|arbitrage|dropship|photo|design|translat|freelanc|assistant|recruit|jobs|labs|studio|media|digital|ninja|wizard|genius|hero|rockstar|(?:law|tax|vat|prep|exit|book|ad|ppc|seo|loan|app|event|club|hub|hq|pro|va)s?(?=$|[.-])/g

/** Marketplaces whose own seller centre may bear the name. */
const otherShops = new Set(
  'otto ebay walmart lazada shopee daraz noon flipkart myntra meesho jd taobao tmall alibaba aliexpress temu shein tiktok rakuten zalando allegro emag cdiscount fnac darty manomano kaufland bol mercadolibre mercadolivre magazineluiza americanas jumia takealot coupang gmarket qoo10 tokopedia bukalapak blibli trendyol hepsiburada n11 ozon wildberries newegg wayfair bestbuy target etsy overstock sears wish catch mirakl backmarket'.split(
    ' ',
  ),
)

/** Amazon's words for those who sell, in the languages of its store fronts. */
const sellingWords = /seller|vendor|merchant|vendeur|vendedor|venditor|verk(?:ae|a)ufer|verkoper|haendler/

const tokens = (text: string) => text.split(/[.-]/).filter((word) => !notAmazon.test(word))

const isMisspeltAmazon = (word: string) =>
  /a(?:rn|nn)azon/.test(word) || (word.length > 4 && word.length < 8 && editsTo('amazon', word, true) < 2)
const isAbbreviated = (word: string) => /^amzn?|amzn?$/.test(word)

/** 3 as Amazon spells it, 2 misspelt, 1 `amz`, 0 not at all. */
function amazonIn(text: string): 0 | 1 | 2 | 3 {
  const words = tokens(text)
  if (words.some((word) => word.includes('amazon'))) return 3
  if (words.some(isMisspeltAmazon)) return 2
  return words.some(isAbbreviated) ? 1 : 0
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

function reading(text: string) {
  const amazon = amazonIn(text)
  return { amazon, central: sellerCentralIn(text, amazon > 0) }
}

/** The start is enough: no one sees more of an address. */
const speaksOfSellerCentral = (text: string) => {
  const { amazon, central } = reading(withoutDigits(asSeen(text.slice(0, 500))))
  return central > 0 || amazon === 3
}

/** The names of a host as they are written, as the eye reads other scripts, and as it reads digits. */
function readings(labels: readonly string[]) {
  const written = labels.map(fromPunycode)
  const seen = written.map(asSeen)
  const plain = seen.map(withoutDigits)
  const asWritten = reading(written.join('.'))
  const unmasked = reading(seen.join('.'))
  const spelt = reading(plain.join('.'))
  const weight = (of: typeof spelt) => of.central + of.amazon
  const isMasked = (name: string, at: number) => name !== labels[at] && weight(reading(plain[at] ?? '')) > 0
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
  const { plain, disguise } = readings(under.split('.'))
  const central = sellerCentralIn(plain.join('.'), true)
  if (central === 0) return undefined
  return disguise ?? (central === 1 ? 'lookalike_misspelt' : 'lookalike_unverified')
}

function judgeForeign(host: string, path: string): Judgement {
  const { isIp, isPrivate, domain } = parse(host, { allowPrivateDomains: true })
  if (isIp) {
    const pretends = path.startsWith('/ap/') || speaksOfSellerCentral(path)
    return pretends ? lookalike('lookalike_ip') : unrelated()
  }

  const labels = host.split('.')
  const suffix = labels.length > 1 ? (parse(host).publicSuffix ?? '').split('.').length : 0
  const { plain, disguise, central, amazon } = readings(labels.slice(0, labels.length - suffix))
  // What somebody registered, and what its owner was free to put before it.
  const ownAt = labels.length - (domain ?? host).split('.').length
  const own = plain[ownAt] ?? ''
  const before = plain.slice(0, ownAt)

  const text = plain.join('.')
  const forSellers = (name: string) => sellingWords.test(name.replace(ordinary, '.'))
  const isForSellers = amazon > 0 && forSellers(text)
  const isBusiness = text.search(businessWords) >= 0
  const asks = plain.some(
    (name) => (amazonIn(name) > 0 || forSellers(name)) && askingWords.test(name.replace(businessWords, '.')),
  )
  const holdsAmazonDomain = holdsDomain(before)
  const isFalse =
    central > 0 ||
    own === 'amazon' ||
    amazonIn(own) === 2 ||
    (amazon > 0 && asks) ||
    (isForSellers && amazon > 1 && !isBusiness) ||
    holdsAmazonDomain ||
    (before.includes('amazon') && (isPrivate === true || /^\/(?:ap|gp)\//.test(path)))

  if (!isFalse) {
    if (isForSellers) return unrelated('unrelated_seller_business')
    return holdsSignIn(path) ? lookalike('lookalike_path') : unrelated()
  }
  if (amazon === 0 && otherShops.has(own)) return unrelated('unrelated_other_shop')
  if (disguise !== undefined) return lookalike(disguise)
  if (own === 'amazon' && !isPrivate) return lookalike('lookalike_tld')
  if (holdsAmazonDomain || own === 'amazon' || before.includes('amazon'))
    return lookalike('lookalike_subdomain')
  if (plain.some((name) => name.includes('-') && amazonIn(name) > 0)) return lookalike('lookalike_hyphen')
  if (central === 1 || amazon === 2) return lookalike('lookalike_misspelt')
  return lookalike(central === 2 ? 'lookalike_seller_central_in_host' : 'lookalike_amazon_in_host')
}

/** `amazon.co.jp` or `amazon.de` in full, with somebody else's domain after it. */
function holdsDomain(names: readonly string[]): boolean {
  return names.some(
    (name, at) =>
      name === 'amazon' &&
      (amazonDomains.has(names.slice(at, at + 2).join('.')) ||
        amazonDomains.has(names.slice(at, at + 3).join('.'))),
  )
}

/** Seller Central's name and its sign-in page as folders of another site. The name alone says little: many sites list hosts. */
function holdsSignIn(path: string): boolean {
  const parts = path.split('/')
  const at = parts.findIndex(isStoreFront)
  return parts[at + 1] === 'ap' && at > 0 && !parts.includes('https:') && !parts.includes('http:')
}
