import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'vite'
import { expect, test } from 'vitest'
import { sources } from '../src/domain/facts/sources'
import { thresholds } from '../src/domain/facts/thresholds'
import { incidentIds } from '../src/domain/incidents'
import { itemIds } from '../src/domain/items'
import { pageIds } from '../src/domain/page'
import { playbookIds } from '../src/domain/playbooks/playbook'
import { registerIds } from '../src/domain/registers/register'
import { nodesIn } from './support/syntax'

// What one row of a table is alone in is said in the row, not where it matters: whoever adds a row like it finds it there.

const ids = new Set<string>([
  ...itemIds,
  ...incidentIds,
  ...playbookIds,
  ...registerIds,
  ...pageIds,
  ...thresholds.map(({ id }) => id),
  ...Object.keys(sources),
])

/** The tables themselves, and what says something of each row of another. */
const tables = [
  'domain/areas.ts',
  'domain/items.ts',
  'domain/own-check-templates.ts',
  'domain/incidents.ts',
  'domain/page.ts',
  'domain/facts/lengths.ts',
  'domain/facts/thresholds.ts',
  'domain/facts/lengths.ts',
  'domain/facts/sources.ts',
  'domain/playbooks/playbook.ts',
  'domain/playbooks/playbooks.ts',
  'domain/playbooks/step-sources.ts',
  'domain/registers/register.ts',
  'pages/page-paths.ts',
  'ui/area-icon.tsx',
]

/** Words that stand for something else as well, each with what. */
const otherWords = {
  claim: 'a request of the content script',
  apps: 'an answer to a question about the store',
  papers: 'a question about a draft',
  help: 'a part of the dashboard, and a class',
} as const

const allowed = {
  'content/content.iife.ts: account-switcher': 'this script carries no table but the addresses of pages',
  'popup/address-check.tsx: home': 'the page of Amazon’s to go to instead of a doubtful one',
  'popup/address-check.tsx: typed-on-doubtful-page': 'what can be reported about a doubtful page',
  'dashboard/navigation/router.ts: home': 'the first page of the dashboard',
  'dashboard/sections.tsx: home': 'the first page of the dashboard',
  'ui/message-check.tsx: performance-notifications': 'the page of Amazon’s to look at instead of a message',
  'panel/round-page.tsx: team-phishing-briefing': 'the check in which one practises on messages',
  'ui/item-row.tsx: team-phishing-briefing': 'the check in which one practises on messages',
  'ui/message-check.tsx: phishing': 'the guide about false messages',
  'ui/message-check.tsx: typed-on-doubtful-page': 'what can be reported about a false message',
  'dashboard/welcome/welcome-page.tsx: two-step-on': 'the example on the card to practise with',
} as const

function idsIn(file: string): string[] {
  const { program } = parseSync(file, readFileSync(join('src', file), 'utf8'))
  const imported = new Set(nodesIn(program).map((node) => node['source']))
  return nodesIn(program).flatMap((node) => {
    const { value } = node.type === 'TemplateElement' ? { value: textOf(node['value']) } : node
    if (imported.has(node) || typeof value !== 'string') return []
    return value.split(/[/#]/).filter((word) => ids.has(word) && !(word in otherWords))
  })
}

function textOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'cooked' in value ? value.cooked : undefined
}

test('no row of a table is named by its id where there is logic', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.tsx?$/.test(path) && !tables.includes(path))
  const found = files.flatMap((file) => idsIn(file).map((id) => `${file}: ${id}`))
  expect([...new Set(found)].sort()).toEqual(Object.keys(allowed).sort())
})

test('every word that is left out is one', () => {
  expect(Object.keys(otherWords).filter((word) => !ids.has(word))).toEqual([])
})
