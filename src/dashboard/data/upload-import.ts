import { largestFile, pieceSize, type Refusal } from '../../domain/stored-data/import-report'
import { type Ask, AskError } from '../../messages/ask'
import type { ImportedFile } from '../../messages/protocol'

export type HandOver =
  | { kind: 'handed-over'; file: ImportedFile }
  | { kind: 'refused'; why: Extract<Refusal, 'too-large' | 'not-utf8'> | 'unreadable' }

/**
 * Sends a file to the background in pieces, without parsing it here, so that the page stays responsive.
 * @param onProgress from 0 to 1.
 * @throws AskError if the background doesn't answer.
 */
export async function handOver(file: Blob, ask: Ask, onProgress: (part: number) => void): Promise<HandOver> {
  if (file.size > largestFile) return { kind: 'refused', why: 'too-large' }
  const id = crypto.randomUUID()
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let index = 0
  for (let at = 0; at < file.size; at += pieceSize) {
    let bytes: ArrayBuffer
    try {
      bytes = await file.slice(at, at + pieceSize).arrayBuffer()
    } catch {
      return { kind: 'refused', why: 'unreadable' }
    }
    let text: string
    try {
      text = decoder.decode(bytes, { stream: at + pieceSize < file.size })
    } catch {
      return { kind: 'refused', why: 'not-utf8' }
    }
    await ask('import-piece', { file: id, index, text })
    index += 1
    onProgress(Math.min(1, (at + pieceSize) / file.size))
  }
  return { kind: 'handed-over', file: { file: id, pieces: index } }
}

/** Makes a request about a file. Sends the file again if the background was stopped and lost it. */
export async function askAbout<T>(
  file: Blob,
  ask: Ask,
  request: (file: ImportedFile) => Promise<T>,
  known: ImportedFile | undefined,
  onProgress: (part: number) => void,
): Promise<{ result: T; file: ImportedFile } | Extract<HandOver, { kind: 'refused' }>> {
  if (known) {
    try {
      return { result: await request(known), file: known }
    } catch (error) {
      if (!(error instanceof AskError) || error.failure !== 'file-forgotten') throw error
    }
  }
  const handed = await handOver(file, ask, onProgress)
  if (handed.kind === 'refused') return handed
  return { result: await request(handed.file), file: handed.file }
}
