import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type PageId, pageIds } from '../../src/domain/page'
import { amazonLogin, brandRegistry, storeFronts } from '../../src/pages/hosts'
import { shapesIn } from '../../src/pages/match-path'
import { catalogue, type Shapes } from '../../src/pages/page-paths'
import { recognise } from '../../src/pages/recognise'

const hosts = {
  store: storeFronts.map(({ host }) => host),
  login: amazonLogin.map(({ host }) => host),
  brand: [...brandRegistry],
}
type Kind = keyof typeof hosts

/** A shape as it can be visited: its folder, whether pages are below it, and what the query has to have. */
type Seen = { page: PageId; kind: Kind; path: string; isFolder: boolean; query: string }

const seen: readonly Seen[] = pageIds.flatMap((page) => {
  const row: Shapes = catalogue[page]
  const shapes = Object.entries(typeof row === 'string' ? { store: row } : row)
  return shapes.flatMap(([on, paths]) => {
    const kinds: readonly Kind[] = on === 'both' ? ['store', 'login'] : [on as Kind]
    return kinds.flatMap((kind) =>
      shapesIn(paths).map((shape) => ({
        page,
        kind,
        path: shape.replace('/*', '').replace('/{form}', '').replace('{order}', '000-0000000-0000000'),
        isFolder: shape.endsWith('/*'),
        query: shape.includes('{form}') ? 'formid=1' : '',
      })),
    )
  })
})
const firstFolders = new Set(seen.map(({ path }) => path.split('/')[1] ?? ''))

const letters = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnop'), minLength: 3, maxLength: 9 })
const shapeOf = fc.constantFrom(...seen)
const hostFor = (kind: Kind) => fc.constantFrom(...hosts[kind])

/** How browsers, mails and Amazon's own links write the same address. */
const writing = fc.record({
  upper: fc.array(fc.boolean(), { minLength: 1, maxLength: 12 }),
  escaped: fc.option(fc.nat(), { freq: 3 }),
  doubled: fc.array(fc.boolean(), { minLength: 1, maxLength: 6 }),
  locale: fc.constantFrom('', '', '/-/en', '/-/es', '/-/zh_TW'),
  below: fc.array(letters, { maxLength: 3 }),
  tail: fc.constantFrom('', '/', '/index.html', ';jsessionid=0A', '/130-0000000-0000000'),
  origin: fc.constantFrom(
    '',
    '/ref=xx_home_dnav_xx',
    '/ref_=xx_voc_favb_xx',
    '/REF=ag_login_head',
    '/ref%3Dxx',
  ),
  query: fc.constantFrom('', 'ie=UTF8&ref_=x', 'mons_sel_locale=de_DE', 'returnTo=%2Fhome&cor=mmp_EU'),
  hash: fc.constantFrom('', '#', '#/', '#/user-management/users', '#shipping_templates'),
})

type Writing = typeof writing extends fc.Arbitrary<infer How> ? How : never

function written({ path, isFolder, query }: Seen, how: Writing) {
  const below = isFolder && path !== '' ? how.below.map((name) => `/x${name}`).join('') : ''
  const cased = [...`${path}${below}`].map((letter, at) =>
    how.upper[at % how.upper.length] ? letter.toUpperCase() : letter,
  )
  const at = (how.escaped ?? 0) % Math.max(1, cased.length)
  const letter = cased[at] ?? '/'
  if (how.escaped !== null && /[a-z]/i.test(letter)) cased[at] = `%${letter.charCodeAt(0).toString(16)}`
  let slash = 0
  const slashed = cased
    .join('')
    .replace(/\//g, () => (how.doubled[slash++ % how.doubled.length] ? '//' : '/'))
  // The bare host is no folder, so nothing hangs on it.
  const tail = path.length > 1 ? how.tail : ''
  const parts = [query, how.query].filter((part) => part !== '').join('&')
  return `${how.locale}${slashed}${tail}${how.origin}${parts && `?${parts}`}${how.hash}`
}

describe('every row', () => {
  test('is recognised however its address is written', () => {
    const address = shapeOf.chain((shape) =>
      fc.tuple(hostFor(shape.kind), writing).map(([host, how]) => ({
        page: shape.page,
        url: `https://${host}${written(shape, how)}`,
      })),
    )
    fc.assert(
      fc.property(address, ({ page, url }) => {
        expect(recognise(url)?.page, url).toBe(page)
      }),
      { numRuns: 5000 },
    )
  })

  test.each(seen)('$page: $kind $path', ({ page, kind, path, query }) => {
    for (const host of hosts[kind])
      expect(recognise(`https://${host}${path}${query && `?${query}`}`)).toEqual({ page, host })
  })
})

describe('a near miss is unknown', () => {
  const storeShape = fc.constantFrom(...seen.filter(({ kind, path }) => kind === 'store' && path.length > 1))
  const on = (path: string, host = 'sellercentral.amazon.com') => `https://${host}${path}`

  test('a letter more, less or other in the first folder', () => {
    const edit = fc.tuple(
      storeShape,
      fc.nat(),
      fc.constantFrom('put', 'drop', 'replace'),
      fc.constantFrom(...'qxz'),
    )
    const address = edit.map(([{ path }, seed, kind, by]) => {
      const [, first = '', ...rest] = path.split('/')
      const at = seed % first.length
      const after = first.slice(at + (kind === 'put' ? 0 : 1))
      return { first: first.slice(0, at) + (kind === 'drop' ? '' : by) + after, rest: rest.join('/') }
    })
    fc.assert(
      fc.property(address, ({ first, rest }) => {
        // `/gp` without its letter is `/p`; what is left of a one-letter folder is nothing.
        fc.pre(first !== '' && !firstFolders.has(first) && !firstFolders.has(rest.split('/')[0] ?? ''))
        expect(recognise(on(`/${first}/${rest}`)), `/${first}/${rest}`).toBeUndefined()
      }),
      { numRuns: 3000 },
    )
  })

  test('another folder in front', () => {
    fc.assert(
      fc.property(storeShape, letters, ({ path }, word) => {
        expect(recognise(on(`/x${word}${path}`))).toBeUndefined()
      }),
      { numRuns: 1000 },
    )
  })

  test('the path as a parameter or a hash of another page', () => {
    fc.assert(
      fc.property(storeShape, ({ path }) => {
        expect(recognise(on(`/unknown?returnTo=${path}`))).toBeUndefined()
        expect(recognise(on(`/unknown#${path}`))).toBeUndefined()
        expect(recognise(on(`/unknown${path.replaceAll('/', '%2F')}`))).toBeUndefined()
      }),
      { numRuns: 1000 },
    )
  })

  test('a page that is no folder has nothing below it', () => {
    for (const { page, kind, path, isFolder, query } of seen) {
      if (isFolder || query || path === '/' || path.endsWith('.html')) continue
      for (const host of hosts[kind]) expect(recognise(on(`${path}/xbelow`, host))?.page, path).not.toBe(page)
    }
  })

  test('a page of Seller Central on the shop’s host, and the other way round', () => {
    const paths = (kind: Kind) => new Set(seen.filter((one) => one.kind === kind).map(({ path }) => path))
    const store = paths('store')
    const login = paths('login')
    for (const path of store)
      if (!login.has(path)) expect(recognise(on(path, 'www.amazon.com'))).toBeUndefined()
    for (const path of login) if (!store.has(path)) expect(recognise(on(path))).toBeUndefined()
  })
})
