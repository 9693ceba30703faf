import { readdirSync } from 'node:fs'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { languageTags } from '../../src/domain/languages'
import { messagesOf, type Screen, screensIn } from '../../tools/screens'
import { run, sheet } from '../../tools/texts'

const keysOf = (screens: readonly Screen[]) => screens.flatMap(({ texts }) => texts.map(({ key }) => key))
const english = screensIn('en')

describe.each(languageTags)('the sheet in %s', (tag) => {
  const screens = screensIn(tag)

  test('has every text once, the store’s included', () => {
    const folder = `store/${tag.replace('-', '_')}`
    const listing = readdirSync(folder).map((file) => `${folder}/${file}`)
    expect(keysOf(screens).sort()).toEqual([...Object.keys(messagesOf(tag)), ...listing].sort())
  })

  test('shows each text under its screen', () => {
    const lines = sheet(screens).split('\n')
    for (const { title, texts } of screens) {
      const at = lines.indexOf(`## ${title}`)
      expect(at, title).toBeGreaterThanOrEqual(0)
      for (const { key, text } of texts)
        expect(
          lines
            .slice(at)
            .some((line) => line.startsWith(key) && line.endsWith(text.split('\n').at(-1) ?? '')),
          key,
        )
    }
  })
})

const keysOn = (title: string) => keysOf(english.filter((screen) => screen.title === title))

test.each([
  ['Check: two-step-on', ['item_two_step_on_title', 'item_two_step_on_why', 'item_two_step_on_how_1']],
  ['Guide: hijack', ['playbook_hijack', 'step_hijack_clean_seat_title', 'step_hijack_mailbox_title']],
  ['Figure: odr-max', ['threshold_odr_max_name', 'threshold_odr_max_figure', 'threshold_odr_max_meaning']],
  ['Dashboard: welcome', ['welcome_title', 'welcome_reads', 'welcome_go', 'welcome_card_title']],
  ['Register: people', ['register_people_title', 'register_people_explain', 'register_people_empty']],
  ['Card', ['answer_checked', 'answer_remind', 'answer_dismiss', 'answer_close']],
])('%s is in reading order', (title, names) => {
  expect(keysOn(title).filter((key) => names.includes(key))).toEqual(names)
})

test('no two screens have one title', () => {
  const titles = english.map(({ title }) => title)
  expect(titles).toEqual([...new Set(titles)])
})

describe('npm run texts', () => {
  const printed: string[] = []
  beforeEach(() => {
    printed.length = 0
    process.exitCode = undefined
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0)
    vi.spyOn(console, 'error').mockImplementation((text) => void printed.push(String(text)))
    return () => {
      vi.restoreAllMocks()
      process.exitCode = undefined
    }
  })

  test.each([
    [[], 'en'],
    [['de'], 'de'],
  ] as const)('with %j prints %s', async (args, language) => {
    await run([...args])
    expect(printed.join('')).toBe(sheet(screensIn(language)))
  })

  test('a language that is not there is refused, with those that are', async () => {
    await run(['xx'])
    expect(process.exitCode).toBe(2)
    expect(printed.join('')).toContain('zh-CN')
  })
})
