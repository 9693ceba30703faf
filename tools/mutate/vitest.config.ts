import { defineConfig } from 'vitest/config'
import { catalogues } from '../../vite.config.ts'

const { MUTATE_TESTS: tests = '' } = process.env

/** The tests that `npm run mutate` chose (tools/mutate.ts), without the projects of vite.config.ts. */
export default defineConfig({
  plugins: [catalogues()],
  test: {
    include: tests.split(' ').filter((one) => !one.startsWith('!')),
    exclude: tests.split(' ').flatMap((one) => (one.startsWith('!') ? [one.slice(1)] : [])),
    // A thread for each file and change would take most of the time.
    isolate: false,
    setupFiles: 'tools/mutate/fresh.ts',
    testTimeout: 5 * 60_000,
    hookTimeout: 5 * 60_000,
  },
})
