import { languageTags } from '../src/domain/languages'
import { type Screen, screensIn } from './screens'

/** `npm run texts` prints the English texts by screen, in reading order; `npm run texts -- de`, German. */
export async function run([wanted = 'en']: string[]): Promise<void> {
  const language = languageTags.find((tag) => tag === wanted)
  if (language === undefined) {
    console.error(`Unknown language ${wanted}. Languages: ${languageTags.join(' ')}`)
    process.exitCode = 2
    return
  }
  process.stdout.write(sheet(screensIn(language)))
}

/** A heading for each screen, followed by its texts with their names. */
export function sheet(screens: readonly Screen[]): string {
  return screens.map(screenOnSheet).join('\n')
}

function screenOnSheet({ title, texts }: Screen): string {
  const width = Math.min(48, Math.max(...texts.map(({ key }) => key.length)))
  const lines = texts.map(({ key, text }) => {
    const isLong = text.includes('\n')
    return isLong ? `${key}\n\n${text}\n` : `${key.padEnd(width)}  ${text}`
  })
  return `## ${title}\n\n${lines.join('\n')}\n`
}
