declare module '*/messages.json?short' {
  const texts: unknown
  export default texts
}
