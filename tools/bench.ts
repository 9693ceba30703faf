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
import { weight } from './bench/weight'
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
  weight,
  answers,
  popups,
  rounds,
  pages,
}

/**
 * `npm run bench`: prints a table with every figure and its baseline. `npm run bench -- visits answers`: only
 * these groups. `npm run bench -- --keep`: stores today's bytes and counts as the baseline for `npm test`.
 * `npm run bench -- weight --with name=folder`: with another unpacked extension beside ours.
 */
export async function run(args: readonly string[]): Promise<void> {
  const isOther = (at: number) => args[at - 1] === '--with'
  const names = args.filter((name, at) => !name.startsWith('--') && !isOther(at))
  const others = new Map(
    args.flatMap((given, at) => (isOther(at) ? [given.split('=', 2) as [string, string]] : [])),
  )
  const unknown =
    names.find((name) => !Object.hasOwn(groups, name)) ??
    args.find((name) => name.startsWith('--') && name !== '--keep' && name !== '--with')
  if (unknown !== undefined) {
    console.error(`Unknown group "${unknown}". Groups: ${Object.keys(groups).join(', ')}.`)
    process.exitCode = 2
    return
  }
  await build()
  if (args.includes('--keep')) return (await ofFootprint()).keepBaseline()
  const rows: Row[] = []
  for (const [name, measure] of Object.entries(groups))
    if (names.length === 0 || names.includes(name)) rows.push(...(await measure(others)))
  print(rows)
}
