// @vitest-environment jsdom
import { fireEvent } from '@testing-library/dom'
import { expect, test } from 'vitest'
import { longestName, longestReason } from '../../../src/domain/answer'
import { inEnglish } from '../../support/i18n'
import { open } from '../../support/views'

const { translate: text, number } = inEnglish('UTC')

test.each([
  ['reason', longestReason],
  ['elsewhere', longestName],
])('a %s that is too long stays whole, and it is said how much fits', async (name, longest) => {
  const { screen, statusOf } = await open('dashboard', { at: '#/checklist' })
  await screen.findByText(text('sort_label'))
  const field = document.getElementById(`two-step-on-${name}`) as HTMLInputElement
  const long = 'x'.repeat(longest + 1)
  expect(field.maxLength).toBe(-1)
  fireEvent.input(field, { target: { value: long } })
  fireEvent.submit(field)
  await screen.findByText(text('run_too_long', { count: number(longest) }))
  expect(field.value).toBe(long)
  expect((await statusOf('two-step-on'))?.kind).toBe('never-checked')
})
