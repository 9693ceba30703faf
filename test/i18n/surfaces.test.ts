import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createI18n } from '../../src/i18n/i18n'
import {
  type BackgroundText,
  carried,
  type DashboardText,
  type LetterText,
  type PageText,
  type PopupText,
} from '../../src/i18n/surfaces'
import { english } from '../support/i18n'

const names = Object.keys(JSON.parse(readFileSync('assets/_locales/en/messages.json', 'utf8')))

// tsc is what fails here.
test('a text that a surface does not carry does not compile', () => {
  const popup = createI18n<PopupText>(english, { timeZone: 'UTC' })
  const dashboard = createI18n<DashboardText>(english, { timeZone: 'UTC' })
  const letters = createI18n<LetterText>(english, { timeZone: 'UTC' })
  const background = createI18n<BackgroundText>(english, { timeZone: 'UTC' })
  const both = createI18n<PageText>(english, { timeZone: 'UTC' })
  const said = [
    dashboard.translate('settings_language'),
    // @ts-expect-error the dashboard's alone
    popup.translate('settings_language'),
    // @ts-expect-error the dashboard's alone
    both.translate('settings_language'),
    popup.translate('address_title'),
    // @ts-expect-error the popup's alone
    dashboard.translate('address_title'),
    letters.plural('appeal_text_every', 2),
    // @ts-expect-error what is sent to Amazon has its own language
    dashboard.plural('appeal_text_every', 2),
    // @ts-expect-error no card says it
    background.translate('status_never_checked'),
    // @ts-expect-error what is counted is the dashboard's
    popup.plural('pace_days', 2),
    // @ts-expect-error no playbook's steps in the popup
    popup.textOf('step_any_title') ?? '',
  ]
  expect(said).toContain(english.settings_language)
})

test('every text is carried by a script, and by no script all', () => {
  const scripts = Object.values(carried)
  expect(names.filter((name) => !scripts.some((carries) => carries(name)))).toEqual([])
  for (const carries of scripts) expect(names.every(carries)).toBe(false)
})

test('popup and background carry a part of the texts, and the popup why and how of an item by themselves', () => {
  expect(names.filter((name) => !carried.popup(name)).length).toBeGreaterThan(300)
  expect(names.filter(carried.background).length).toBeLessThan(names.length / 2)
  expect(names.filter((name) => /^item_/.test(name) && carried.background(name))).toEqual([])
  const details = names.filter((name) => /^item_\w+_(?:why|how_\d+|caveat)$/.test(name))
  expect(details.length).toBeGreaterThan(100)
  expect(details.filter((name) => !carried.details(name) || carried.popup(name))).toEqual([])
})
