import type { ChildProcess } from 'node:child_process'
import { patience } from './wait'

/** Kills a process that leads its own group, and its children. */
export function killGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch {
    child.kill('SIGKILL')
  }
}

/** Waits until a process writes that it is ready to its error stream. Returns the matched group. */
export function said(child: ChildProcess, wanted: RegExp, timeout = patience): Promise<string> {
  return new Promise((done, fail) => {
    let text = ''
    const late = setTimeout(
      () => fail(new Error(`The browser did not start within ${timeout} ms:\n${text}`)),
      timeout,
    )
    child.stderr?.on('data', (chunk) => {
      text = (text + String(chunk)).slice(-4000)
      const found = wanted.exec(text)?.[1]
      if (!found) return
      clearTimeout(late)
      done(found)
    })
    child.once('error', fail)
    child.once('exit', (code) => {
      clearTimeout(late)
      fail(new Error(`The browser exited with ${code}:\n${text}`))
    })
  })
}
