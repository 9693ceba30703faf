import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'vite'
import { describe, expect, test } from 'vitest'
import { isNode, type Node, nodesIn } from './support/syntax'

// A calendar day that passes through a moment comes out as another day in some zone. So days are text, moments are
// numbers, and `Date` does no more than carry one of them to `Intl`: as a moment, or as a day of Greenwich.

/** What reads the zone that the computer happens to be in, or cuts a moment down to a day of Greenwich. */
const zoned =
  /^(?:[gs]et(?:FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds|Year|TimezoneOffset)|to(?:Locale)?(?:Date|Time)String|toISOString|toJSON)$/
/** The one place where a moment becomes a day without the seller's zone. */
const inGreenwich = 'domain/time/day.ts'

const nameOf = (value: unknown) => (isNode(value) ? String(value['name'] ?? value['value'] ?? '') : '')

/** A text that says its zone, or no text: what is computed is a moment. */
function saysItsZone(value: unknown): boolean {
  if (!isNode(value)) return true
  if (value.type === 'TemplateLiteral') {
    const last = (value['quasis'] as Node[]).at(-1)?.['value'] as { cooked: string }
    return last.cooked.endsWith('Z')
  }
  if (value.type === 'BinaryExpression') return saysItsZone(value['right'])
  return value.type !== 'Literal' || typeof value['value'] !== 'string' || value['value'].endsWith('Z')
}

function daysLostIn(code: string, file: string): string[] {
  const { program, errors } = parseSync(file, code)
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`)
  return nodesIn(program).flatMap((node) => {
    const shown = code.slice(Number(node['start']), Number(node['start']) + 60)
    const args = (node['arguments'] ?? []) as Node[]
    const callee = node['callee']
    const called = isNode(callee) && callee.type === 'MemberExpression' ? nameOf(callee['property']) : ''
    const isMade = node.type === 'NewExpression' && nameOf(callee) === 'Date'
    if (isMade && (args.length > 1 || !saysItsZone(args[0]))) return [shown]
    if (node.type !== 'CallExpression') return []
    if (called === 'parse' && isNode(callee) && nameOf(callee['object']) === 'Date' && !saysItsZone(args[0]))
      return [shown]
    return zoned.test(called) && file !== inGreenwich ? [shown] : []
  })
}

const scripts = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.tsx?$/.test(path))

test('no day passes through a moment, and no code reads the computer’s own zone', () => {
  expect(scripts).toContain(inGreenwich)
  const lost = scripts.flatMap((file) =>
    daysLostIn(readFileSync(join('src', file), 'utf8'), file).map((shown) => `${file}: ${shown}`),
  )
  expect(lost).toEqual([])
})

describe('this test sees', () => {
  test.each([
    `new Date(\`\${day}T00:00:00\`)`,
    "new Date('2026-03-04T00:00')",
    "new Date(day + 'T00:00')",
    'new Date(2026, 2, 4)',
    'new Date(at).toISOString().slice(0, 10)',
    'new Date(at).getDate()',
    'date.toLocaleDateString()',
    'date.setHours(0, 0, 0, 0)',
    `Date.parse(\`\${day}T00:00\`)`,
  ])('%s', (code) => {
    expect(daysLostIn(code, 'dashboard/x.ts')).toHaveLength(1)
  })

  test.each([
    `new Date(\`\${day}T00:00Z\`)`,
    'new Date(instant)',
    'new Date(Date.UTC(2026, 2, 4)).getUTCDay()',
  ])('nothing in %s', (code) => {
    expect(daysLostIn(code, 'dashboard/x.ts')).toEqual([])
  })
})
