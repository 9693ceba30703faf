import fc from 'fast-check'
import { items } from '../../src/domain/items'
import { organizationKeys } from '../../src/domain/organization'
import { storeFronts } from '../../src/pages/hosts'

const anything = fc.anything({ maxDepth: 3 })
const line = fc.oneof(
  fc.string(),
  fc
    .tuple(fc.constantFrom(...items.map(({ id }) => id)), fc.integer({ min: -3, max: 800 }))
    .map(([id, days]) => `${id}: ${days}`),
  fc.tuple(fc.string(), fc.string(), fc.string()).map((parts) => parts.join('|')),
  fc
    .tuple(
      fc.constantFrom('Acme', 'Café', 'مرحبا', ''),
      fc.subarray(
        storeFronts.map(({ host }) => host),
        { maxLength: 3 },
      ),
    )
    .map(([name, hosts]) => `${name} | ${hosts.join(', ')} | Office`),
  fc
    .tuple(
      fc.constantFrom('Back up', 'Rest', '{day}'),
      fc.nat(13),
      fc.constantFrom('days', 'weeks', 'months from 2026-01-31', 'payouts'),
    )
    .map(([title, every, unit]) => `${title} | every ${every} ${unit} | home | why`),
  anything,
)

/** What an administrator may have set: sound values, almost sound ones, and any others. */
export const anyPolicy = fc.dictionary(
  fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...Object.keys(organizationKeys)) }, fc.string()),
  fc.oneof(
    anything,
    fc.integer({ min: -2, max: 30 }),
    fc.webUrl(),
    fc.boolean(),
    fc.constantFrom('de', '+49 30 123'),
    fc.array(line),
  ),
)
