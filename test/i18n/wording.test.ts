import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { languageTags } from '../../src/domain/languages'
import { wording as de } from './wording/de'
import { wording as es } from './wording/es'
import { wording as fr } from './wording/fr'
import { wording as it } from './wording/it'
import { wording as ja } from './wording/ja'
import { wording as ko } from './wording/ko'
import { wording as pt_BR } from './wording/pt_BR'
import { wording as tr } from './wording/tr'
import type { Wording } from './wording/wording'
import { wording as zh_CN } from './wording/zh_CN'

/** Folder in assets/_locales → what readers of that language stumbled over. */
const languages: Record<string, readonly Wording[]> = { de, es, fr, it, ja, ko, pt_BR, tr, zh_CN }

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

test('in Turkish, where a noun after a number stays singular, a text with its count is the same for one and for others', () => {
  const texts: Record<string, { message: string }> = JSON.parse(
    readFileSync('assets/_locales/tr/messages.json', 'utf8'),
  )
  const other = (name: string) => texts[name.replace(/_one$/, '_other')]?.message
  const counted = Object.entries(texts).filter(
    ([name, { message }]) =>
      name.endsWith('_one') && message.includes('$COUNT$') && other(name)?.includes('$COUNT$'),
  )
  expect(counted.length).toBeGreaterThan(50)
  expect(counted.filter(([name, { message }]) => message !== other(name)).map(([name]) => name)).toEqual([])
})

test.each(['fr', 'pt_BR'])('in %s, where “one” is for 0 too, a text for one names the number', (folder) => {
  const texts: Record<string, { message: string }> = JSON.parse(
    readFileSync(`assets/_locales/${folder}/messages.json`, 'utf8'),
  )
  const hasCount = (name: string) => texts[name]?.message.includes('$COUNT$')
  const without = Object.keys(texts).filter(
    (name) => name.endsWith('_one') && hasCount(name.replace(/_one$/, '_other')) && !hasCount(name),
  )
  // An interval, and a check that has steps at all, is never 0.
  expect(without.sort()).toEqual([
    'appeal_text_every_one',
    'card_steps_one',
    'own_every_months_one',
    'own_every_weeks_one',
    'own_months_step_one',
    'pace_days_one',
  ])
})

test.each(languageTags)('every text in %s is composed, so that a letter and its mark are one sign', (tag) => {
  const file = `assets/_locales/${tag.replace('-', '_')}/messages.json`
  const text = readFileSync(file, 'utf8')
  expect(text === text.normalize('NFC')).toBe(true)
})
