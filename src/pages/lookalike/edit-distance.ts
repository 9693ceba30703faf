/**
 * The fewest edits (insert, delete, replace, or swap two letters) that turn some part of the text into the
 * word. `whole`: the whole text. A `?` in the text matches any letter. Sellers' algorithm with swaps: linear
 * in the text's length, because the words are short.
 */
export function editsTo(word: string, text: string, whole = false): number {
  let twoBack: number[] = []
  let last = Array.from({ length: word.length + 1 }, (_, row) => row)
  let fewest = word.length
  for (let column = 1; column <= text.length; column++) {
    const next = [whole ? column : 0]
    for (let row = 1; row <= word.length; row++) {
      const same = word[row - 1] === text[column - 1] || text[column - 1] === '?'
      let edits = Math.min(
        (last[row - 1] ?? 0) + (same ? 0 : 1),
        (last[row] ?? 0) + 1,
        (next[row - 1] ?? 0) + 1,
      )
      if (row > 1 && column > 1 && word[row - 1] === text[column - 2] && word[row - 2] === text[column - 1]) {
        edits = Math.min(edits, (twoBack[row - 2] ?? 0) + 1)
      }
      next.push(edits)
    }
    twoBack = last
    last = next
    fewest = Math.min(fewest, next[word.length] ?? fewest)
  }
  return whole ? (last[word.length] ?? fewest) : fewest
}
