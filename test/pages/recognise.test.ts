import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type PageId, pageIds } from '../../src/domain/page'
import { catalogue } from '../../src/pages/catalogue'
import { amazonLogin, brandRegistry, storeFronts } from '../../src/pages/hosts'
import { shapesIn } from '../../src/pages/path'
import { recognise, recogniser } from '../../src/pages/recognise'
import { examples, strangers, wider } from './examples'
import { addresses } from './facts'

const all = Object.entries(examples).flatMap(([page, list]) =>
  list.map((address) => [address, page as PageId] as const),
)

describe('every example', () => {
  test.each(all)('%s is %s', (address, page) => {
    expect(recognise(address)?.page).toBe(page)
  })

  test.each(pageIds)('the row of %s matches its own examples alone', (page) => {
    const row = recogniser({ [page]: catalogue[page] })
    for (const [address, own] of all) {
      if (own === page) expect(row(address)?.page, address).toBe(page)
      else if (!wider[own]?.includes(page)) expect(row(address), address).toBeUndefined()
    }
  })
})

test.each(strangers)('resembles %s, and is none: %s', (_, address) => {
  expect(recognise(address)).toBeUndefined()
})

test('each store front is told by its own name', () => {
  for (const { host } of storeFronts)
    expect(recognise(`https://${host}/home`)).toEqual({ page: 'home', host })
})

test('no shape is given to two pages', () => {
  const shapes = Object.values(catalogue).flatMap((row) =>
    Object.entries(typeof row === 'string' ? { store: row } : row).flatMap(([on, paths]) =>
      shapesIn(paths).map((path) => `${on} ${path}`),
    ),
  )
  expect(new Set(shapes).size).toBe(shapes.length)
  expect(shapes.filter((shape) => shape !== shape.toLowerCase() || !/^\w+ \//.test(shape))).toEqual([])
})

describe('real addresses', () => {
  const misses = addresses.filter(({ url, label }) => (recognise(url)?.page ?? 'none') !== label)

  test('none is taken for another page', () => {
    expect(misses.filter(({ url }) => recognise(url) !== undefined)).toEqual([])
  })

  test('each of high confidence is recognised', () => {
    expect(misses.filter(({ confidence }) => confidence === 'high')).toEqual([])
  })

  test('those of lower confidence that are missed are listed', () => {
    const known = addresses.length - misses.length
    console.info(`${known} of ${addresses.length} real addresses as labelled`)
    for (const { url, label, confidence } of misses) console.info(`missed (${confidence}): ${label} ${url}`)
  })
})

describe('whatever the text', () => {
  const known = new Set<string>([
    ...[...storeFronts, ...amazonLogin].map(({ host }) => host),
    ...brandRegistry,
  ])
  const check = (address: string) => {
    const found = recognise(address)
    if (found === undefined) return
    expect(known).toContain(found.host)
    expect(pageIds).toContain(found.page)
    expect(new URL(address).hostname).toBe(found.host)
  }

  test('nothing throws, and only hosts of the table are known', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), check))
    fc.assert(fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), check))
    const path = fc.string({ unit: 'binary', maxLength: 100 })
    fc.assert(
      fc.property(fc.constantFrom(...known), path, (host, rest) => check(`https://${host}/${rest}`)),
      { numRuns: 1000 },
    )
    fc.assert(fc.property(fc.constantFrom(...known), path, (host, rest) => check(`https://${host}${rest}`)))
  })

  test.each([
    ['folders', '/gp/help'],
    ['slashes', '/'],
    ['percent signs', '%68'],
    ['unfinished percent signs', '%'],
    ['semicolons', ';'],
    ['click origins', '/ref='],
    ['hashes', '#'],
    ['user names', '@'],
    ['dots', './'],
  ])('a megabyte of %s is read in linear time', (_, part) => {
    const millis = (length: number) => {
      const address = `https://sellercentral.amazon.com/gp/${part.repeat(length / part.length)}`
      const start = performance.now()
      recognise(address)
      return performance.now() - start
    }
    millis(1e5)
    // Sixteen times the text in 16 times the time; a quadratic reader would need 256 times as long.
    const best = Math.min(...[1, 2, 3].map(() => millis(1_600_000)))
    expect(best).toBeLessThan(200 + 64 * millis(1e5))
  })
})
