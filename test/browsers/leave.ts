const duties = new Set<() => void>()
let listening = false

function doAll(): void {
  for (const duty of duties) {
    try {
      duty()
    } catch {
      // The next one still has to be done.
    }
  }
  duties.clear()
}

/** What has to happen even when a test run ends in the middle, without waiting. Gives back a way to call it off. */
export function onLeave(duty: () => void): () => void {
  if (!listening) {
    listening = true
    process.on('exit', doAll)
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => {
        doAll()
        process.kill(process.pid, signal)
      })
    }
  }
  duties.add(duty)
  return () => duties.delete(duty)
}
