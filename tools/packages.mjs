import { existsSync, readFileSync } from 'node:fs'

/**
 * Whether node_modules has what package-lock.json asks for, by npm's own record of what it installed. An
 * optional package may be missing, since it may be for another system.
 */
export function arePackagesInstalled(lockFile, installedFile) {
  if (!existsSync(installedFile)) return false
  const [wanted, installed] = [lockFile, installedFile].map(
    (file) => JSON.parse(readFileSync(file, 'utf8')).packages,
  )
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' || installed[path]?.version === version || (optional && !installed[path]),
  )
}
