import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser, whyNoScreen } from './browsers'
import { toLookAtAgain } from './facts'

type Count = { passed: number; failed: number }

type Step = {
  name: string
  title: string
  /** Needs dist/, so it is skipped if the build failed. */
  needsBuild?: true
  run: (seed: number) => Count
}

const steps: readonly Step[] = [
  { name: 'types', title: 'Types', run: () => check('tsc', '--noEmit') },
  { name: 'lint', title: 'Format and lint', run: () => check('biome', 'check', '--error-on-warnings') },
  { name: 'dead-code', title: 'Dead code', run: () => check('knip') },
  { name: 'build', title: 'Build', run: () => asCount(exitOf(process.execPath, ['tools/run.mjs', 'build'])) },
  { name: 'unit', title: 'Unit tests, in a random order', run: (seed) => vitest('unit', shuffled(seed)) },
  { name: 'days', title: 'Days, in four time zones', run: () => vitest('days-*') },
  { name: 'packages', title: 'Build checks', needsBuild: true, run: () => vitest('build') },
  { name: 'e2e', title: 'End to end, in Chromium and Firefox', needsBuild: true, run: endToEnd },
]

/** `npm test`. After `--`: names of steps to run, and `--seed=7` to repeat an order of the unit tests. */
export async function run(args: string[]): Promise<void> {
  const seeds = args.filter((one) => /^--seed=\d+$/.test(one))
  const seed = seeds.length === 0 ? Date.now() : Number(seeds[0]?.split('=')[1])
  const wanted = wantedSteps(args.filter((one) => !seeds.includes(one)))
  if (!wanted) {
    process.exitCode = 2
    return
  }
  const start = Date.now()
  const broken: string[] = []
  const total: Count = { passed: 0, failed: 0 }
  for (const [index, { name, title, needsBuild, run: runStep }] of wanted.entries()) {
    console.log(`\n[${index + 1}/${wanted.length}] ${title} …`)
    const began = Date.now()
    const skipped = needsBuild && broken.includes('Build')
    if (skipped) console.log('Skipped, because the build failed.')
    const count = skipped ? asCount(1) : runStep(seed)
    total.passed += count.passed
    total.failed += count.failed
    if (count.failed > 0) broken.push(title)
    const seconds = ((Date.now() - began) / 1000).toFixed(1)
    if (count.failed > 0 && name === 'unit')
      console.log(`To repeat this order: npm test -- unit --seed=${seed}`)
    console.log(`${title}: ${count.failed > 0 ? 'FAILED' : 'passed'} (${name}, ${seconds} s)`)
  }
  tellOldFacts(new Date().toISOString().slice(0, 10))
  console.log(`\nTook ${Math.round((Date.now() - start) / 1000)} s.`)
  if (broken.length > 0) console.log(`Failed: ${broken.join(' · ')}.`)
  console.log(`${total.passed} passed, ${total.failed} failed`)
  process.exitCode = total.failed > 0 ? 1 : 0
}

/** Only prints a list: an old figure breaks nothing. */
function tellOldFacts(today: string): void {
  const old = toLookAtAgain(today).map(({ id, seen }) => `${id} (${seen})`)
  if (old.length > 0) console.log(`\nFigures to check again (docs/facts.md): ${old.join(', ')}.`)
}

function wantedSteps(args: readonly string[]): readonly Step[] | undefined {
  const names = steps.map(({ name }) => name)
  const unknown = args.find((name) => !names.includes(name))
  if (unknown === undefined)
    return args.length === 0 ? steps : steps.filter(({ name }) => args.includes(name))
  console.error(`Unknown step "${unknown}". Steps: ${names.join(', ')}.`)
  return undefined
}

const asCount = (status: number): Count =>
  status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }

/** The path of an installed tool in node_modules. */
const tool = (name: string) => join('node_modules', '.bin', name)

const check = (name: string, ...args: string[]): Count => asCount(exitOf(tool(name), args))

function exitOf(program: string, args: readonly string[]): number {
  // Ignore the shell's value: each tool chooses its own.
  const { NODE_ENV: _, ...env } = process.env
  const shell = process.platform === 'win32' && program !== process.execPath
  const { status, error } = spawnSync(program, args, { stdio: ['ignore', 'inherit', 'inherit'], env, shell })
  if (error) console.error(error.message)
  return status ?? 1
}

type Report = {
  testResults: { status: string; message?: string; assertionResults: { status: string }[] }[]
}

/** A random order of files and tests, so that none comes to depend on another. */
const shuffled = (seed: number) => [
  '--sequence.shuffle.files',
  '--sequence.shuffle.tests',
  `--sequence.seed=${seed}`,
]

/** Counts each test, a file that failed before its first test, and a run that failed otherwise. */
function vitest(project: string, options: readonly string[] = []): Count {
  const folder = mkdtempSync(join(tmpdir(), 'nightlatch-test-'))
  const file = join(folder, 'report.json')
  try {
    const status = exitOf(tool('vitest'), [
      'run',
      `--project=${project}`,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
      ...options,
    ])
    const { testResults } = JSON.parse(readFileSync(file, 'utf8')) as Report
    const tests = testResults.flatMap(({ assertionResults }) => assertionResults)
    const passed = tests.filter((test) => test.status === 'passed').length
    const failed =
      tests.filter((test) => test.status === 'failed').length +
      testResults.filter(
        (one) => one.status === 'failed' && !one.assertionResults.some((test) => test.status === 'failed'),
      ).length
    return { passed, failed: failed === 0 && status !== 0 ? 1 : failed }
  } catch (error) {
    console.error(`The ${project} tests wrote no report: ${error instanceof Error ? error.message : error}`)
    return asCount(1)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function endToEnd(): Count {
  const missing = missingBrowsers()
  if (missing !== undefined) {
    console.error(missing)
    return asCount(1)
  }
  return vitest('e2e')
}

/** Installs missing browsers, and a screen for windows. Returns the reason if one is not available. */
function missingBrowsers(): string | undefined {
  try {
    for (const name of ['chromium', 'firefox'] as const) {
      console.log(`${name}: ${findBrowser(name, { install: true })}`)
    }
    const why = whyNoScreen({ install: true })
    if (why !== undefined) console.log(`No window is tested with real keys. ${why}.`)
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
