import { existsSync, readFileSync } from 'node:fs'

/**
 * Whether node_modules holds what package-lock.json asks for: npm writes down there what it has installed. A package
 * for another system is rightly missing.
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
