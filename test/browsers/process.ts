import type { ChildProcess } from 'node:child_process'
import { patience } from './wait'

/** Ends a process that was started as the head of a group of its own, and its children with it. */
export function killGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch {
    child.kill('SIGKILL')
  }
}

/** Waits for what a process says on its error stream when it is ready. */
export function said(child: ChildProcess, wanted: RegExp, timeout = patience): Promise<string> {
  return new Promise((done, fail) => {
    let text = ''
    const late = setTimeout(() => fail(new Error(`It did not start within ${timeout} ms:\n${text}`)), timeout)
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
      fail(new Error(`It ended with ${code}:\n${text}`))
    })
  })
}
