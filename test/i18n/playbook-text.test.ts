import { describe, expect, test } from 'vitest'
import { thresholdOf } from '../../src/domain/facts/thresholds'
import { blankIds, letterLines, openBlanks, sourceOf } from '../../src/domain/letters'
import { outcomes, playbookIds } from '../../src/domain/playbooks/playbook'
import { playbooks } from '../../src/domain/playbooks/playbooks'
import { thresholdText } from '../../src/i18n/item-text'
import {
  clockText,
  letterText,
  outcomeText,
  playbookText,
  playbookTitle,
  stepText,
} from '../../src/i18n/playbook-text'
import { english, inEnglish } from '../support/i18n'

const i18n = inEnglish()
const steps = playbookIds.flatMap((id) => playbooks[id].steps.map((step) => [id, step.id, step] as const))
const textOf = ({ title, why, how, evidence, caveat }: ReturnType<typeof stepText>, letter = '') =>
  [title, why, ...how, ...evidence, letter.replace(/\{\w+\}/g, ''), caveat].join(' ')

test.each(playbookIds)('%s has a title, how to know it, and what makes it worse', (id) => {
  const { title, when, avoid } = playbookText(i18n, id)
  expect(title).toBe(playbookTitle(i18n, id))
  expect(when.length).toBeGreaterThan(20)
  expect(avoid.length).toBeGreaterThanOrEqual(3)
})

describe.each(steps)('%s, %s', (playbook, id, step) => {
  const said = stepText(i18n, playbook, id)
  const letter = letterText(i18n, playbook, id)

  test('says why and how, and has a word for each answer', () => {
    expect(said.title).not.toBe(id)
    expect(said.why?.length).toBeGreaterThan(10)
    expect(said.how.length).toBeGreaterThanOrEqual(1)
    for (const { answer } of step.answers ?? []) expect(said.answer(answer)).not.toBe(answer)
    for (const { id: clock } of step.clocks ?? []) expect(clockText(i18n, clock)).not.toBe(clock)
  })

  test('has something to write where Amazon is told', () => {
    expect(letter !== undefined).toBe(step.contact === true)
  })

  test('names no figure that is not shown beside it with its source', () => {
    const figures = (step.figures ?? []).flatMap((figure) => {
      const { value } = thresholdOf(figure)
      const { meaning, disagreement = '' } = thresholdText(i18n, figure)
      return `${value} ${meaning} ${disagreement}`.match(/\d+/g) ?? []
    })
    const length = /(\d+)(?: (?:hours|days|months|years|%)|(?<=\bday \d+))/gi
    for (const [found, number] of textOf(said, letter).matchAll(length))
      expect(figures, found).toContain(number)
  })

  test('is calm, and claims nothing that Nightlatch cannot see', () => {
    expect(textOf(said, letter)).not.toMatch(/!|\b(is|are) (safe|secure|protected)\b|undefined|\{|\}/)
  })
})

test('every figure that a clock is counted with stands beside its step', () => {
  for (const [playbook, id, { clocks = [], figures = [] }] of steps)
    for (const { length } of clocks)
      if (typeof length === 'string') expect(figures, `${playbook} ${id}`).toContain(length)
})

describe('letters', () => {
  const letters = steps.flatMap(([playbook, id]) => letterText(i18n, playbook, id) ?? [])
  const blanks = letters.map((letter) => openBlanks(letterLines(letter, () => undefined)))

  test('every blank has its words, and is in a letter', () => {
    expect(blankIds.filter((id) => i18n.textOf(`letter_blank_${id}`) === undefined)).toEqual([])
    expect([...new Set(blanks.flat())].sort()).toEqual([...blankIds].sort())
  })

  test('nothing is left to fill that is not a blank of the table', () => {
    const named = letters.map((letter) => letter.match(/\{\w+\}/g)?.length)
    expect(named).toEqual(blanks.map(({ length }) => length))
    expect(letters.filter((letter) => /[[\]$]/.test(letter))).toEqual([])
  })

  test('the clock that a date is taken from is there', () => {
    const clocks = steps.flatMap(([, , { clocks = [] }]) => clocks.map(({ id }) => id))
    const named = blankIds.map(sourceOf).flatMap((from) => (typeof from === 'object' ? [from.clock] : []))
    expect(named.length).toBeGreaterThan(0)
    expect(clocks).toEqual(expect.arrayContaining(named))
  })
})

test('outcomes have their words', () => {
  for (const outcome of outcomes) expect(outcomeText(i18n, outcome)).not.toBe(outcome)
})

test('there is no text for a step, answer or clock that is not there', () => {
  const known = steps.flatMap(([playbook, id]) => `step_${playbook}_${id}_`.replaceAll('-', '_'))
  const clocks = steps.flatMap(([, , { clocks = [] }]) =>
    clocks.map(({ id }) => `clock_${id.replaceAll('-', '_')}`),
  )
  for (const name of Object.keys(english)) {
    if (name.startsWith('step_'))
      expect(
        known.some((start) => name.startsWith(start)),
        name,
      ).toBe(true)
    if (name.startsWith('clock_')) expect(clocks, name).toContain(name)
  }
})

test('a step that this version does not know is called by its id', () => {
  expect(stepText(i18n, 'hijack', 'step-of-2031').title).toBe('step-of-2031')
  expect(stepText(i18n, 'playbook-of-2031', 'x').answer('y')).toBe('y')
})
