import { expect, test } from 'vitest'
import {
  amazonLogin,
  brandRegistry,
  hostKind,
  isLoginHost,
  isStoreFront,
  loginHost,
  marketplaceOf,
  type StoreFrontHost,
  storeFrontOf,
  storeFronts,
} from '../../src/pages/hosts'
import { otherAmazon, unverified } from '../../src/pages/lookalike/amazon-hosts'

test('25 store fronts, on all of which the content script runs', () => {
  expect(storeFronts).toHaveLength(25)
  expect(new Set(storeFronts.map(({ host }) => host)).size).toBe(25)
})

test.each([
  ['sellercentral.amazon.com', 'US', 'north-america', 'www.amazon.com'],
  ['sellercentral.amazon.co.uk', 'GB', 'europe', 'www.amazon.co.uk'],
  ['sellercentral.amazon.de', 'DE', 'europe', 'www.amazon.de'],
  ['sellercentral.amazon.in', 'IN', 'europe', 'www.amazon.in'],
  ['sellercentral.amazon.sg', 'SG', 'far-east', 'www.amazon.sg'],
  ['sellercentral.amazon.co.jp', 'JP', 'far-east', 'www.amazon.co.jp'],
  ['sellercentral-europe.amazon.com', 'EU', 'europe', 'www.amazon.com'],
  ['sellercentral-japan.amazon.com', 'JP', 'far-east', 'www.amazon.co.jp'],
] as const)('%s is %s in %s, with its login on %s', (host, marketplace, region, login) => {
  expect(storeFronts.find((row) => row.host === host)).toMatchObject({ marketplace, region })
  expect(loginHost(host)).toBe(login)
})

test('a marketplace is an ISO country, or EU for the regional host', () => {
  for (const { host, marketplace } of storeFronts) {
    expect(marketplace === 'EU').toBe(host === 'sellercentral-europe.amazon.com')
    expect(marketplace).toMatch(/^[A-Z]{2}$/)
  }
})

test('each marketplace has one login host', () => {
  expect(amazonLogin).toHaveLength(23)
  for (const { host } of storeFronts) expect(amazonLogin.map((row) => row.host)).toContain(loginHost(host))
  expect(amazonLogin.find(({ marketplace }) => marketplace === 'MX')?.host).toBe('www.amazon.com.mx')
})

test('each store front has its marketplace, and no other host has one', () => {
  for (const { host, marketplace } of storeFronts) expect(marketplaceOf(host)).toBe(marketplace)
  const foreign = 'sellercentral.amazon.example' as StoreFrontHost
  expect(() => marketplaceOf(foreign)).toThrow(new RangeError(`no store front ${foreign}`))
})

test('links on a login page go to the store front of the same marketplace, and others stay', () => {
  for (const { host, marketplace } of amazonLogin) {
    expect([isLoginHost(host), isStoreFront(host)]).toEqual([true, false])
    expect(marketplaceOf(storeFrontOf(host))).toBe(marketplace)
  }
  for (const { host } of storeFronts) {
    expect([isLoginHost(host), isStoreFront(host)]).toEqual([false, true])
    expect(storeFrontOf(host)).toBe(host)
  }
})

test.each([
  'SellerCentral.amazon.com',
  'sellercentral.amazon.com.',
  'sellercentral.amazon.com.sg',
  'sellercentral.amazon.cn',
  'www.amazon.com',
  'vendorcentral.amazon.com',
  'amazon.com',
  'constructor',
  '__proto__',
  '',
])('%j is no store front', (host) => {
  expect(isStoreFront(host)).toBe(false)
})

test('no host is of two kinds', () => {
  const tables = [
    storeFronts.map(({ host }) => host),
    amazonLogin.map(({ host }) => host),
    brandRegistry,
    otherAmazon,
    unverified,
  ]
  const hosts = tables.flat()
  expect(new Set(hosts).size).toBe(hosts.length)
  for (const host of [...otherAmazon, ...unverified]) expect(hostKind(host)).toBeUndefined()
})
