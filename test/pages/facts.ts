import { readFileSync } from 'node:fs'
import type { PageId } from '../../src/domain/page'

const lines = <Row>(file: string): Row[] =>
  readFileSync(new URL(`../fixtures/pages/${file}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row)

/** An address with the page it belongs to, or `none`; names, numbers and tokens are taken out. */
type Labelled = {
  readonly url: string
  readonly label: PageId | 'none'
  readonly confidence: 'high' | 'medium' | 'low'
}

/** Where each file is from: README.md beside them. */
export const addressFiles = {
  'addresses of 2012 to 2026': lines<Labelled>('addresses.jsonl'),
  'addresses of 2026': lines<Labelled>('addresses-2026.jsonl'),
  'addresses found by search': lines<Labelled>('addresses-found.jsonl'),
}

export const addresses = Object.values(addressFiles).flat()

/** A host, and whether it imitates (`phish`), is a store front (`official`) or is harmless (`benign`). Names only: nobody visits them. */
type Host = { readonly host: string; readonly kind: 'phish' | 'official' | 'benign'; readonly group?: string }

export const hostFiles = {
  'hosts up to 2025': lines<Host>('lookalikes.jsonl'),
  'hosts of 2026': lines<Host>('lookalikes-2026.jsonl'),
  'hosts found': lines<Host>('lookalikes-found.jsonl'),
}
