import WebSocket from 'ws'

// biome-ignore lint/suspicious/noExplicitAny: messages of a protocol that has no types here
export type Message = Record<string, any>

/** A small client for WebDriver BiDi, which a stock Firefox speaks without an extra driver. */
export class Bidi {
  readonly #socket: WebSocket
  readonly #waiting = new Map<number, { done(result: Message): void; fail(error: Error): void }>()
  readonly #listeners: ((event: Message) => void)[] = []
  #next = 1

  private constructor(socket: WebSocket) {
    this.#socket = socket
    socket.on('message', (data) => this.#received(JSON.parse(String(data))))
    socket.on('error', () => undefined)
    socket.on('close', () => {
      for (const { fail } of this.#waiting.values()) fail(new Error('Firefox closed the connection'))
      this.#waiting.clear()
    })
  }

  static async connect(address: string): Promise<Bidi> {
    const socket = new WebSocket(address, { maxPayload: 256 * 1024 * 1024 })
    await new Promise<void>((done, fail) => socket.once('open', done).once('error', fail))
    return new Bidi(socket)
  }

  send(method: string, params: Message = {}): Promise<Message> {
    const id = this.#next++
    return new Promise((done, fail) => {
      if (this.#socket.readyState !== WebSocket.OPEN) return fail(new Error('Firefox closed the connection'))
      this.#waiting.set(id, { done, fail })
      this.#socket.send(JSON.stringify({ id, method, params }))
    })
  }

  onEvent(listener: (event: Message) => void): void {
    this.#listeners.push(listener)
  }

  /** Runs the body of an async function in a tab; `names` are its parameters. Results pass as JSON. */
  async call<T>(context: string, body: string, names: string[] = [], values: Message[] = []): Promise<T> {
    const { type, result, exceptionDetails } = await this.send('script.callFunction', {
      functionDeclaration: `async (${names.join(', ')}) => JSON.stringify(await (async () => { ${body}\n })())`,
      arguments: values,
      target: { context },
      awaitPromise: true,
      userActivation: false,
    })
    if (type === 'exception') throw new Error(exceptionDetails.text)
    return result.type === 'undefined' ? (undefined as T) : JSON.parse(result.value)
  }

  close(): void {
    this.#socket.close()
  }

  #received(message: Message): void {
    const waiting = this.#waiting.get(message['id'])
    if (!waiting) {
      for (const listener of this.#listeners) listener(message)
      return
    }
    this.#waiting.delete(message['id'])
    if (message['type'] === 'error') waiting.fail(new Error(`${message['error']}: ${message['message']}`))
    else waiting.done(message['result'])
  }
}
