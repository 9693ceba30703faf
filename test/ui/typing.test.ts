import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'vite'
import { expect, test } from 'vitest'
import { isNode, type Node, nodesIn } from '../support/syntax'

const src = join(import.meta.dirname, '../../src')
const views = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tsx'))

/** Nothing is typed in these, or the browser writes it. */
const untyped = ['checkbox', 'radio', 'date', 'file']

type Field = { where: string; type: string | undefined; isUnshared: boolean; own: readonly string[] }

function fieldsIn(name: string): Field[] {
  const code = readFileSync(join(src, name), 'utf8')
  return nodesIn(parseSync(name, code).program).flatMap((node) => {
    const tag = node.type === 'JSXOpeningElement' && isNode(node['name']) ? node['name']['name'] : undefined
    if (tag !== 'input' && tag !== 'textarea') return []
    const attributes = node['attributes'] as Node[]
    const nameOf = (one: Node) => (isNode(one['name']) ? String(one['name']['name']) : '')
    const type = attributes.find((one) => nameOf(one) === 'type')?.['value']
    const spreads = attributes
      .filter((one) => one.type === 'JSXSpreadAttribute')
      .map((one) => one['argument'])
    return [
      {
        where: `${name}:${code.slice(0, Number(node['start'])).split('\n').length}`,
        type: isNode(type) ? String(type['value']) : undefined,
        isUnshared: spreads.some((one) => isNode(one) && one['name'] === 'unshared'),
        own: attributes
          .map(nameOf)
          .filter((one) => /^(?:autocomplete|spellcheck|writingsuggestions)$/i.test(one)),
      },
    ]
  })
}

const fields = views.flatMap(fieldsIn)
const typed = fields.filter(({ type }) => type === undefined || !untyped.includes(type))

test('what is typed in is made at one place, but for an address and searches', () => {
  const places = new Map<string, number>()
  for (const { where } of typed) {
    const [file = ''] = where.split(':')
    places.set(file, (places.get(file) ?? 0) + 1)
  }
  expect(Object.fromEntries(places)).toEqual({
    'ui/forms/field.tsx': 4,
    'panel/round-note.tsx': 1,
    'popup/address-check.tsx': 1,
    'ui/message-check.tsx': 1,
    'ui/store-menu.tsx': 1,
  })
  expect(fields.length).toBeGreaterThan(typed.length)
})

test('nothing that is typed in one goes to the browser’s spelling or completion service', () => {
  expect(typed.filter(({ isUnshared }) => !isUnshared).map(({ where }) => where)).toEqual([])
  // At one place for all of them.
  expect(fields.filter(({ own }) => own.length > 0).map(({ where }) => where)).toEqual([])
})
