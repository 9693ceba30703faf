// linkify-it has no types of its own; those of its version 5 would bring the whole of markdown-it's.
declare module 'linkify-it' {
  type Match = { schema: string; index: number; lastIndex: number; raw: string; text: string; url: string }
  export default class LinkifyIt {
    constructor(options?: { fuzzyLink?: boolean; fuzzyEmail?: boolean; fuzzyIP?: boolean })
    add(schema: string, definition: null): this
    tlds(list: readonly string[], keepOld: boolean): this
    match(text: string): Match[] | null
  }
}
