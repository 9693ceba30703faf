import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { wording as de } from './wording/de'
import { wording as es } from './wording/es'
import { wording as fr } from './wording/fr'
import { wording as it } from './wording/it'
import { wording as ja } from './wording/ja'
import type { Wording } from './wording/wording'
import { wording as zh_CN } from './wording/zh_CN'

/** Folder in assets/_locales → what readers of that language stumbled over. */
const languages: Record<string, readonly Wording[]> = { de, es, fr, it, ja, zh_CN }

describe.each(Object.entries(languages))('a word that was wrong stays away, in %s', (folder, words) => {
  const file = `assets/_locales/${folder}/messages.json`
  const texts = Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, { message: string }>)

  test.each(words)('$wrong: $instead', ({ wrong, except = [], of = /^/ }) => {
    const about = texts.filter(([name]) => of.test(name))
    const found = about.filter(([name, { message }]) => wrong.test(message) && !except.includes(name))
    expect(found.map(([name, { message }]) => `${name}: ${message}`)).toEqual([])
    // An exception that is none any more would hide the next fault.
    for (const name of except) expect(about.find(([one]) => one === name)?.[1].message).toMatch(wrong)
  })
})
