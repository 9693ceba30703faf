// @vitest-environment jsdom
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { parts } from '../../src/dashboard/navigation/router'
import { background } from '../support/background'
import { fuzzing, fuzzTimeout, tried } from '../support/fuzz'
import { inEnglish } from '../support/i18n'
import { onPage, ownPage } from '../support/platform'
import { damage, message } from '../support/seller-messages'
import { open } from '../support/views'

const { translate: text } = inEnglish('UTC')
/** What a page shows when something was drawn that is no text of ours. */
const garbled = /\bundefined\b|\bNaN\b|\[object |Invalid Date/

/** What our pages themselves ask of the browser: all of it fails, but for what cannot. */
async function fails(): Promise<never> {
  throw new Error('the browser does not answer')
}
vi.stubGlobal('browser', {
  runtime: { getManifest: () => ({ version: '0.1.0' }) },
  permissions: { contains: fails, request: fails, remove: fails },
  tabs: { query: fails },
  action: { getUserSettings: fails },
})

describe('fuzz', () => {
  test('whatever a seller did and whatever lies in the storage: each page of ours is drawn', {
    timeout: fuzzTimeout,
  }, async () => {
    let pages = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(message, { maxLength: 40 }),
        damage,
        fc.boolean(),
        fc.subarray(['welcome', 'playbook/run-1', 'item/two-step-on', 'appeal/draft-1', ...parts], {
          minLength: 1,
          maxLength: 3,
        }),
        async (all, broken, isDamaged, places) => {
          const seller = background()
          for (const { request, argument, from, tab } of all) {
            const sender = from === 'own page' ? ownPage : onPage('sellercentral.amazon.com', tab)
            await seller.platform.send({ request, argument: structuredClone(argument) }, sender)
          }
          const local = { ...seller.platform.kept.local, ...(isDamaged ? broken : {}) }
          for (const at of [undefined, ...places]) {
            const page = await open(at === undefined ? 'popup' : 'dashboard', {
              at: at === undefined ? '' : `#/${at}`,
              kept: { local: structuredClone(local) },
            })
            pages += 1
            const shown = document.body.textContent ?? ''
            const where = `${at ?? 'popup'} of ${JSON.stringify(isDamaged ? broken : {})}`
            expect(page.session.view.value.kind, where).toBe('read')
            expect(shown.includes(text('broken_title')), `broken: ${where}`).toBe(false)
            expect(garbled.exec(shown)?.[0], where).toBeUndefined()
            expect(document.querySelector('h1, h2'), where).not.toBeNull()
          }
        },
      ),
      fuzzing(8, 0.2),
    )
    tried('pages', pages)
  })
})
