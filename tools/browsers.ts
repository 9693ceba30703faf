import { execFileSync, spawnSync } from 'node:child_process'
import { accessSync, constants, readFileSync, realpathSync, statSync } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'

export type BrowserProgram = 'chromium' | 'firefox'

const programs = {
  chromium: {
    variable: 'CHROMIUM',
    debian: 'chromium',
    candidates: [
      'chromium',
      'chromium-browser',
      'google-chrome',
      'google-chrome-stable',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    ],
  },
  firefox: {
    variable: 'FIREFOX',
    debian: 'firefox-esr',
    candidates: [
      'firefox-esr',
      'firefox',
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
    ],
  },
} as const

export type FindOptions = {
  /** Install what is missing with apt-get, if it is available and we may use it. */
  install?: boolean
  /** The packages to install if needed; by default the browser itself. */
  packages?: readonly string[]
}

/** The path of an installed browser. The variables CHROMIUM and FIREFOX can name another one. */
export function findBrowser(name: BrowserProgram, options: FindOptions = {}): string {
  const { variable, debian } = programs[name]
  const named = process.env[variable]
  if (named) {
    if (isProgram(named)) return named
    throw new Error(`${variable} is ${named}, but that is not a program.`)
  }
  const found = installed(name)
  if (found) return found
  const failure = options.install ? installPackages(options.packages ?? [debian]) : undefined
  const foundNow = options.install ? installed(name) : undefined
  if (foundNow) return foundNow
  throw new Error(
    [
      `${name === 'chromium' ? 'Chromium or Chrome' : 'Firefox'} is needed, but was not found.`,
      failure ? `${failure}.` : '',
      `Install it (Debian: apt-get install ${debian}), or set ${variable} to its path.`,
      "On Ubuntu, use the .deb from the browser's maker: Ubuntu's own packages are snaps, which can't read /tmp.",
    ]
      .filter(Boolean)
      .join(' '),
  )
}

/** What a screen without a monitor needs, and the Debian packages it is in. */
const ofScreen = { Xvfb: 'xvfb', xdotool: 'xdotool' }

/** Why no window can be driven by keys here. Undefined if it can. */
export function whyNoScreen({ install = false }: Pick<FindOptions, 'install'> = {}): string | undefined {
  const missing = () => Object.keys(ofScreen).filter((program) => !onPath(program))
  if (missing().length === 0) return undefined
  const failure = install ? installPackages(Object.values(ofScreen)) : undefined
  const still = missing()
  if (still.length === 0) return undefined
  return [`${still.join(' and ')} not found`, failure].filter((part) => part !== undefined).join('. ')
}

/** Installs Debian packages, such as a browser or fonts. Returns the reason if it cannot. */
export function installPackages(packages: readonly string[]): string | undefined {
  if (!onPath('apt-get')) return 'There is no apt-get to install it with'
  const isRoot = process.getuid?.() === 0
  if (!isRoot && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status !== 0) {
    return 'Only root may install it, and sudo asks for a password'
  }
  const run = (...args: string[]) => {
    const command = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q', ...args]
    const [program = 'env', ...rest] = isRoot ? command : ['sudo', '-n', ...command]
    execFileSync(program, rest, { stdio: 'inherit' })
  }
  console.log(`Installing ${packages.join(', ')} (apt-get) …`)
  try {
    run('update')
    run('install', '-y', '--no-install-recommends', ...packages)
    return undefined
  } catch (error) {
    return `apt-get failed: ${error instanceof Error ? error.message : error}`
  }
}

function installed(name: BrowserProgram): string | undefined {
  for (const candidate of programs[name].candidates) {
    const path = isAbsolute(candidate) ? (isProgram(candidate) ? candidate : undefined) : onPath(candidate)
    if (path && !isSnap(path)) return path
  }
  return undefined
}

function onPath(name: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean)
  return folders.map((folder) => join(folder, name)).find(isProgram)
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

/** Ubuntu's `chromium-browser` and `firefox` are short scripts that start, or offer, a snap. */
function isSnap(path: string): boolean {
  const real = realpathSync(path)
  if (real.startsWith('/snap/') || real === '/usr/bin/snap') return true
  return statSync(real).size < 20_000 && readFileSync(real, 'utf8').includes('/snap/bin/')
}
