import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Language, languageTags } from '../../src/domain/languages'

/**
 * What nobody here can know: that Amazon, a thief or a fake behaves in one way and no other, or that something is not
 * true since it is not found. "As always", "not always", "again and again" and what the seller is asked to do are no
 * such claims.
 */
const claims: Record<Language, RegExp> = {
  en: /(?<!\bas |\bnot |n[’']t )\balways\b|\bcertainly\b|\bguaranteed\b|\bnot true\b|\bends accounts\b|\bwithout fail\b|\bthe best proof\b/i,
  de: /(?<!\b(?:wie|nicht|auch|noch) )\bimmer\b(?! (?:wieder|noch))|\bgarantiert\b|\bstets\b|nicht wahr\b|stimmt sie nicht\b|beendet Konten/i,
  es: /(?<!\b(?:como|no|casi) )\bsiempre\b|\bgarantizad|no es cierto\b|acaba con una cuenta/i,
  fr: /(?<!(?:comme|pas) )\btoujours\b|\bà coup sûr\b|pas vraie?\b|met fin à des comptes/i,
  it: /(?<!\b(?:come|non|quasi) )\bsempre\b|\bgarantit|non è vero\b|fa chiudere gli account/i,
  ja: /必ず(?![^。]*(?:ください|ます。?$))|必ず[^。]*あります|絶対|本当ではありません/,
  ko: /항상|언제나|절대|반드시|틀림없이|확실히|보장합니다|보장됩니다|사실이 아닙니다|계정을 없앱니다/,
  tr: /(?<!\p{L})(?:her zaman|daima|kesinlikle|mutlaka|garanti ed\p{L}*|garantili|gerçek değil|doğru değil)(?!\p{L})/iu,
  'pt-BR': /(?<!(?:como|nem|não|quase) )\bsempre\b|\bgarantid|não é verdade|acaba com uma conta/i,
  'zh-CN': /总是|总能|总会|必然|肯定|永远|不是真的|毁掉账户/,
}

test.each(languageTags)('nothing is claimed of Amazon or the account that nobody can know, in %s', (tag) => {
  const file = new URL(`../../assets/_locales/${tag.replace('-', '_')}/messages.json`, import.meta.url)
  const texts = Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, { message: string }>)
  const told = texts.filter(([name]) =>
    /^(?:item|step|playbooks?|incident|threshold|clock|appeal_question)_/.test(name),
  )
  expect(told.length).toBeGreaterThan(900)
  const claimed = told.filter(([, { message }]) => claims[tag].test(message))
  expect(claimed.map(([name, { message }]) => `${name}: ${message}`)).toEqual([])
})
