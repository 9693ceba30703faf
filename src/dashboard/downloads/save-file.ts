/** Hands a file to the browser's own download, in answer to a press. It never leaves this computer. */
export function saveFile(name: string, type: string, parts: readonly string[]): void {
  const address = URL.createObjectURL(new Blob([...parts], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // Not at once: the download has to have begun.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
