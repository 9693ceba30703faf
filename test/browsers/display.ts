import { execFileSync, spawn } from 'node:child_process'
import { onLeave } from './leave'
import { within } from './wait'

/** A screen without a monitor. Its keys come as from a keyboard: shortcuts of the browser itself, and real focus. */
export type Display = { name: string; press(chord: string): void; focus(): void; close(): void }

export async function startDisplay(): Promise<Display> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1300x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const forget = onLeave(() => void server.kill())
  const number = await within(
    'the screen',
    new Promise<string>((done, fail) => {
      server.stdio[3]?.once('data', (said: Buffer) => done(said.toString().trim()))
      server.once('error', fail)
      server.once('exit', () => fail(new Error('Xvfb ended')))
    }),
  )
  const name = `:${number}`
  const tool = (...args: string[]) =>
    execFileSync('xdotool', args, { env: { ...process.env, DISPLAY: name }, encoding: 'utf8' })
  return {
    name,
    press: (chord) => void tool('key', chord),
    focus() {
      // Without a window manager nobody does it.
      tool('search', '--sync', '--onlyvisible', '--name', 'Practice Seller Central', 'windowfocus', '--sync')
    },
    close() {
      server.kill()
      forget()
    },
  }
}
