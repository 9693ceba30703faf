import { relative } from 'node:path'
import { Stryker } from '@stryker-mutator/core'

type Part = {
  /** Tables of data are left out: a test of each entry would be the table again. */
  files: readonly string[]
  /** The unit tests that have to find the changes; after `!`, those that would take most of the time. */
  tests: readonly string[]
  /** Percent of the changes that the tests have to find. */
  wanted: number
}

const parts: Readonly<Record<string, Part>> = {
  guard: { files: ['src/content/guard.ts'], tests: ['test/content/guard.test.ts'], wanted: 85 },
  pages: {
    files: ['src/pages/**/*.ts', '!src/pages/{page-paths,lookalike/amazon-hosts,message/short-links}.ts'],
    tests: ['test/pages/**/*.test.ts', '!test/pages/variants.test.ts'],
    wanted: 85,
  },
  domain: {
    files: [
      'src/domain/**/*.ts',
      '!src/domain/{areas,items,languages,own-check-templates}.ts',
      '!src/domain/facts/**',
      '!src/domain/playbooks/{playbooks,step-sources}.ts',
    ],
    tests: ['test/domain/**/*.test.ts', '!test/domain/{simulation,properties}.test.ts'],
    wanted: 85,
  },
  storage: { files: ['src/storage/**/*.ts'], tests: ['test/storage/**/*.test.ts'], wanted: 75 },
  background: {
    files: ['src/background/**/*.ts'],
    tests: ['test/background/**/*.test.ts', '!test/background/*fuzz.test.ts'],
    wanted: 75,
  },
}

/**
 * `npm run mutate` changes the code in one place at a time and counts how often the unit tests notice (docs/testing.md).
 * After `--`: names of parts, or single files, also some lines of one: `src/pages/hosts.ts:82-90`.
 */
export async function run(args: readonly string[]): Promise<void> {
  const unknown = args.filter((one) => !parts[one] && partOf(one) === undefined)
  if (unknown.length > 0) {
    console.error(`Unknown: ${unknown.join(', ')}. Parts: ${Object.keys(parts).join(', ')}.`)
    process.exitCode = 2
    return
  }
  const said: string[] = []
  for (const [name, part] of Object.entries(parts)) {
    const files = args.filter((one) => partOf(one) === name)
    if (args.length > 0 && files.length === 0 && !args.includes(name)) continue
    const { score, text } = await mutate(name, args.includes(name) ? part : { ...part, files })
    said.push(text)
    if (score < part.wanted) process.exitCode = 1
  }
  console.log(said.join('\n'))
}

const partOf = (file: string) =>
  Object.keys(parts).find(
    (name) => file.startsWith(`src/${name}/`) || file.startsWith('src/content/guard.ts'),
  )

async function mutate(name: string, { files, tests, wanted }: Part) {
  const began = Date.now()
  // For tools/mutate/vitest.config.ts, which other processes read.
  process.env['MUTATE_TESTS'] = tests.join(' ')
  // Few and always the same random inputs (test/support/fuzz.ts).
  Object.assign(process.env, { FUZZ_SEED: '1', FUZZ_TIME: '200' })
  const results = await new Stryker({
    mutate: [...files],
    testRunner: 'vitest',
    vitest: { configFile: 'tools/mutate/vitest.config.ts' },
    reporters: ['progress-append-only', 'html', 'json'],
    htmlReporter: { fileName: `out/mutation/${name}.html` },
    jsonReporter: { fileName: `out/mutation/${name}.json` },
    tempDirName: 'out/mutation/copy',
    ignorePatterns: ['dist', 'docs', 'out', 'release', 'store'],
    // What is made once, when a file is loaded, is mostly data, and each of it would need all tests.
    ignoreStatic: name !== 'guard',
    // Neither is needed without a type checker, and the second is not made for TypeScript 7.
    disableTypeChecks: false,
    tsconfigFile: 'none',
    timeoutMS: 60_000,
    dryRunTimeoutMinutes: 30,
    allowConsoleColors: false,
  } as ConstructorParameters<typeof Stryker>[0]).runMutationTest()
  const count = (...wanted: readonly string[]) =>
    results.filter(({ status }) => wanted.includes(status)).length
  const [found, missed] = [count('Killed', 'Timeout'), count('Survived', 'NoCoverage')]
  for (const { status, fileName, location, mutatorName, replacement } of results)
    if (status === 'Survived' || status === 'NoCoverage')
      console.log(
        `${status} ${relative('.', fileName)}:${location.start.line} ${mutatorName} → ${replacement?.split('\n')[0]}`,
      )
  const score = (100 * found) / (found + missed)
  const minutes = ((Date.now() - began) / 60_000).toFixed(1)
  return {
    score,
    text: `${name}: ${found} of ${found + missed} found, ${score.toFixed(1)} % (at least ${wanted} %), ${minutes} min`,
  }
}
