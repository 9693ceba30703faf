// The package has no types of its own. By its file: `punycode` alone is a part of Node.
declare module 'punycode/punycode.es6.js' {
  /** The letters of a label without its `xn--`; a `RangeError` when it is damaged. */
  export function decode(label: string): string
}
