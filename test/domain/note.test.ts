import { describe, expect, test } from 'vitest'
import { longestNote } from '../../src/domain/answer'
import { longestPart } from '../../src/domain/draft'
import { noteProblem, secretIn } from '../../src/domain/note'

describe('kindly refused as a password', () => {
  test.each([
    'password: hunter2',
    'Password is Sommer2026',
    'password hunter2',
    'password=abc',
    'pass word: hunter2',
    'Passwort: Sommer2026!',
    'Kennwort ist Garten7',
    'mot de passe : Soleil2026',
    'mdp: soleil75',
    'contraseña: Verano2026',
    'La contraseña es verano_26',
    "parola d'ordine: Estate26",
    '密码：abc123',
    '密码是abc123',
    '密码 abc123',
    '口令: 888888',
    'パスワードはabc123',
    'パスワード：natsu2026',
    '暗証番号 4711',
    'PIN 4711',
    'Xk9#mQ2$vL7!',
    'Tr0ub4dor&3',
    'the new one is aB3$efgh1J for Ana',
  ])('%s', (note) => {
    expect(noteProblem(note)).toBe('password')
  })

  test.each([
    'pw: Sommer2026',
    'pass: hunter2',
    'passwd hunter2',
    'Das Passwort lautet Garten7',
    'contrasena: Verano2026',
    'senha: Verao2026',
    'wachtwoord: Zomer2026',
    'hasło: Lato2026',
    'lösenord: sommar26',
    'şifre: yaz2026',
    'пароль: leto2026',
    '비밀번호: abc123',
    'كلمة المرور: abc123',
    'xK9#mQ2$',
  ])('%s', (note) => {
    expect(noteProblem(note)).toBe('password')
  })
})

describe('kindly refused as a one-time code', () => {
  test.each([
    'code 123456',
    'Code: 1234',
    'code is 482913',
    'OTP 482913',
    'OTP: 482913',
    '2FA 482913',
    'Le code est 482913',
    'Il codice è 482913',
    'El código es 482913',
    '验证码 482913',
    '验证码：482913',
    'コード: 482913',
  ])('%s', (note) => {
    expect(noteProblem(note)).toBe('code')
  })

  test.each([
    'your code: 482 913',
    'otp-482913',
    // The words of Amazon’s own messages.
    '482913 is your Amazon OTP',
    '482913 is your Amazon verification code.',
    'Your verification code for Amazon is 482913',
    'Ihr Einmalcode lautet 482913',
    'El código de verificación es 482913',
    'O código é 482913',
    '验证码是482913',
    '您的验证码为482913',
    '確認コードは482913',
  ])('%s', (note) => {
    expect(noteProblem(note)).toBe('code')
  })
})

describe('kindly refused as a card number', () => {
  // Numbers that payment companies publish for tests.
  test.each([
    '4111 1111 1111 1111',
    '4111111111111111',
    '4111-1111-1111-1111',
    'card 5555 5555 5555 4444 of Ana',
    '3782 822463 10005',
    '378282246310005',
    '6011111111111117',
    '3530111333300000',
    '6759649826438453',
    'Visa 4111111111111111, exp 12/28',
  ])('%s', (note) => {
    expect(noteProblem(note)).toBe('card-number')
  })

  test.each(['4111 1111 1111 1111 12/28', '4111 1111 1111 1111 12/28 123', '4111.1111.1111.1111'])(
    '%s',
    (note) => {
      expect(noteProblem(note)).toBe('card-number')
    },
  )
})

describe('kindly refused as an account number', () => {
  test.each([
    'DE89370400440532013000',
    'DE89 3704 0044 0532 0130 00',
    'de89 3704 0044 0532 0130 00',
    'GB29 NWBK 6016 1331 9268 19',
    'FR14 2004 1010 0505 0001 3M02 606',
    'NL91ABNA0417164300',
    'ES91 2100 0418 4502 0005 1332',
    'IT60 X054 2811 1010 0000 0123 456',
    'NO93 8601 1117 947',
    'BE68 5390 0754 7034',
    'paid to DE89370400440532013000 since March',
    'IBAN: DE89370400440532013000',
    'account 12345678',
    'Account number: 0123456789',
    'account no. 12-345-678',
    'Konto 1234567890',
    'Kontonummer: 1234567890',
    'routing 021000021',
    'sort code 20-00-00 55779911',
    'CLABE 032180000118359719',
    '账号 6222020200112233445',
    '账户：622202020011223',
    '口座 1234567',
    '口座番号：1234567',
  ])('%s', (note) => {
    expect(noteProblem(note)).toBe('account-number')
  })

  test.each([
    'DE89-3704-0044-0532-0130-00',
    'numéro de compte 12345678901',
    'cuenta 12345678901',
    'conto 123456789012',
    'rekening 123456789',
  ])('%s', (note) => {
    expect(noteProblem(note)).toBe('account-number')
  })
})

describe('an ordinary note passes', () => {
  test.each([
    '',
    'Order 123-1234567-1234567',
    'Case 10293847561',
    'Case ID 10293847561 opened',
    'ASIN B08N5WRWNW',
    'B08N5WRWNW and B07XJ8C8F5 checked',
    'password changed on 3 March',
    'Password changed on 3 March.',
    'Password changed 2026-03-03',
    'password in the manager',
    'password manager set up',
    'Passwort am 3. März geändert',
    'Passwort geändert am 03.03.2026',
    'mot de passe changé le 3 mars',
    'contraseña cambiada el 3 de marzo',
    '密码三月更改，见密码管理器',
    '2SV checked with Ana',
    '2SV on for all 4 people',
    '2FA ok, 3 devices',
    'https://sellercentral.amazon.com/performance/dashboard?ref=xx_12345678',
    'ask ana@example.com',
    'the code changes every 30 seconds',
    'Backup codes are in the safe',
    'account ends in 123',
    'Deposit account ends in 123, seen 3 March',
    'Konto endet auf 123',
    'card ends in 4444',
    'Hinweis: Ana hat am 3. März alle Benutzer geprüft.',
    'Rechnung Nr. 4711 vom 03.03.2026',
    '3 March 2026, 10:00',
    '2026-03-03 10:00',
    '03/03/2026 09:30 - 10:15',
    '2026-11-23 2026-11-24',
    '+49 30 1234567',
    '+1 (206) 555-0100',
    'FBA shipment FBA15DJ8K9Q2U000001',
    'tracking 1Z999AA10123456784',
    'EAN 4006381333931',
    'Ana checked 12 users, removed 2.',
    '3月3日和安娜一起检查了两步验证',
    '已检查用户权限，一切正常。',
    '店铺A的收款账户已核对，尾号123',
    'サポートに連絡済み ケースID 10293847561',
    'Vérifié avec Ana le 3 mars',
    'Ticket #20260303-17',
    'VAT DE123456789',
    'Mo-Fr 9:00-17:00',
    'first line\nsecond line',
  ])('%s', (note) => {
    expect(noteProblem(note)).toBeUndefined()
  })

  test.each([
    // One order number in ten has the check digit of a card.
    'Order 112-1234571-7654321',
    'EAN 4006381333924',
    'Password, changed 3 March',
    'Ana knows the password.',
    'changed the password (with Ana)',
    'password: see the manager',
    'Passwort-Manager eingerichtet',
    '密码已于3月3日更改',
    'パスワードを3月に変更',
    // `pin` in the middle of a word.
    'checked shipping, all fine',
    'shipping: ok',
    'in my opinion: keep it',
    '2SV 2026-03-03 checked',
    'error code 8541 on upload',
    'postcode 10115',
    'Account checked 2026-03-03',
    'account health 2026-11-23 ok',
    'Konto geprüft 2026-03-03',
    'Account case 10293847561',
    'our accountant, +49 30 123456',
    'KW12 alle Benutzer gesehen',
    'FY26 review done with the team',
    'EORI DE1234567890123',
    'Rechnung-Nr.4711',
    'Ana:2026-03-03',
    'Ordner/2026/Benutzer.xlsx',
  ])('%s', (note) => {
    expect(noteProblem(note)).toBeUndefined()
  })
})

describe('length', () => {
  test.each([
    [longestNote, undefined],
    [longestNote + 1, 'too-long'],
  ])('%d characters: %s', (length, problem) => {
    expect(noteProblem('a'.repeat(length))).toBe(problem)
  })

  test.each(['password ', 'a1A-', '1 ', 'pin', 'AB12 A A ', 'Aa1', 'account ', '\u{1F600}'])(
    'a full note of %j is answered at once',
    (part) => {
      const before = performance.now()
      noteProblem(part.repeat(longestNote).slice(0, longestNote))
      expect(performance.now() - before).toBeLessThan(200)
    },
  )

  test.each(['x@', 'x@x.', 'x'])('so is a full part of an appeal of %j', (part) => {
    const before = performance.now()
    secretIn(part.repeat(longestPart).slice(0, longestPart))
    expect(performance.now() - before).toBeLessThan(200)
  })
})
