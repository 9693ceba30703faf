import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { currentStep, pathOf, playbookIds } from '../../../src/domain/playbooks/playbook'
import { playbookOf, playbooks } from '../../../src/domain/playbooks/playbooks'

const all = playbookIds.map((id) => [id, playbooks[id]] as const)

describe.each(all)('%s', (_, playbook) => {
  const { steps } = playbook
  const ids = steps.map(({ id }) => id)

  test('its steps, answers and clocks have names of their own, and lead to steps that are there', () => {
    expect(new Set(ids).size).toBe(ids.length)
    const clocks = steps.flatMap(({ clocks = [] }) => clocks.map(({ id }) => id))
    expect(new Set(clocks).size).toBe(clocks.length)
    for (const { next, answers = [] } of steps) {
      expect(new Set(answers.map(({ answer }) => answer)).size).toBe(answers.length)
      for (const to of [next, ...answers.map((branch) => branch.to)])
        if (typeof to === 'string') expect(ids).toContain(to)
    }
  })

  test('every step is on some way, and every way comes to an end and tells Amazon when it must', () => {
    const seen = new Set<string>()
    const walk = (answers: Record<string, string>): void => {
      const path = pathOf(playbook, answers)
      for (const { id } of path.steps) seen.add(id)
      const last = path.steps.at(-1)
      if (path.parted) {
        for (const { answer } of last?.answers ?? []) walk({ ...answers, [last?.id ?? '']: answer })
        return
      }
      expect(new Set(path.steps).size).toBe(path.steps.length)
    }
    walk({})
    expect([...seen].sort()).toEqual([...ids].sort())
    expect(steps.some(({ contact }) => contact)).toBe(true)
  })

  test('whatever is answered, done and undone, there is one next step or none', () => {
    const answers = steps.flatMap((step) => step.answers?.map(({ answer }) => answer) ?? ['x'])
    const done = fc.dictionary(
      fc.constantFrom(...ids),
      fc.record({ at: fc.integer(), answer: fc.constantFrom(...answers, 'gone') }),
    )
    fc.assert(
      fc.property(done, (was) => {
        const next = currentStep(playbook, was)
        const given = Object.fromEntries(Object.entries(was).map(([id, { answer }]) => [id, answer]))
        const path = pathOf(playbook, given)
        if (next) expect(path.steps).toContain(next)
        else expect(path.steps.every(({ id }) => was[id] !== undefined)).toBe(true)
      }),
      { numRuns: 200, seed: 20260304 },
    )
  })
})

test('somebody got in: the mailbox first, the payout before the rest, Amazon within the hour', () => {
  const { steps } = pathOf(playbooks.hijack, { 'can-sign-in': 'yes', payout: 'yes' })
  expect(steps.map(({ id }) => id)).toEqual([
    'clean-seat',
    'mailbox',
    'phone-number',
    'can-sign-in',
    'payout',
    'stop-payout',
    'sign-out',
    'two-step-methods',
    'users',
    'apps',
    'deposit',
    'notifications',
    'report',
    'tell-others',
    'same-day',
    'watch',
  ])
  const begins = steps.flatMap(({ minutes }) => (minutes ? [minutes[0]] : []))
  expect(begins).toEqual([...begins].sort((a, b) => a - b))
})

test('a run that was begun before a step was there is asked for it', () => {
  const done = { 'clean-seat': { at: 0 }, mailbox: { at: 0 }, 'can-sign-in': { at: 0, answer: 'yes' } }
  expect(currentStep(playbooks.hijack, done)?.id).toBe('phone-number')
})

const pathIn = (id: keyof typeof playbooks, answers: Record<string, string>) =>
  pathOf(playbooks[id], answers).steps.map((step) => step.id)

test('a paid offer to get the account back: nothing is paid, and it is reported', () => {
  expect(pathIn('phishing', { 'what-happened': 'reinstatement' })).toEqual([
    'what-happened',
    'reinstatement',
    'check-claim',
    'report',
    'warn-team',
  ])
})

test('a listing that was changed is recorded before it is put right, and an unknown user means somebody got in', () => {
  expect(pathIn('listing-taken-over', { who: 'outside', which: 'changed' })).toEqual([
    'record',
    'who',
    'which',
    'put-right',
    'report',
    'meanwhile',
    'watch',
  ])
  expect(pathIn('listing-taken-over', { who: 'outside', which: 'copied' })).not.toContain('put-right')
  const who = playbooks['listing-taken-over'].steps.find(({ id }) => id === 'who')
  expect(who?.answers?.find(({ start }) => start === 'hijack')?.answer).toBe('unknown-user')
})

test('tax details have a date of their own, counted from the first message', () => {
  expect(pathIn('verification', { 'which-law': 'tax' })).toContain('tax')
  const { clocks } = playbooks.verification.steps.find(({ id }) => id === 'tax') ?? {}
  expect(clocks).toEqual([{ id: 'tax-details', way: 'by', length: 'dac7-days' }])
})

test('an answer that is no longer offered is asked for again', () => {
  expect(currentStep(playbooks.claim, { which: { at: 0, answer: 'of-2031' } })?.id).toBe('which')
  expect(pathOf(playbooks.claim, { which: 'of-2031' })).toMatchObject({
    steps: [{ id: 'which' }],
    parted: true,
  })
})

test('a playbook that is not there is undefined, and so is a name of every object', () => {
  for (const id of ['playbook-of-2031', 'constructor', '__proto__'])
    expect(playbookOf(id), id).toBeUndefined()
})
