import { readFileSync } from 'node:fs'

export const administrators = readFileSync('docs/administrators.md', 'utf8')

export type PolicySettings = Record<string, unknown>

/**
 * The policy file that docs/administrators.md shows for a browser, whole and with the settings in it.
 * @param change makes other settings of those in the example.
 */
export function policyFor(
  browser: 'chrome' | 'firefox',
  id: string,
  change: (settings: PolicySettings) => PolicySettings = (settings) => settings,
): { file: string; settings: PolicySettings } {
  const [, example = ''] =
    new RegExp(`^\`\`\`json ${browser}\\n([\\s\\S]*?)^\`\`\``, 'm').exec(administrators) ?? []
  const whole = JSON.parse(example.replace('EXTENSION_ID', id))
  const all: Record<string, PolicySettings> =
    browser === 'chrome' ? whole['3rdparty'].extensions : whole.policies['3rdparty'].Extensions
  const [own = id] = Object.keys(all)
  const settings = change(all[own] ?? {})
  all[own] = settings
  return { file: JSON.stringify(whole, null, 2), settings }
}
