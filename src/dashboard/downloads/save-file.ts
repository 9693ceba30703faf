/** Starts a download of the browser. The file never leaves this computer. */
export function saveFile(name: string, type: string, parts: readonly string[]): void {
  const address = URL.createObjectURL(new Blob([...parts], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // Later, because the download must have started.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
