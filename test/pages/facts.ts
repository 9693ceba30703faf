import { readFileSync } from 'node:fs'

const lines = <Row>(file: string): Row[] =>
  readFileSync(new URL(`../fixtures/pages/${file}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row)

/** Real addresses with the page they belong to, or `none`; names, numbers and tokens are taken out. */
export const addresses = lines<{ url: string; label: string; confidence: 'high' | 'medium' | 'low' }>(
  'addresses.jsonl',
)

/** Hosts as others reported them. Names only: nobody visits them. */
export const lookalikes = lines<{ host: string; kind: string; note?: string }>('lookalikes.jsonl')
