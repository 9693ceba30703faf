import type { ChildProcess } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'

// biome-ignore lint/suspicious/noExplicitAny: messages of a protocol that has no types here
export type Message = Record<string, any>

/**
 * Chromium's own protocol over the pipe it was started with: file descriptors 3 and 4, a zero byte after each
 * message. Only such a pipe can load extensions, and only here sessions see workers from the start.
 */
export class DevTools {
  readonly #out: Writable
  readonly #waiting = new Map<number, { done(result: Message): void; fail(error: Error): void }>()
  readonly #listeners: ((event: Message) => void)[] = []
  #next = 1
  #closed = false

  constructor(child: ChildProcess) {
    this.#out = child.stdio[3] as Writable
    this.#out.on('error', () => this.#close())
    let rest: Buffer = Buffer.alloc(0)
    const input = child.stdio[4] as Readable
    input.on('data', (chunk: Buffer) => {
      rest = Buffer.concat([rest, chunk])
      for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
        const message = JSON.parse(rest.toString('utf8', 0, end))
        rest = rest.subarray(end + 1)
        this.#received(message)
      }
    })
    input.on('close', () => this.#close())
    input.on('error', () => this.#close())
  }

  send(method: string, params: Message = {}, sessionId?: string): Promise<Message> {
    const id = this.#next++
    return new Promise((done, fail) => {
      if (this.#closed) return fail(new Error('Chromium closed the connection'))
      this.#waiting.set(id, { done, fail })
      this.#out.write(`${JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) })}\0`)
    })
  }

  onEvent(listener: (event: Message) => void): void {
    this.#listeners.push(listener)
  }

  #received(message: Message): void {
    const waiting = this.#waiting.get(message['id'])
    if (!waiting) {
      for (const listener of this.#listeners) listener(message)
      return
    }
    this.#waiting.delete(message['id'])
    if (message['error']) waiting.fail(new Error(message['error'].message))
    else waiting.done(message['result'])
  }

  #close(): void {
    this.#closed = true
    for (const { fail } of this.#waiting.values()) fail(new Error('Chromium closed the connection'))
    this.#waiting.clear()
  }
}
