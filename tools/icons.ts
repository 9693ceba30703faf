import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { initWasm, Resvg } from '@resvg/resvg-wasm'

const sizes = [16, 32, 48, 128]
const icons = 'assets/icons'
let ready: Promise<void> | undefined

/** Renders an SVG as PNG, `width` pixels wide. The same bytes on every machine. */
export async function render(svg: string, width: number): Promise<Uint8Array> {
  const wasm = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')
  ready ??= initWasm(readFileSync(wasm))
  await ready
  return new Resvg(svg, { fitTo: { mode: 'width', value: width } }).render().asPng()
}

/** Renders the icon in the sizes that the manifest names; the stores accept no SVG. */
export async function renderIcons(): Promise<void> {
  const svg = readFileSync('store/nightlatch.svg', 'utf8')
  mkdirSync(icons, { recursive: true })
  for (const size of sizes) writeFileSync(`${icons}/icon-${size}.png`, await render(svg, size))
}
