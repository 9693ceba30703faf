import { describe, expect, test } from 'vitest'
import { hasWords } from '../../../src/domain/text/search'

describe('what is looked for is found without its accents, width and case', () => {
  test.each([
    ['Configuración de la verificación en dos pasos', 'verificacion'],
    ['Configuracion', 'Configuración'],
    ['Vérifier l’accès des employés', 'acces employes'],
    ['Vérifier l’accès', "l'accès"],
    ['Prüfung der Zugänge', 'PRUFUNG zugange'],
    ['Straße und Maße', 'strasse masse'],
    ['STRASSE', 'straße'],
    ['La sœur', 'soeur'],
    ['il più sicuro', 'PIU'],
    ['İstanbul’daki kullanıcılar', 'istanbul kullanicilar'],
    ['KULLANICI', 'kullanıcı'],
    ['Bir ASIN’i bildirin', 'asin'],
    ['SIM kart, ID, INFORM', 'sim id inform'],
    ['İade taleplerini yanıtlayın', 'iade'],
    ['İade taleplerini yanıtlayın', 'IADE'],
    ['İade taleplerini yanıtlayın', 'İADE'],
    ['İki adımlı doğrulamanın açık olduğunu', 'dogrulama IKI'],
    ['ｱｶｳﾝﾄの確認', 'アカウント'],
    ['アカウント', 'あかうんと'],
    ['パスワード', 'ﾊﾟｽﾜｰﾄﾞ'],
    ['二段階認証の設定', '認証'],
    ['两步验证的设置', '验证'],
    ['ＡＳＩＮ　Ｂ０８', 'asin b08'],
    ['2단계 인증이 켜져 있는지 확인하기', '2단계인증'],
    ['2단계인증', '2단계 인증'],
    ['인증 앱으로 코드 받기', '코드 인증앱'],
    ['FBA 주문', 'fba주문'],
    // As macOS writes file names.
    ['입금 계좌', '입금계좌'.normalize('NFD')],
    ['입금 계좌'.normalize('NFD'), '입금계좌'],
    ['verificación', 'verificacio\u0301n'],
  ])('%j by %j', (text, wanted) => {
    expect(hasWords(text, wanted)).toBe(true)
  })

  test.each([
    ['Prüfung', 'prufungen'],
    ['か', 'が'],
    ['は', 'ぱ'],
    ['两步验证', '密码'],
    ['one word', 'one two'],
    ['one word', 'oneword'],
    ['2단계 인증', '3단계인증'],
  ])('%j not by %j', (text, wanted) => {
    expect(hasWords(text, wanted)).toBe(false)
  })
})
