import { expect, test } from 'vitest'
import { pageIds } from '../../src/domain/page'
import { loginHost, storeFronts } from '../../src/pages/hosts'
import { judgeAddress } from '../../src/pages/official'
import { addressOf } from '../../src/pages/page-urls'
import { recognise } from '../../src/pages/recognise'

test.each(pageIds)('the link to %s leads there, from every store front', (page) => {
  for (const { host } of storeFronts) {
    const address = addressOf(page, host)
    const there = recognise(address)
    expect(there?.page, address).toBe(page)
    expect([host, loginHost(host), 'brandregistry.amazon.com']).toContain(there?.host)
    expect(new URL(address).href).toBe(address)
    expect(address).toMatch(/^https:\/\/[a-z.-]+\/[\w./-]*$/)
    expect(['official', 'amazon-other']).toContain(judgeAddress(address).verdict)
  }
})

test.each([
  [
    'user-permissions',
    'sellercentral.amazon.de',
    'https://sellercentral.amazon.de/gp/account-manager/home.html',
  ],
  ['home', 'sellercentral-europe.amazon.com', 'https://sellercentral-europe.amazon.com/home'],
  ['two-step-settings', 'sellercentral.amazon.co.uk', 'https://www.amazon.co.uk/a/settings/approval'],
  ['two-step-settings', 'sellercentral-japan.amazon.com', 'https://www.amazon.co.jp/a/settings/approval'],
  ['login-settings', 'sellercentral.amazon.com.mx', 'https://www.amazon.com.mx/ap/cnep'],
  ['brand-registry', 'sellercentral.amazon.in', 'https://brandregistry.amazon.com/'],
] as const)('%s on %s is %s', (page, host, address) => {
  expect(addressOf(page, host)).toBe(address)
})
