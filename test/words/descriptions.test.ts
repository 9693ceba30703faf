import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { playbookIds } from '../../src/domain/playbooks/playbook'
import { playbooks } from '../../src/domain/playbooks/playbooks'
import { snake } from '../../src/i18n/item-text'
import { longestInStores, widestOf } from '../support/widths'

type Entry = { message: string; description?: string; placeholders?: Record<string, unknown> }
const english = JSON.parse(readFileSync('assets/_locales/en/messages.json', 'utf8')) as Record<string, Entry>
const entries = Object.entries(english)

test('every text is described for translators, in more words than its name has', () => {
  const bare = entries.filter(([name, { description = '' }]) => description.trim().length <= name.length)
  expect(bare.map(([name]) => name)).toEqual([])
})

test('a description says what each placeholder stands for', () => {
  const unsaid = entries.flatMap(([name, { description = '', placeholders = {} }]) =>
    Object.keys(placeholders)
      .filter((one) => !description.includes(`$${one.toUpperCase()}$`))
      .map((one) => `${name}: ${one}`),
  )
  expect(unsaid).toEqual([])
})

test('a description says how long the text may be where its place is small', () => {
  const limits = entries.flatMap(([name, { description = '' }]) => {
    const most = Object.entries(longestInStores).find(([one]) => one === name)?.[1] ?? widestOf(name)
    return most === undefined ? [] : [{ name, most, description }]
  })
  expect(limits.length).toBeGreaterThan(100)
  const unsaid = limits.filter(({ most, description }) => !description.includes(`At most ${most} characters`))
  expect(unsaid.map(({ name }) => name)).toEqual([])
})

test('a description names the guide and the step that its text belongs to by their titles', () => {
  const wrong = playbookIds.flatMap((id) =>
    playbooks[id].steps.flatMap((step) => {
      const start = `step_${snake(id)}_${snake(step.id)}_`
      const guide = `Guide “${english[`playbook_${snake(id)}`]?.message}”`
      const place = `${guide}, step “${english[`${start}title`]?.message}”: `
      return entries
        .filter(([name]) => name.startsWith(start))
        .filter(
          ([name, { description }]) =>
            !description?.startsWith(name === `${start}title` ? `${guide}: ` : place),
        )
        .map(([name]) => name)
    }),
  )
  expect(wrong).toEqual([])
})
