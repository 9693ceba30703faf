// The package has no types. Imported by its file, because `punycode` alone is a Node module.
declare module 'punycode/punycode.es6.js' {
  /**
   * Decodes a label without its `xn--`.
   * @throws RangeError if it is damaged.
   */
  export function decode(label: string): string
}
