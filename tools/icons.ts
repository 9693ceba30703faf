import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { initWasm, Resvg } from '@resvg/resvg-wasm'

const sizes = [16, 32, 48, 128]

/** Renders the icon to the sizes the manifest names; the stores take no SVG. The same bytes on every machine. */
export async function renderIcons(): Promise<void> {
  const wasm = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')
  await initWasm(readFileSync(wasm))
  const svg = readFileSync('assets/icons/nightlatch.svg', 'utf8')
  for (const size of sizes) {
    const image = new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render()
    writeFileSync(`assets/icons/icon-${size}.png`, image.asPng())
  }
}
