import { runnerImport } from 'vite'
import { catalogues } from '../vite.config'
import { answers } from './bench/answers'
import { messages } from './bench/messages'
import { overviews } from './bench/overviews'
import { pages } from './bench/pages'
import { popups } from './bench/popups'
import { recognition } from './bench/recognition'
import { rounds } from './bench/rounds'
import { storage } from './bench/storage'
import { print, type Row } from './bench/table'
import { texts } from './bench/texts'
import { visits } from './bench/visits'
import { run as build } from './build'

type Footprints = typeof import('./bench/footprint')

/** Loaded with the texts as in a build, because it starts a whole background. */
const ofFootprint = async () =>
  (
    await runnerImport<Footprints>('./tools/bench/footprint.ts', {
      configFile: false,
      plugins: [catalogues()],
    })
  ).module

const footprints = async () => (await ofFootprint()).footprints()

const groups = {
  recognition,
  messages,
  texts,
  overviews,
  storage,
  footprints,
  visits,
  answers,
  popups,
  rounds,
  pages,
}

/**
 * `npm run bench`: prints a table with every figure and its baseline. `npm run bench -- visits answers`: only
 * these groups. `npm run bench -- --keep`: stores today's bytes and counts as the baseline for `npm test`.
 */
export async function run(args: readonly string[]): Promise<void> {
  const unknown = args.find((name) => name !== '--keep' && !Object.hasOwn(groups, name))
  if (unknown !== undefined) {
    console.error(`Unknown group "${unknown}". Groups: ${Object.keys(groups).join(', ')}.`)
    process.exitCode = 2
    return
  }
  await build()
  if (args.includes('--keep')) return (await ofFootprint()).keepBaseline()
  const rows: Row[] = []
  for (const [name, measure] of Object.entries(groups))
    if (args.length === 0 || args.includes(name)) rows.push(...(await measure()))
  print(rows)
}
