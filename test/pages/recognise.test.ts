import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type PageId, pageIds } from '../../src/domain/page'
import { amazonLogin, brandRegistry, storeFronts } from '../../src/pages/hosts'
import { isOffLimits, plainPath, shapesIn } from '../../src/pages/match-path'
import { catalogue, shippedPages } from '../../src/pages/page-paths'
import { recognise, recogniser } from '../../src/pages/recognise'
import { pathParts, sellerCentralPath } from '../support/long-texts'
import { examples, strangers, wider } from './examples'
import { addressFiles } from './facts'

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

test('the content script, which has fewer rows, takes no page for another', () => {
  const shipped = recogniser(shippedPages)
  for (const [address, page] of all) {
    expect(shipped(address)?.page, address).toBe(page in shippedPages ? page : undefined)
  }
})

test('each store front is told by its own name', () => {
  for (const { host } of storeFronts)
    expect(recognise(`https://${host}/home`)).toEqual({ page: 'home', host })
})

test.each([
  ['/ap', true],
  ['/AP/signin', true],
  ['/%61p/signin', true],
  ['//ap;x=1/mfa', true],
  ['/a/settings/approval/otp', true],
  ['/a/b/c/d/e', true],
  ['/a/settings/approval', false],
  ['/b/settings/approval/otp', false],
  ['/home/ap', false],
  ['/apps/manage', false],
  ['/', false],
])('whether nothing may be shown at %s: %s', (pathname, isOff) => {
  expect(isOffLimits({ pathname })).toBe(isOff)
})

test.each([
  ['/Home', '/home'],
  ['/%68%6f%4D%45', '/home'],
  ['/%41%5A%61%7a%30%39%2D%2e%5f%7E', '/azaz09-._~'],
  ['/%2F%25%3a%40%5B%60%7B%00%e9', '/%2f%25%3a%40%5b%60%7b%00%e9'],
])('%s is read as %s', (pathname, plain) => {
  expect(plainPath(pathname)).toBe(plain)
})

test.each([
  ['/a/b c', ['/a/b', '/a/c']],
  ['/a/b/* c d/e f', ['/a/b/*', '/a/c', '/a/d/e', '/a/d/f']],
  ['/a /b/c d', ['/a', '/b/c', '/b/d']],
])('a row %j has the shapes %j', (paths, shapes) => {
  expect(shapesIn(paths)).toEqual(shapes)
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

describe.each(Object.entries(addressFiles))('%s', (_, addresses) => {
  const judged = addresses.map((row) => ({ ...row, page: recognise(row.url)?.page ?? 'none' }))
  const share = (rows: typeof judged) => rows.filter(({ page, label }) => page === label).length / rows.length

  test('of those that are recognised, 99 of 100 are what they are labelled', () => {
    const recognised = judged.filter(({ page }) => page !== 'none')
    for (const { page, label, url } of recognised)
      if (page !== label) console.info(`${label} was taken for ${page}: ${url}`)
    expect(share(recognised)).toBeGreaterThanOrEqual(0.99)
  })

  test('of those of high confidence, 95 of 100 are recognised', () => {
    const pages = judged.filter(({ label }) => label !== 'none')
    for (const { page, label, url, confidence } of pages)
      if (page === 'none') console.info(`missed (${confidence}): ${label} ${url}`)
    expect(share(pages.filter(({ confidence }) => confidence === 'high'))).toBeGreaterThanOrEqual(0.95)
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

  // A reader that is quadratic would need half an hour here, and one that is linear some milliseconds.
  test.each(pathParts)('a megabyte of %s is read', (_, part) => {
    expect(() => recognise(sellerCentralPath(part, 1_600_000))).not.toThrow()
  })
})
