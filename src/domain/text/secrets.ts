import { lazily } from '../lazily'

export type SecretKind = 'password' | 'code' | 'card-number' | 'account-number' | 'key'

/** A part of a text that is or may be a secret. */
export type Secret = {
  kind: SecretKind
  /** Its form proves it a secret, so it is never stored. Anything uncertain is stored after asking. */
  certain: boolean
  /** Its start in UTF-16 units, and its end, exclusive. */
  from: number
  to: number
}

/** Replaces a secret that was removed. */
const gap = '…'

/** Every secret in a text, in order and without overlaps. Takes linear time: repetitions are bounded. */
export function secretsIn(text: string): Secret[] {
  const plain = plainForm(text)
  const certain = certainIn(plain)
  const rest = replaced(plain, certain, blank)
  const asked = likelyIn(harmless.reduce((left, form) => left.replace(form, blank), rest))
  return apart([...certain, ...asked])
}

/** The kind of the first certain secret. A text that has one is not stored as it is. */
export function certainSecret(text: string): SecretKind | undefined {
  return certainIn(plainForm(text))[0]?.kind
}

/** The text as it may be stored: without certain secrets. */
export function withoutCertain(text: string): string {
  return replaced(text, certainIn(plainForm(text)), () => gap)
}

/** The text without anything that looks like a secret. */
export function withoutSecrets(text: string): string {
  return replaced(text, secretsIn(text), () => gap)
}

function replaced(text: string, secrets: readonly Secret[], by: (found: string) => string): string {
  let end = 0
  let rest = ''
  for (const { from, to } of secrets) {
    rest += text.slice(end, from) + by(text.slice(from, to))
    end = to
  }
  return rest + text.slice(end)
}

const blank = (found: string) => ' '.repeat(found.length)

/** In order. Of two that overlap, the one that begins first. */
function apart(found: readonly Secret[]): Secret[] {
  let end = 0
  const sorted = [...found].sort((a, b) => a.from - b.from || b.to - a.to)
  return sorted.filter(({ from, to }) => {
    if (from < end) return false
    end = to
    return true
  })
}

/** Makes full-width digits, no-break spaces and dashes plain ASCII. Positions stay the same. */
function plainForm(text: string): string {
  return text.replace(/[^\0-\x7f]/g, (sign) => {
    if (/[\u2010-\u2015\u2212\uff0d]/.test(sign)) return '-'
    const plain = sign.normalize('NFKC')
    return plain.length === 1 ? plain : sign
  })
}

// --- Certain secrets ---

const certainForms = lazily((): readonly (readonly [kind: SecretKind, form: RegExp])[] => [
  // A private key up to its end, or as far as it was pasted.
  [
    'key',
    /-----BEGIN [A-Z\d ]{0,40}PRIVATE KEY(?: BLOCK)?-----(?:[\s\S]{0,8000}?-----END [A-Z\d ]{0,40}PRIVATE KEY(?: BLOCK)?-----|(?:\s{0,3}[A-Za-z\d+/=]{16,200}){0,200})/g,
  ],
  // An authenticator app's link contains the seed.
  ['key', /otpauth(?:-migration)?:\/\/\S{1,2000}/gi],
  // Amazon: client secrets and tokens of its APIs.
  ['key', /amzn1\.oa2-cs\.v\d\.[\w-]{16,200}/gi],
  ['key', /\bAtz[ar](?:\||%7c)[\w+/=%-]{8,2000}/gi],
  ['key', /\bamzn\.mws\.[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/gi],
  ['key', /(?<![A-Za-z\d])(?:AKIA|ASIA|ABIA|ACCA)[A-Z\d]{16}(?![A-Za-z\d])/g],
  ['key', /aws.{0,3}secret.{0,3}(?:access.{0,3})?key\W{0,6}(?:is\s)?[A-Za-z\d/+]{40}(?![A-Za-z\d/+])/gi],
  // Keys of other services, by their documented prefixes.
  ['key', /\b(?:gh[opsur]_\w{36}|github_pat_\w{22,100}|xox[abprs]-[\w-]{10,200}|[rs]k_live_\w{16,200})/g],
  ['key', /\b(?:AIza[\w-]{35}|ya29\.[\w-]{20,500}|sk-(?:proj-|ant-)?[\w-]{20,200}|EAAA[\w-]{60,200})/g],
  ['key', /\beyJ[\w-]{10,2000}\.eyJ[\w-]{10,4000}\.[\w-]{10,2000}/g],
])

function certainIn(plain: string): Secret[] {
  const found: Secret[] = []
  const add = (kind: SecretKind, from: number, length: number) =>
    found.push({ kind, certain: true, from, to: from + length })
  for (const [kind, form] of certainForms())
    for (const { 0: all, index } of plain.matchAll(form)) add(kind, index, all.length)
  for (const { index } of plain.matchAll(ibanStart)) {
    const length = ibanLength(plain.slice(index, index + longestIban))
    if (length !== undefined) add('account-number', index, length)
  }
  const withoutOrders = plain.replace(orderIds, blank)
  for (const { 0: all, index } of withoutOrders.matchAll(cardForm))
    if (isCard(all) && !isParcel(plain.slice(Math.max(0, index - 40), index)))
      add('card-number', index, all.length)
  for (const { 0: all, index } of plain.matchAll(seedInGroups)) if (isSeed(all)) add('key', index, all.length)
  for (const { 0: all, index } of plain.matchAll(seedInOne)) if (isSeed(all)) add('key', index, all.length)
  return apart(found)
}

/** Amazon's order numbers. One in ten has a valid card check digit. */
const orderIds = /(?<![\d-])\d{3}-\d{7}-\d{7}(?![\d-])/g

/** Card numbers, in one piece or in their usual groups. */
const cardForm =
  /(?<![\w.-])(?:\d{14,19}|\d{4}([ .-])\d{4}\1\d{4}\1\d{1,4}(?:\1\d{3})?|\d{4}([ .-])\d{6}\2\d{4,5})(?![\d-]|\.\d)/g

/** Prefixes of card numbers and the lengths that go with them (ISO/IEC 7812). */
const cards: readonly (readonly [begin: RegExp, lengths: readonly number[]])[] = [
  [/^4/, [16, 19]],
  [/^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, [16]],
  [/^3[47]/, [15]],
  [/^3(?:0[0-5]|[689])/, [14]],
  [/^35(?:2[89]|[3-8])/, [16]],
  [/^(?:6011|64[4-9]|65)/, [16]],
  [/^62/, [16, 17, 18, 19]],
  [/^(?:50(?:18|20|38)|5893|6304|67(?:59|6[1-3]))/, [16, 19]],
  [/^(?:60|8[12]|508|220[0-4])/, [16]],
]

function isCard(found: string): boolean {
  const digits = found.replace(/\D/g, '')
  return (
    !/^(\d)\1+$/.test(digits) &&
    cards.some(([begin, lengths]) => begin.test(digits) && lengths.includes(digits.length)) &&
    hasCheckDigit(digits)
  )
}

/** Whether the words before a number name a parcel, barcode or the like that may pass as a card by chance. */
function isParcel(before: string): boolean {
  return /(?:track|parcel|shipment|sendung|paket|colis|suivi|spedizione|envío|seguimiento|\b(?:ean|gtin|sscc|upc|isbn|imei|serial|sku|fnsku)\b|单号|運單|物流|追跡|伝票|条码|序列号)[^\d\n]{0,20}$/iu.test(
    before,
  )
}

/** Checks the check digit of card numbers (Luhn, ISO/IEC 7812-1). */
function hasCheckDigit(digits: string): boolean {
  let sum = 0
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits[digits.length - 1 - place])
    const doubled = place % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

/** The length of an IBAN by country (ISO 13616, the SWIFT registry). */
const ibanLengths: ReadonlyMap<string, number> = new Map(
  'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SC31 SE24 SI19 SK24 SM27 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20'
    .split(' ')
    .map((one) => [one.slice(0, 2), Number(one.slice(2))] as const),
)
const ibanStart = /(?<![A-Z\d])[A-Z]{2}\d{2}(?=[ -]?[A-Z\d])/gi
/** The longest IBAN with its spaces. */
const longestIban = 64
/** The least digits of an IBAN, so that a week and three words (`KW12 …`) don't pass by chance. */
const fewestDigits = 8

/** @returns the length of the IBAN at the start of a text, or undefined if there is none. */
function ibanLength(text: string): number | undefined {
  const wanted = ibanLengths.get(text.slice(0, 2).toUpperCase())
  if (wanted === undefined) return undefined
  let signs = ''
  let place = 0
  for (; place < text.length && signs.length < wanted; place += 1) {
    const sign = text[place] ?? ''
    if (/[A-Z\d]/i.test(sign)) signs += sign.toUpperCase()
    // At most one space or hyphen between two groups.
    else if (!/[ -]/.test(sign) || !/[A-Z\d]/i.test(text[place - 1] ?? '')) return undefined
  }
  if (signs.length < wanted || /[A-Z\d]/i.test(text[place] ?? '')) return undefined
  let rest = 0
  for (const sign of signs.slice(4) + signs.slice(0, 4)) {
    const value = Number.parseInt(sign, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest === 1 && signs.replace(/\D/g, '').length >= fewestDigits ? place : undefined
}

/** The seed of an authenticator app as Amazon shows it: base32 in groups of four. */
const seedInGroups =
  /(?<![\w-])(?:[A-Z2-7]{4}[ -]){3,31}[A-Z2-7]{4}(?![\w-])|(?<![\w-])(?:[a-z2-7]{4}[ -]){3,31}[a-z2-7]{4}(?![\w-])/g
/** The same in one piece. A shorter one may be a product number. */
const seedInOne = /(?<![\w-])(?:[A-Z2-7]{32,128}|[a-z2-7]{32,128})=*(?![\w-])/g

/** Whether the groups mix letters and digits as random data does. Words and years don't. */
function isSeed(found: string): boolean {
  const groups = found.replace(/[ =-]/g, '').match(/.{1,4}/g) ?? []
  const digits = found.replace(/\D/g, '').length
  return (
    digits >= 2 &&
    !groups.some((group) => /^\d{4}$/.test(group)) &&
    groups.some((group) => /\d[a-z]/i.test(group))
  )
}

// --- Likely secrets ---

/** What looks like a secret but isn't: addresses, order numbers, dates, times, phone numbers. */
const harmless: readonly RegExp[] = [
  /https?:\/\/(?![^\s/]{1,100}:[^\s/@]{1,100}@)\S+/g,
  /(?<![^\s<(,;:"'])(?<!:\/\/[^\s/:@]{1,100}:)[\w.+-]{1,64}@(?:[a-z\d-]{1,63}\.){1,5}[a-z]{2,24}(?![a-z\d])/gi,
  orderIds,
  /(?<!\d)(?:\d{4}([-./])\d{1,2}\1\d{1,2}|(?:0?[1-9]|[12]\d|3[01])([-./])(?:0?[1-9]|[12]\d|3[01])\2(?:\d{4}|\d{2}))(?!\d)/g,
  /(?<!\d)(?:(?:19|20)\d{2}[-./](?:0?[1-9]|1[0-2])|(?:0?[1-9]|1[0-2])[-./](?:19|20)\d{2})(?![\d-])/g,
  /\d{4} ?年(?: ?\d{1,2} ?月)?(?: ?\d{1,2} ?日)?|\d{1,2} ?月 ?\d{1,2} ?日/g,
  /(?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?!\d)/g,
  /\+\d[\d ()/-]{6,24}/g,
  // Amazon's own numbers: ASIN, FNSKU, shipment.
  /(?<![A-Z\d])(?:B0[A-Z\d]{8}|X0[A-Z\d]{8}|FBA[A-Z\d]{8,20})(?![A-Za-z\d])/g,
]

const is = `(?:is|ist|lautet|es|est|è|é|=|:|は|是|为|為)`
/** Matches whole words. Scripts without spaces have no word boundaries. */
const word = (latin: string, others: string) =>
  String.raw`(?:(?<![\p{L}\d])(?:${latin})(?![\p{L}])|${others})`

/** Words that introduce a secret, in the languages that sellers write in. The secret follows directly. */
const passwordWord = word(
  "pass ?word|passwd|passcode|passphrase|pwd?|passwort|kennwort|contrase[ñn]a|senha|mot de passe|mdp|parola d'ordine|wachtwoord|hasło|lösenord|şifre|пароль",
  '密码|密碼|口令|パスワード|비밀번호|كلمة المرور|पासवर्ड',
)
/** Words with other common meanings too: these need a separator. */
const otherPasswordWord = word('pass|parola|clave|chiave|user(?:name)? ?/ ?pass(?:word)?', '密语')
/** Letters with digits, or four digits that are no year. Letters alone are a word of the sentence. */
const value = String.raw`(?!(?:19|20)\d{2}(?![!-~]))(?=[!-~]{0,64}\d)(?=[!-~]{0,64}[a-z]|\d{4})[!-~]{4,64}`
const password = [
  // After an equals sign, anything at all.
  String.raw`(?:${passwordWord}|${otherPasswordWord})\s?=\s?\S{1,64}`,
  String.raw`(?:${passwordWord})(?:\s{1,3}|\s?${is}\s?)(?:${is}\s?)?["'“「]?${value}`,
  // A special character that no sentence has: `password: correct!horse`.
  String.raw`(?:${passwordWord})\s?(?::|${is})\s?["'“「]?(?=[!-~]{0,64}[!#$%^&*@?+])(?=[!-~]{0,64}[a-z])[!-~]{6,64}(?<![?!.,])(?=\s|$)`,
  String.raw`(?:${otherPasswordWord})\s?(?::|${is})\s?${value}`,
  String.raw`(?:${passwordWord})(?<=[^\x00-\x7f])(?=[!-~]{0,64}\d)(?!(?:19|20)\d{2}(?![!-~]))[!-~]{4,64}`,
]

const digits = String.raw`(?:\d{3}[ -]\d{3}|\d{4}[ -]\d{4}|\d{4,8})(?![\d]|[-.,/]\d)`
/** Needs a word for whose PIN it is: six digits after "PIN" alone are often a postal code in India. */
const pin = String.raw`${word('pin', '暗証番号')}\s?(?:code\s?|nummer\s?)?(?:${is})?\s?(?:\d{4,5}|\d{7,8})(?!\d)|(?:my|your|the|new|card|sim|bank|app|login|phone|device|karten?|handy)[ -]pin\s?(?:code\s?)?(?:${is})?\s?\d{6}(?!\d)`

/** One-time codes by their own names. */
const codeName = word(
  String.raw`otp|totp|2sv|2fa|mfa|tan|(?:one[- ]time|verification|security|login|log-?in|sign-?in|access|auth(?:entication|ori[sz]ation|enticator)?|confirmation|sms|backup|recovery|reset|amazon|door|alarm|safe) (?:code|password|pin)s?|(?:einmal|sicherheits|bestätigungs|anmelde|zugangs|verifizierungs|backup|sms|wiederherstellungs)-?(?:code|kennwort|passwort)s?|code (?:de|d')\s?(?:vérification|sécurité|connexion|confirmation|validation|secours)|code (?:sms|à usage unique)|codice (?:di |otp|sms|monouso)(?:verifica|sicurezza|conferma|accesso|backup)?|c[oó]digo (?:de )?(?:verificaci[oó]n|seguridad|acceso|confirmaci[oó]n|verificação|segurança|un solo uso|respaldo|sms)`,
  '验证码|驗證碼|校验码|动态码|动态密码|安全码|备用码|(?:認証|確認|セキュリティ|ワンタイム|バックアップ|リカバリー)コード|인증번호',
)
/** "Code" alone, unless another word names its kind: a postal, commodity, reason or customs code. */
const codeAlone = String.raw`(?:(?<=^|[\n.;,:!?(。，；：！？]\s{0,3}|(?<![\p{L}\d])(?:the|your|my|this|a|new|is|der|ihr|mein|neuer|le|votre|mon|ton|il|suo|mio|el|su|mi|tu|o|seu)\s)(?:code|codice|c[oó]digo)s?(?![\p{L}])|(?<![\p{L}\p{N}ー])コード)`
const code = [
  String.raw`${codeName}(?:\s(?:for|für|pour|per|para|de|von|from)\s[\p{L}]{1,30}){0,2}\s?(?:[-#]|${is})?\s?${digits}`,
  String.raw`${codeAlone}(?:\s(?:for|für|pour|per|para)\s[\p{L}]{1,30})?\s?(?:[-#]|${is})?\s?${digits}`,
  String.raw`(?<![\d-])${digits}\s?(?:is|ist|es|est|è|é|是|は)\s?.{0,30}?(?:${codeName}|(?:the|your|my|der|ihr|votre|mon|il suo|su) (?:code|codice|c[oó]digo))`,
  // Letters in groups, as on printed backup codes.
  String.raw`(?:backup|recovery|wiederherstellungs|reserve)[ -]?codes?\s?(?:${is})?\s?(?=[a-z\d -]{0,40}\d)[a-z\d]{4,6}[ -][a-z\d]{4,6}`,
]

const cardCode = String.raw`${word('cvv2?|cvc2?|cvn|cid|kartenprüfnummer|prüfziffer|cryptogramme', '信用卡安全码|セキュリティーコード')}\s?(?:${is})?\s?\d{3,4}(?!\d)`
const loneCard = String.raw`(?<![\d.-])\d(?:[ .-]?\d){13,18}(?![\d-])`

const accountName = word(
  `account|acct|konto(?:nummer)?|iban|routing|sort code|clabe|bsb|ifsc|compte|cuenta|conto|rekening(?:nummer)?|konta`,
  '账号|账户|帳號|帐号|卡号|口座',
)
const account = String.raw`${accountName}(?:\s?(?:number|no\.?|nr\.?|numéro|número|numero|番号|#|${is})){0,3}\s?\d(?:[ -]?\d){5,30}`

const keyName = word(
  `(?:api|secret|client|access|refresh|private|bearer|auth|setup|authenticator|2sv|2fa|totp|lwa|mws|sp-api)[ _-]?(?:api[ _-]?|access[ _-]?|client[ _-]?|secret[ _-]?)?(?:key|secret|token|seed)|secret|bearer|(?<!merchant )token|seed|(?:api|geheim|zugangs|einrichtungs)-?schlüssel|clé (?:secrète|api|de configuration)|clave (?:secreta|api|de configuración)|chiave (?:segreta|api|di configurazione)`,
  '密钥|秘钥|令牌|シークレット|(?:秘密|アクセス|セットアップ)キー|トークン',
)
const key = String.raw`${keyName}\s?(?:${is})?\s?["']?(?=[\w+/=.~-]{0,200}\d)(?=[\w+/=.~-]{0,200}[a-z])[\w+/=.~-]{8,512}`

const likelyForms = lazily((): readonly (readonly [kind: SecretKind, form: RegExp])[] => [
  ['account-number', new RegExp(account, 'giu')],
  ['card-number', new RegExp(cardCode, 'giu')],
  ['code', new RegExp(code.join('|'), 'gimu')],
  ['key', new RegExp(key, 'giu')],
  ['password', new RegExp([...password, pin].join('|'), 'giu')],
  // A login in a web address.
  ['password', /\b[a-z]{2,10}:\/\/[^\s/:@]{1,100}:[^\s/@]{1,100}@/gi],
])

function likelyIn(plain: string): Secret[] {
  const found: Secret[] = []
  const add = (kind: SecretKind, from: number, all: string) =>
    found.push({ kind, certain: false, from, to: from + all.length })
  for (const [kind, form] of likelyForms())
    for (const { 0: all, index } of plain.matchAll(form)) add(kind, index, all)
  for (const { 0: all, index } of plain.matchAll(new RegExp(loneCard, 'g'))) {
    const odd = all.replace(/\d/g, '').length > 0
    if (odd && isCard(all) && !isParcel(plain.slice(Math.max(0, index - 40), index)))
      add('card-number', index, all)
  }
  for (const { 0: all, index } of plain.matchAll(/(?<!\S)\S{8,1000}(?!\S)/g)) {
    const before = plain.slice(Math.max(0, index - 24), index)
    if (isName(before)) continue
    if (looksGenerated(all)) add('password', index, all)
    else if (looksLikeToken(all)) add('key', index, all)
  }
  for (const { 0: all, index } of plain.matchAll(seedLike))
    if (!/[ -]/.test(all) || !isSentence(all)) add('key', index, all)
  return found
}

/** Whether a word such as model or file comes before, so that what follows is a name. */
function isName(before: string): boolean {
  return /(?:\b(?:f?n?sku|asin|model|modell|part|item|artikel|art|ref|mpn|style|file|datei)\b\.?|型号|货号|款号|品番|型番)[\s:#]{0,3}$/iu.test(
    before,
  )
}

/** Whether a word mixes cases, digits and symbols as password generators do. File names have `-_./:` too. */
function looksGenerated(found: string): boolean {
  if (found.length > 64 || !/^[!-~]+$/.test(found)) return false
  if (!/[a-z]/.test(found) || !/[A-Z]/.test(found) || !/\d/.test(found)) return false
  if (/[!^@]|\$(?!\d)/.test(found)) return true
  // Names contain these too, so the kinds of characters must change as often as in random text.
  const changes = found.match(/[a-z]+|[A-Z]+|\d+|[^A-Za-z\d]+/g)?.length ?? 0
  return /[#$%&*+<=>?|~]/.test(found) && changes / found.length >= 0.6
}

/** Whether a long word mixes all three kinds of characters throughout, as tokens do. */
function looksLikeToken(found: string): boolean {
  if (found.length < 32 || !/^[\w+/=-]+$/.test(found)) return false
  const changes = found.match(/[a-z]+|[A-Z]+|\d+/g)?.length ?? 0
  return /[a-z]/.test(found) && /[A-Z]/.test(found) && /\d/.test(found) && changes / found.length >= 0.4
}

/** Base32 that is too short, or too much like a word, to be certainly a seed. */
const seedLike =
  /(?<![\w-])(?:(?=[A-Z2-7]{0,20}\d[A-Z]{1,20}[A-Z2-7]{0,20}\d)[A-Z2-7]{16,31}|(?:[A-Z2-7]{4} ){3,31}[A-Z2-7]{4})(?![\w-])/g

/** Whether the groups are words, with vowels as words have them. */
function isSentence(found: string): boolean {
  const groups = found.split(/[ -]/)
  const isWord = (group: string) =>
    /^[A-Z]{4}$/.test(group) && /[AEIOUY]/.test(group) && !/[^AEIOUY]{4}/.test(group)
  return groups.filter(isWord).length >= groups.length - 1 || groups.some((group) => /^\d{4}$/.test(group))
}
