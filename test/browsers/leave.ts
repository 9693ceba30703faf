const duties = new Set<() => void>()
let listening = false

function doAll(): void {
  for (const duty of duties) {
    try {
      duty()
    } catch {
      // Run the others even if one fails.
    }
  }
  duties.clear()
}

/** Runs a synchronous task even if the test run is interrupted. Returns a function that cancels it. */
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
