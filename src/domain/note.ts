import { longestNote } from './answer'

/** What a note may not hold, because it would be worth stealing. */
export type NoteProblem = 'too-long' | 'password' | 'code' | 'card-number' | 'account-number'

/** What looks like a secret and is none: addresses, dates, phone numbers, Amazon's order numbers. */
const harmless = [
  /https?:\/\/\S+|[^\s@]{1,64}@[^\s@]{1,255}\.\S+/g,
  /(?<!\d)\d{3}-\d{7}-\d{7}(?!\d)/g,
  /(?<!\d)(?:\d{4}([-./])\d{1,2}\1\d{1,2}|\d{1,2}([-./])\d{1,2}\2\d{4})(?!\d)/g,
  /\+\d[\d ()/-]{6,}/g,
]

const is = `(?:is|ist|lautet|es|est|è|é|=|:|：|は|是|为|為)`
/** A word that no letter touches; scripts without spaces need no such edge. */
const word = (latin: string, others: string) =>
  String.raw`(?:(?<![\p{L}\d])(?:${latin})(?![\p{L}])|${others})`
/** Words that introduce a secret, in the languages that sellers write in; the secret stands right behind them. */
const passwordWord = word(
  "pass ?word|passwd|passcode|pass|pwd?|passwort|kennwort|contrase[ñn]a|senha|mot de passe|mdp|parola d'ordine|parola|wachtwoord|hasło|lösenord|şifre|пароль",
  '密码|密碼|口令|パスワード|비밀번호|كلمة المرور|पासवर्ड',
)
const password = new RegExp(
  // Letters with digits, or a sign between them; or, after an equals sign, anything at all.
  String.raw`${passwordWord}(?:\s*=\s*\S|(?:\s+|\s*${is}\s*)(?:${is}\s*)?(?=[!-~]*\d)(?=[!-~]*[a-z]|\d{4})[!-~]{4,}|(?<=[^\x00-\x7f])(?=[!-~]*\d)[!-~]{4,})`,
  'iu',
)
const pin = new RegExp(String.raw`${word('pin', '暗証番号')}\s*(?:${is})?\s*\d{4,8}(?!\d)`, 'iu')
/** One word that mixes cases, digits and signs, as generators make them; `-`, `_`, `.`, `/` and `:` are in names of files too. */
const generated = /(?<!\S)(?=\S*[a-z])(?=\S*[A-Z])(?=\S*\d)(?=\S*[!#$%&*+<=>?@^|~])[!-~]{8,}/

const digits = String.raw`(?:\d{3}[ -]\d{3}|\d{4,8})(?!\d)`
const codeName = word(
  `otp|totp|2sv|2fa|(?:one[- ]time|verification|security|login) (?:code|password)|code|einmal(?:code|kennwort|passwort)|codice|c[oó]digo`,
  '验证码|驗證碼|コード|인증번호',
)
/** Codes that everybody may know. */
const otherCode = /(?:error|fehler|discount|coupon|gutschein|zip|post|bar|hs|area|country)[- ]?code/giu
const code = new RegExp(
  String.raw`${codeName}(?:\s*(?:de|for|für|para) [\p{L}]+)?\s*(?:-|${is})?\s*${digits}|(?<!\d)${digits} (?:is|ist|es|est|è|é) .{0,30}${codeName}`,
  'iu',
)

const accountName = word(
  'account|konto(?:nummer)?|iban|routing|sort code|clabe|compte|cuenta|conto|rekening(?:nummer)?|konta',
  '账号|账户|帳號|口座',
)
const account = new RegExp(
  String.raw`${accountName}(?:\s*(?:number|no\.?|nr\.?|numéro|番号|#|${is}))*\s*\d(?:[ -]?\d){5,}`,
  'iu',
)
const ibanLike = /(?<![A-Z\d])[A-Z]{2}\d{2}(?:[ -]?[A-Z\d]){11,30}/gi
/** ISO 13616 says which countries have IBANs; those that sellers bank in. */
const ibanCountries = new Set(
  'AD AE AT BE BG CH CY CZ DE DK EE EG ES FI FR GB GE GR HR HU IE IL IS IT KW LI LT LU LV MC MT NL NO PK PL PT QA RO RS SA SE SI SK SM TN TR UA'.split(
    ' ',
  ),
)
/** Of an IBAN's signs, so that a week and three words (`KW12 …`) are not one by chance. */
const fewestDigits = 8
/** Runs of digits, with the usual spaces, points or hyphens. */
const digitRun = /\d(?:[ .-]?\d){13,}/g
/** How card numbers begin, and how long they then are (ISO/IEC 7812). */
const cards: readonly (readonly [begin: RegExp, lengths: readonly number[]])[] = [
  [/^4/, [16, 19]],
  [/^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, [16]],
  [/^3[47]/, [15]],
  [/^3[068]/, [14]],
  [/^35/, [16]],
  [/^6/, [16, 17, 18, 19]],
]

/**
 * Why a note is kindly refused, or undefined. A guess that errs towards asking: what it stops is only what looks
 * like a password, a one-time code, a card or an account number; an Amazon order number or a case number passes.
 */
export function noteProblem(note: string): NoteProblem | undefined {
  return note.length > longestNote ? 'too-long' : secretIn(note)
}

/** The same for a text of any length. */
export function secretIn(text: string): Exclude<NoteProblem, 'too-long'> | undefined {
  // Digits of full width are digits.
  const plain = harmless.reduce((rest, pattern) => rest.replace(pattern, ' '), text.normalize('NFKC'))
  if (account.test(plain) || [...plain.matchAll(ibanLike)].some(([found]) => isIban(found)))
    return 'account-number'
  if ([...plain.matchAll(digitRun)].some(([found]) => isCard(found))) return 'card-number'
  if (code.test(plain.replace(otherCode, ' '))) return 'code'
  if (password.test(plain) || pin.test(plain) || generated.test(plain)) return 'password'
  return undefined
}

/** Words may follow without a break, so each length is tried. */
function isIban(found: string): boolean {
  const text = found.replace(/[ -]/g, '').toUpperCase()
  if (!ibanCountries.has(text.slice(0, 2))) return false
  for (let length = 15; length <= text.length; length += 1) {
    let rest = 0
    for (const sign of text.slice(4, length) + text.slice(0, 4)) {
      const value = Number.parseInt(sign, 36)
      rest = (rest * (value > 9 ? 100 : 10) + value) % 97
    }
    if (rest === 1 && text.slice(0, length).replace(/\D/g, '').length >= fewestDigits) return true
  }
  return false
}

/** An expiry date may follow, so only the beginning has to fit. */
function isCard(found: string): boolean {
  const text = found.replace(/\D/g, '')
  return cards.some(([begin, lengths]) =>
    lengths.some(
      (length) => begin.test(text) && text.length >= length && hasCheckDigit(text.slice(0, length)),
    ),
  )
}

/** The check digit of card numbers (Luhn, ISO/IEC 7812-1). */
function hasCheckDigit(digits: string): boolean {
  let sum = 0
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits[digits.length - 1 - place])
    const doubled = place % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}
