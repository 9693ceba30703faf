import { describe, expect, inject, test } from 'vitest'
import manifest from '../../manifest.json' with { type: 'json' }
import type { Overview } from '../../src/domain/overview'
import { type Browser, browserNames } from '../browsers/browser'
import { unpackedId } from '../browsers/chromium'
import { launch } from '../browsers/launch'
import { type PolicyPlace, policyPlace } from '../browsers/policy'
import { ownTraffic } from '../browsers/traffic'
import { until } from '../browsers/wait'
import { startPractice } from '../practice/server'
import { text } from '../support/messages'
import { type PolicySettings, policyFor } from '../support/policies'
import { copyOf } from './packages'
import { ownPageIn } from './stage'

const overviewOf = (browser: Browser) =>
  browser.inExtension<Overview>(
    `return (await chrome.runtime.sendMessage({ request: 'overview', argument: null })).ok`,
  )

describe.each(browserNames)('what an administrator sets, in %s', (name) => {
  test('counts, follows a change and is forgotten when it goes, with the very file that the docs show', async (context) => {
    const place = policyPlace(name)
    if (typeof place === 'string') return context.skip(place)
    // Of its own, because other tests run at the same time: a policy is for an id, and the folder makes the id.
    const copy = name === 'chromium' ? copyOf(inject('packages').chromium) : undefined
    try {
      await follow(place, copy?.dist ?? inject('packages').firefox)
    } finally {
      place.remove()
      copy?.remove()
    }
  })

  async function follow(place: PolicyPlace, dist: string): Promise<void> {
    const id = name === 'chromium' ? unpackedId(dist) : manifest.browser_specific_settings.gecko.id
    const example = name === 'chromium' ? 'chrome' : 'firefox'
    const set = (change?: (settings: PolicySettings) => PolicySettings) =>
      place.write(policyFor(example, id, change).file)
    set()
    const practice = await startPractice()
    const { program } = place
    const browser = await launch(name, practice, { dist, welcome: true, ...(program && { program }) })
    /** Firefox reads policies when it starts. */
    const changed = async () => {
      if (name === 'firefox') await browser.restart()
    }
    const becomes = (what: string, fits: (overview: Overview) => boolean) =>
      until(what, async () => {
        const overview = await overviewOf(browser)
        return fits(overview) && overview
      })
    try {
      // In a new profile, Chromium tells it a few seconds after the start.
      const { settings, stores, organization, measures } = await becomes(
        'the policy',
        (one) => !!one.organization,
      )
      expect(organization?.ignored).toEqual([])
      expect(settings).toMatchObject({
        ...{ language: 'de', cardsPerDay: 1, cardGapHours: 8, alsoQuiet: { from: 18, to: 8 } },
      })
      expect(stores.map(({ name, fronts }) => [name, fronts])).toEqual([
        ['Acme Europe', ['sellercentral.amazon.de', 'sellercentral.amazon.fr']],
        ['Acme US', ['sellercentral.amazon.com']],
      ])
      expect(new Set(stores.map(({ login }) => login)).size).toBe(1)
      expect(measures.map(({ title, set, steps }) => [title, set, steps])).toEqual([
        [
          ...['Renew the liability insurance', true],
          ['Ask two insurers', 'Upload the certificate to Seller Central'],
        ],
        ['Close the books', true, ['Download the settlement', 'Check the VAT report']],
        ['Read our price list', true, []],
        ['Compare the payout', true, []],
      ])
      expect(measures.map(({ recurs }) => recurs)).toEqual([
        { kind: 'months', every: 12, month: 4, day: 30 },
        { kind: 'months', every: 1, month: 1, day: 31 },
        { kind: 'weeks', every: 2 },
        { kind: 'payouts' },
      ])
      // The welcome page is not there, or has given way.
      await until('no welcome page', async () => {
        const addresses = await Promise.all((await browser.tabs()).map((tab) => tab.url()))
        return !addresses.some((address) => address.endsWith('#/welcome'))
      })

      const guide = ownPageIn(
        await browser.open(browser.extensionUrl('src/dashboard/dashboard.html#/playbooks/hijack')),
      )
      await guide.waitFor(
        (seen) => seen.includes(text('run_call_first', {}, 'de')) && seen.includes('+49 30 1234567'),
      )
      expect(await guide.text()).toContain('intranet.acme.example')

      // The last good copy is there at once, and a bad value is ignored with its reason.
      set((settings) => ({ ...settings, language: 'en', cardsPerDay: 9, contactPhone: '112' }))
      await changed()
      await becomes('the change', (one) => one.organization?.contact?.phone === '112')
      const sees = ownPageIn(await browser.open(browser.extensionUrl('src/dashboard/dashboard.html#/sees')))
      const seen = await sees.waitFor((seen) => seen.includes('cardsPerDay'))
      expect(seen).toContain(text('sees_all_why_out_of_range'))
      expect((await overviewOf(browser)).settings).not.toHaveProperty('cardsPerDay')

      // A restart with the same policy never shows a time without it.
      await browser.restart()
      expect((await overviewOf(browser)).organization?.contact?.phone).toBe('112')

      place.write(undefined)
      await changed()
      const after = await becomes('no policy', (one) => one.organization === undefined)
      expect(after.settings).not.toHaveProperty('language')
      expect(after.measures).toEqual([])
      expect(after.stores.filter(({ removed }) => removed === undefined).map(({ name }) => name)).toEqual([
        '',
      ])

      expect(await browser.problems(), 'errors').toEqual([])
      expect(await browser.extensionRequests(), 'requests').toEqual([])
      expect(practice.refused.filter((entry) => !ownTraffic(name)(entry))).toEqual([])
    } finally {
      await browser.close()
      await practice.close()
    }
  }
})
