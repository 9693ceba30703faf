import fc from 'fast-check'
import { vi } from 'vitest'

// Files share a thread: without this, what a module makes when it is loaded would be that of the first change.
vi.resetModules()
fc.configureGlobal({ numRuns: 20 })
