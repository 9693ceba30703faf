import {
  accessSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { findBrowser } from '../../tools/browsers'
import type { BrowserName } from './browser'
import { onLeave } from './leave'

/** A place where a browser reads an administrator's policies. */
export type PolicyPlace = {
  /** Starts the browser that reads them. By default the installed one. */
  program?: string
  /** Writes the policy file. Undefined removes it. */
  write(file: string | undefined): void
  remove(): void
}

const chromiumFolder = '/etc/chromium/policies/managed'
const firefoxFile = '/etc/firefox/policies/policies.json'

/** @returns why there is no such place here, if there is none. */
export function policyPlace(name: BrowserName): PolicyPlace | string {
  return name === 'chromium' ? chromiumPlace() : firefoxPlace()
}

/** Chromium reads every file of one folder, which belongs to the administrator. */
function chromiumPlace(): PolicyPlace | string {
  if (!/chromium/.test(realpathSync(findBrowser('chromium')))) return `only Chromium reads ${chromiumFolder}`
  try {
    mkdirSync(chromiumFolder, { recursive: true })
    accessSync(chromiumFolder, constants.W_OK)
  } catch {
    return `${chromiumFolder} can't be written`
  }
  return placeFor(join(chromiumFolder, `nightlatch-test-${crypto.randomUUID()}.json`))
}

/**
 * Firefox reads `distribution` next to its program. A folder of links with a program of its own needs no
 * administrator; the program must be a copy, because its real place counts.
 */
function firefoxPlace(): PolicyPlace | string {
  if (existsSync(firefoxFile)) return `${firefoxFile} would win`
  const original = realpathSync(findBrowser('firefox'))
  const folder = mkdtempSync(join(tmpdir(), 'practice-program-'))
  const program = join(folder, basename(original))
  for (const file of readdirSync(dirname(original)))
    if (file !== 'distribution' && file !== basename(original))
      symlinkSync(join(dirname(original), file), join(folder, file))
  copyFileSync(original, program)
  mkdirSync(join(folder, 'distribution'))
  return { ...placeFor(join(folder, 'distribution', 'policies.json'), folder), program }
}

/** @param whole what to remove at the end: the file, or the folder it is in. */
function placeFor(file: string, whole = file): PolicyPlace {
  const removeAll = () => rmSync(whole, { recursive: true, force: true })
  const forget = onLeave(removeAll)
  return {
    write(text) {
      if (text === undefined) rmSync(file, { force: true })
      else writeFileSync(file, text)
    },
    remove() {
      removeAll()
      forget()
    },
  }
}
