import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'vite'
import { expect, test } from 'vitest'
import { isNode, nodesIn } from './support/syntax'

/** Shorter ones are idioms. Without spaces. */
const shortest = 200

/** All that could be written once: the body of a function and, but for tests, which act alike, any three statements in a row. */
function pieces(file: string): Set<string> {
  const code = readFileSync(file, 'utf8')
  const textOf = (from: unknown, to: unknown) =>
    isNode(from) && isNode(to) ? code.slice(Number(from['start']), Number(to['end'])).replace(/\s+/g, '') : ''
  const found = new Set<string>()
  for (const node of nodesIn(parseSync(file, code).program)) {
    const { body } = node
    if (/Function/.test(node.type) && isNode(body)) found.add(textOf(body, body))
    if (!Array.isArray(body) || file.endsWith('.test.ts')) continue
    const statements = body.filter((one) => isNode(one) && one.type !== 'ImportDeclaration')
    statements.slice(2).forEach((last, at) => {
      found.add(textOf(statements[at], last))
    })
  }
  return found
}

function repeated(files: readonly string[]): string[] {
  const places = new Map<string, string[]>()
  for (const file of files)
    for (const piece of pieces(file))
      if (piece.length >= shortest) places.set(piece, [...(places.get(piece) ?? []), file])
  return [...places].flatMap(([piece, where]) =>
    where.length > 1 ? [`${where.join(' and ')}: ${piece.slice(0, 80)}`] : [],
  )
}

test('nothing of some length is written in two files', () => {
  const files = ['src', 'test', 'tools'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => join(folder, file)),
  )
  expect(repeated(files)).toEqual([])
})

test('the search finds a file that is there twice', () => {
  const file = 'test/support/syntax.ts'
  expect(repeated([file, file])).not.toEqual([])
})
