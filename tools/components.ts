import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import type { Media } from '../test/browsers/browser'
import { launch } from '../test/browsers/launch'
import { startPractice } from '../test/practice/server'
import { catalogues } from '../vite.config'
import { findBrowser } from './browsers'
import { run as buildPackages } from './build'
import { renderIcons } from './icons'

const out = join('out', 'components')

/** A page of its own, in no package, that opens from its file. @returns its address. */
export async function buildComponents(folder = out): Promise<string> {
  await renderIcons()
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [catalogues()],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: folder,
      emptyOutDir: true,
      minify: false,
      lib: {
        entry: 'tools/components/page.tsx',
        formats: ['iife'],
        name: 'components',
        fileName: () => 'page.js',
        cssFileName: 'page',
      },
    },
  })
  const script = join(folder, 'page.js')
  const icons = pathToFileURL(resolve('assets/icons')).href
  writeFileSync(script, readFileSync(script, 'utf8').replaceAll('"/icons/', `"${icons}/`))
  const page = join(folder, 'index.html')
  writeFileSync(
    page,
    `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Nightlatch: components</title>
<link rel="stylesheet" href="page.css">
<script>globalThis.chrome ??= {}; chrome.runtime ??= { id: 'components' }</script>
<script defer src="page.js"></script>
`,
  )
  return pathToFileURL(resolve(page)).href
}

const looks: Readonly<Record<string, Media & { width?: number }>> = {
  light: {},
  dark: { dark: true },
  'forced-colours': { forcedColors: true },
  narrow: { width: 320 },
}

/** `npm run components`: every component in every state, on one page, with a picture of each look. */
export async function run(): Promise<void> {
  findBrowser('chromium', { install: true })
  await buildPackages()
  rmSync(out, { recursive: true, force: true })
  mkdirSync(out, { recursive: true })
  const address = await buildComponents()
  const practice = await startPractice()
  const browser = await launch('chromium', practice)
  try {
    const tab = await browser.open(address)
    for (const [look, { width = 1024, ...media }] of Object.entries(looks)) {
      await tab.emulate(media)
      await tab.resize(width, 800)
      const height = await tab.evaluate<number>('return document.documentElement.scrollHeight')
      await tab.resize(width, height)
      await tab.screenshot(join(out, `${look}.png`))
    }
    await tab.resize(1024, 800)
    await tab.evaluate(`document.querySelector('[aria-label=Dialog] button').click()`)
    await tab.screenshot(join(out, 'dialog.png'))
  } finally {
    await browser.close()
    await practice.close()
  }
  console.log(`The page is ${out}/index.html, with its pictures beside it.`)
}
