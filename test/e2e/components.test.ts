import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { buildComponents } from '../../tools/components'
import { setStage } from './stage'

describe('every component in every state, in chromium', () => {
  const stage = setStage('chromium')

  test('axe finds nothing wrong, in both themes, with a dialog open too', async () => {
    const tab = await stage.browser.open(await buildComponents(join('out', 'components-test')))
    // The page has no more to draw than this.
    expect(await tab.evaluate('return document.querySelectorAll(".specimen").length')).toBeGreaterThan(8)
    for (const dark of [false, true]) {
      await tab.emulate({ dark })
      for (const width of [1024, 320]) {
        await tab.resize(width, 800)
        expect(await tab.axe(), `${dark ? 'dark' : 'light'}, ${width} px`).toEqual([])
        expect(await tab.evaluate('return document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
      }
      await tab.evaluate(`document.querySelector('[aria-label=Dialog] button').click()`)
      expect(await tab.axe()).toEqual([])
      await tab.press('Escape')
    }
  })
})
