import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Media, Tab } from '../browsers/browser'
import { until } from '../browsers/wait'
import { setStage } from './stage'

// The look of the main views, beside committed pictures: a change of look is seen in review. A picture that no
// longer fits is written to out/pictures-changed; look at it, and put it into test/pictures if it is meant.

const committed = join('test', 'pictures')
const changed = join('out', 'pictures-changed')

/** In pixels of the window: a cell is one colour, so that the edge of a letter does not count. */
const cell = 16
/** A cell differs from this on, of 255. */
const leastDifference = 24
/** The share of cells that may differ: fonts of the same widths are not drawn alike everywhere. */
const mostCells = 0.03

/** Of the text below in the fonts of the committed pictures. Other fonts break lines elsewhere. */
const committedWidth = 335.7
const widthOfText = `
  const context = document.createElement('canvas').getContext('2d')
  context.font = '16px system-ui'
  return context.measureText('Check the payout account before payouts').width`

/** For a page: writes one date for all, so that no line breaks elsewhere on another day. */
const sameDates = `
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const text = texts.currentNode
    text.data = text.data
      .replace(/(January|February|March|April|May|June|July|August|September|October|November|December) \\d+, \\d{4}/g, 'November 29, 2026')
      .replace(/(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \\d+(?!\\d|,)/g, 'Nov 29')
  }`

/** For a page: reads a PNG, and draws it at a part of its size. */
const drawing = `
  const read = (png) => createImageBitmap(new Blob([Uint8Array.from(atob(png), (char) => char.charCodeAt(0))]))
  const draw = (image, part) => {
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(image.width * part)
    canvas.height = Math.round(image.height * part)
    const context = canvas.getContext('2d')
    context.imageSmoothingQuality = 'high'
    context.drawImage(image, 0, 0, canvas.width, canvas.height)
    return canvas
  }`
/** How much smaller a committed picture is than the window. */
const reduction = 4

type Picture = { name: string; path: string; size: [number, number]; media?: Media }
const dashboard = (part: string) => `src/dashboard/dashboard.html#/${part}`
const pictures: readonly Picture[] = [
  { name: 'home', path: dashboard(''), size: [1280, 800] },
  { name: 'home dark', path: dashboard(''), size: [1280, 800], media: { dark: true } },
  { name: 'home narrow', path: dashboard(''), size: [320, 640] },
  { name: 'checklist', path: dashboard('checklist/due'), size: [1280, 800] },
  { name: 'guides', path: dashboard('playbooks'), size: [1280, 800] },
  { name: 'welcome', path: dashboard('welcome'), size: [1280, 800] },
  { name: 'popup', path: 'src/popup/popup.html', size: [380, 600] },
  { name: 'popup dark', path: 'src/popup/popup.html', size: [380, 600], media: { dark: true } },
]

describe('the look, in chromium', () => {
  const stage = setStage('chromium')

  async function taken(tab: Tab, { size, media }: Picture): Promise<string> {
    await tab.emulate({ ...media, reducedMotion: true })
    await tab.resize(...size)
    await until('all of it to be read', () =>
      tab.evaluate<boolean>(
        `return document.body.innerText.trim() !== '' && !document.querySelector('[aria-busy="true"]')`,
      ),
    )
    await tab.evaluate(sameDates)
    mkdirSync(changed, { recursive: true })
    const file = join(changed, 'taken.png')
    await tab.screenshot(file)
    return readFileSync(file).toString('base64')
  }

  test.for(pictures)('$name is as committed', async (picture, context) => {
    await stage.importYear('two-step-on', 'user-list-review', 'account-health-glance')
    const tab = await stage.browser.open(stage.browser.extensionUrl(picture.path))
    const width = await tab.evaluate<number>(widthOfText)
    context.skip(Math.abs(width - committedWidth) > 1, `other fonts: the text is ${width} wide`)
    const file = `${picture.name.replace(' ', '-')}.png`
    const whole = await taken(tab, picture)
    const canvas = await stage.browser.open('about:blank')
    const small = await canvas.evaluate<string>(`${drawing}
      const image = await read('${whole}')
      return draw(image, 1 / ${reduction}).toDataURL().split(',')[1]`)
    const save = () => writeFileSync(join(changed, file), small, 'base64')
    if (!existsSync(join(committed, file))) {
      save()
      throw new Error(`There is no ${join(committed, file)} yet: see ${changed}`)
    }
    const share = await canvas.evaluate<number>(`${drawing}
      const cells = async (png) => {
        const drawn = draw(await read(png), ${reduction / cell})
        return drawn.getContext('2d').getImageData(0, 0, drawn.width, drawn.height)
      }
      const [before, now] = [await cells('${readFileSync(join(committed, file)).toString('base64')}'), await cells('${small}')]
      if (before.width !== now.width || before.height !== now.height) return 1
      let differing = 0
      for (let at = 0; at < now.data.length; at += 4) {
        const by = [0, 1, 2].map((part) => Math.abs(before.data[at + part] - now.data[at + part]))
        if (Math.max(...by) >= ${leastDifference}) differing += 1
      }
      return differing / (now.data.length / 4)`)
    if (share > mostCells) save()
    expect(share, `${picture.name}: see ${changed}`).toBeLessThanOrEqual(mostCells)
  })
})
