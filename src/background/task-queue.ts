/** Runs tasks one after another; a task that fails does not stop the next. */
export function createQueue() {
  let last: Promise<unknown> = Promise.resolve()
  return function enqueue<T>(task: () => Promise<T>): Promise<T> {
    const run = last.then(task, task)
    last = run
    return run
  }
}
