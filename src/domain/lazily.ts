/** Makes a value on first use: a background that starts for one message needs few of all that it has. */
export function lazily<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}
