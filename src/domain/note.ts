import { longestNote } from './answer'

/** What a note may not hold, because it would be worth stealing. */
export type NoteProblem = 'too-long' | 'password' | 'code' | 'card-number' | 'account-number'

/** Words that introduce a secret, in the languages that sellers write in; the secret stands behind them. */
const passwordWord =
  /(?:pass ?word|passwort|kennwort|contraseña|mot de passe|mdp|parola d'ordine|passcode|pwd|pin|密码|口令|パスワード|暗証番号)\s*(?:is|ist|es|est|è|=|:|：|は|是)?\s*\S*[\d\p{S}!-/:-@]/iu
const codeWord =
  /(?:code|otp|2sv|2fa|totp|codice|código|验证码|コード)\s*(?:is|ist|es|est|è|=|:|：)?\s*\d{4,8}(?!\d)/iu
/** 13 to 19 digits, as cards have, with the usual spaces or hyphens. */
const longNumber = /\d(?:[ -]?\d){12,18}(?![ -]?\d)/g
/** ISO 13616: country, two check digits, eleven or more letters and digits. */
const iban = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}\b/i
const accountWord = /(?:account|konto|iban|routing|sort code|clabe|账号|账户|口座)\D{0,12}\d(?:[ -]?\d){5,}/iu
/** One word that mixes cases, digits and signs, as generators make them. */
const generated = /(?=\S*[a-z])(?=\S*[A-Z])(?=\S*\d)(?=\S*[!-/:-@[-`{-~])[!-~]{10,}/

/**
 * Why a note is kindly refused, or undefined. A guess that errs towards asking: what it stops is only what looks
 * like a password, a one-time code, a card or an account number; an Amazon order number or a case number passes.
 */
export function noteProblem(note: string): NoteProblem | undefined {
  if (note.length > longestNote) return 'too-long'
  if (iban.test(note) || accountWord.test(note)) return 'account-number'
  for (const [number] of note.matchAll(longNumber)) {
    if (isCardNumber(number.replace(/\D/g, ''))) return 'card-number'
  }
  if (codeWord.test(note)) return 'code'
  const withoutAddresses = note.replace(/https?:\/\/\S+|\S+@\S+/g, '')
  if (passwordWord.test(withoutAddresses) || generated.test(withoutAddresses)) return 'password'
  return undefined
}

/** The check digit of card numbers (Luhn, ISO/IEC 7812-1). */
function isCardNumber(digits: string): boolean {
  let sum = 0
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits[digits.length - 1 - place])
    const doubled = place % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}
