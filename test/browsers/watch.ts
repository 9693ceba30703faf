import type { DevTools, Message } from './devtools'
import { within } from './wait'

/**
 * Listens to every page and worker of a Chromium from its start. playwright-core reports no errors in workers
 * and content scripts, and no requests of an extension.
 */
export class Watch {
  readonly #devtools: DevTools
  readonly #origin: string
  readonly #problems: string[]
  readonly #requests: string[]
  /** The targets, by the session that listens to them. */
  readonly #targets = new Map<string, { type: string; url: string }>()
  /** Runs in every worker before its own script. */
  #first: string | undefined

  private constructor(devtools: DevTools, origin: string, problems: string[], requests: string[]) {
    this.#devtools = devtools
    this.#origin = origin
    this.#problems = problems
    this.#requests = requests
    devtools.onEvent((event) => this.#received(event))
  }

  static async start(
    devtools: DevTools,
    origin: string,
    problems: string[],
    requests: string[],
  ): Promise<Watch> {
    const watch = new Watch(devtools, origin, problems, requests)
    await devtools.send(
      'Target.setAutoAttach',
      attachTo({ type: 'page' }, { type: 'service_worker' }, { type: 'other' }),
    )
    return watch
  }

  /** Waits until every target has answered once more, so that everything it reported has arrived. */
  async settled(): Promise<void> {
    const answers = [...this.#targets.keys()].map((session) => this.#send('Log.enable', {}, session))
    // A page that shows a browser dialog does not answer.
    await within('what the pages have to tell', Promise.all(answers), 2000).catch(() => undefined)
  }

  /** The sessions with workers. They last, however often a worker ends and starts again. */
  get workers(): string[] {
    return [...this.#targets].flatMap(([session, { type }]) => (type === 'service_worker' ? [session] : []))
  }

  /** Runs an expression at each start of a worker, before its own script. */
  async runFirst(expression: string): Promise<void> {
    const isNew = this.#first === undefined
    this.#first = expression
    if (isNew) await Promise.all(this.workers.map((session) => this.#pauseAtStart(session)))
  }

  /** A worker that starts again is not paused by itself, as a new one is. */
  async #pauseAtStart(session: string): Promise<void> {
    const instrumentation = 'beforeScriptExecution'
    await this.#send('Debugger.enable', {}, session)
    await this.#send('Debugger.setInstrumentationBreakpoint', { instrumentation }, session)
  }

  async #atStart(session: string): Promise<void> {
    if (this.#first !== undefined) await this.#send('Runtime.evaluate', { expression: this.#first }, session)
    await this.#send('Debugger.resume', {}, session)
  }

  /** A target may close before it answers. */
  async #send(method: string, params: Message, session: string): Promise<void> {
    await this.#devtools.send(method, params, session).catch(() => undefined)
  }

  #received({ sessionId, method, params }: Message): void {
    if (method === 'Target.attachedToTarget') this.#attached(params['sessionId'], params['targetInfo'])
    else if (method === 'Target.detachedFromTarget') this.#targets.delete(params['sessionId'])
    else if (method === 'Debugger.paused') void this.#atStart(sessionId)
    else if (method === 'Network.requestWillBeSent') this.#requested(sessionId, params)
    else if (method === 'Network.webSocketCreated') this.#requests.push(params['url'])
    else {
      const problem = problemIn(method, params)
      if (problem)
        this.#problems.push(`${problem.where || this.#targets.get(sessionId)?.url}: ${problem.what}`)
    }
  }

  #attached(session: string, target: { type: string; url: string }): void {
    this.#targets.set(session, target)
    for (const domain of ['Runtime', 'Log', 'Network']) this.#send(`${domain}.enable`, {}, session)
    // What a page starts: frames in other processes, workers.
    this.#send('Target.setAutoAttach', attachTo({ type: 'iframe' }, { type: 'worker' }), session)
    if (target.type === 'service_worker' && this.#first !== undefined) this.#pauseAtStart(session)
    this.#send('Runtime.runIfWaitingForDebugger', {}, session)
  }

  #requested(session: string, { request, initiator, type, documentURL }: Message): void {
    if ([this.#origin, 'data:', 'blob:'].some((start) => request.url.startsWith(start))) return
    const ours = (url: unknown) => typeof url === 'string' && url.startsWith(this.#origin)
    const stack: { url: string }[] = initiator?.stack?.callFrames ?? []
    const byScript = ours(initiator?.url) || stack.some(({ url }) => ours(url))
    const target = this.#targets.get(session)
    const byPage = ours(target?.type === 'service_worker' ? target.url : documentURL)
    // Opening another page is the browser's request, after a click.
    if (type !== 'Document' && (byScript || byPage)) this.#requests.push(`${request.method} ${request.url}`)
  }
}

/** New targets are paused until we listen, so that not even a worker's first error or request is missed. */
const attachTo = (...filter: { type: string }[]) => ({
  autoAttach: true,
  waitForDebuggerOnStart: true,
  flatten: true,
  filter,
})

/** A logged value as text; an object as a console previews it. */
function shown({ value, description, type, preview }: Message): string {
  if (preview && !preview.overflow && preview.subtype !== 'error') {
    return `{${preview.properties.map((own: Message) => `${own['name']}: ${own['value']}`).join(', ')}}`
  }
  return String(value ?? description ?? type)
}

function problemIn(method: string, params: Message): { where?: string; what: string } | undefined {
  if (method === 'Runtime.exceptionThrown') {
    const { exception, text, url, stackTrace } = params['exceptionDetails']
    const thrown = exception?.description ?? exception?.value ?? ''
    return { where: url ?? stackTrace?.callFrames?.[0]?.url, what: `${text} ${thrown}` }
  }
  if (method === 'Runtime.consoleAPICalled' && ['error', 'assert'].includes(params['type'])) {
    return {
      where: params['stackTrace']?.callFrames?.[0]?.url,
      what: `console.${params['type']}: ${params['args'].map(shown).join(' ')}`,
    }
  }
  if (method === 'Log.entryAdded' && params['entry'].level === 'error') {
    return { where: params['entry'].url, what: `${params['entry'].source}: ${params['entry'].text}` }
  }
  return undefined
}
