import { readFileSync, writeFileSync } from 'node:fs'
import { type Source, type SourceId, sources } from '../src/domain/facts/sources'
import { type Threshold, type ThresholdId, thresholdOf, thresholds } from '../src/domain/facts/thresholds'
import { items } from '../src/domain/items'
import { playbookIds } from '../src/domain/playbooks/playbook'
import { playbooks } from '../src/domain/playbooks/playbooks'
import { stepSources } from '../src/domain/playbooks/step-sources'
import { snake } from '../src/i18n/item-text'

const page = 'docs/facts.md'

/** `npm run facts` rewrites docs/facts.md; test/facts.test.ts checks that it matches the tables. */
export async function run(): Promise<void> {
  writeFileSync(page, factsPage())
  console.log(`Wrote ${page}.`)
}

const messages = JSON.parse(readFileSync('assets/_locales/en/messages.json', 'utf8')) as Readonly<
  Record<string, { message: string }>
>
const text = (name: string): string | undefined => messages[name]?.message

/** Everything said about a figure in English: its value, what it means and what other sources say. */
export function claimOf(id: ThresholdId): string {
  const start = `threshold_${snake(id)}`
  const figure = text(`${start}_figure`) ?? thresholdOf(id).value
  const told = [text(`${start}_meaning`), text(`${start}_disagreement`)].filter((one) => one !== undefined)
  return `${text(`${start}_name`)}: ${figure}. ${told.join(' ')}`
}

/** Figures seen over 12 months before this day, or undated. Spans count by their end, years by day one. */
export function toLookAtAgain(today: string): readonly Threshold[] {
  const yearAgo = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`
  return thresholds.filter(({ seen }) => {
    const last = seen.split('/').at(-1) ?? ''
    return seen === 'undated' || `${last}-01-01`.slice(0, 10) < yearAgo
  })
}

export function factsPage(): string {
  return `# Facts

What Nightlatch says about Amazon, who says so, when that was seen and how sure it is. Generated from the tables in
\`src/domain/facts\`, \`src/domain/items.ts\` and \`src/domain/playbooks/step-sources.ts\` by \`npm run facts\`; do not edit this
page by hand. Figures change without notice: \`npm test\` lists those that were seen more than 12 months ago, or on a page
without a date.

## Figures

| claim | region | source | seen on | certainty |
|---|---|---|---|---|
${thresholds
  .map(({ id, region, sources: ids, seen, certainty }) =>
    row(claimOf(id), region, ids.map(linked).join('; '), seen, certainty),
  )
  .join('\n')}

## What each check rests on

| check | source | seen on |
|---|---|---|
${items
  .flatMap(({ id, sources: ids }) =>
    ids.map((source) => row(text(`item_${snake(id)}_title`) ?? id, linked(source), seenOf(source))),
  )
  .join('\n')}

## What each step of a guide rests on

Beside the figures it names. A step that is not here asks for nothing of Amazon's.

| guide | step | source | seen on |
|---|---|---|---|
${playbookIds
  .flatMap((playbook) =>
    playbooks[playbook].steps.flatMap(({ id }) =>
      (stepSources[playbook][id] ?? []).map((source) =>
        row(
          text(`playbook_${snake(playbook)}`) ?? playbook,
          text(`step_${snake(playbook)}_${snake(id)}_title`) ?? id,
          linked(source),
          seenOf(source),
        ),
      ),
    ),
  )
  .join('\n')}
`
}

const row = (...cells: readonly string[]) =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`

function linked(id: SourceId): string {
  const { title, url }: Source = sources[id]
  return url === undefined ? title : `[${title}](${url})`
}

function seenOf(id: SourceId): string {
  const { seen }: Source = sources[id]
  return seen ?? 'before November 2026'
}
