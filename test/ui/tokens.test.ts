import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync('src/ui/tokens.css', 'utf8')
const schemes = ['light', 'dark'] as const
const colours = Object.fromEntries(
  [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(([, name, light, dark]) => [
    name,
    { light, dark },
  ]),
) as Record<string, Record<(typeof schemes)[number], string>>

/** WCAG 2.2: relative luminance, and contrast ratio. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

const grounds = ['ground', 'surface', 'well', 'accent-wash', 'waiting-wash', 'good-wash']
const texts = ['ink', 'ink-soft', 'accent', 'waiting', 'good', 'problem']

describe.each(schemes)('in the %s scheme', (scheme) => {
  const of = (name: string) => colours[name]?.[scheme] ?? ''

  test.each(texts)('%s can be read on every ground', (text) => {
    for (const ground of grounds)
      expect(contrast(of(text), of(ground)), `${text} on ${ground}`).toBeGreaterThan(4.5)
  })

  test('text on the accent can be read, and the edge of a control can be seen', () => {
    expect(contrast(of('accent-ink'), of('accent'))).toBeGreaterThan(4.5)
    for (const ground of grounds) expect(contrast(of('edge'), of(ground)), ground).toBeGreaterThan(3)
  })
})

test('every colour has a value for forced colours', () => {
  const forced = css.slice(css.indexOf('forced-colors'), css.indexOf('prefers-reduced-motion'))
  expect(Object.keys(colours).filter((name) => !forced.includes(`--${name}:`))).toEqual([])
  expect(Object.keys(colours).length).toBeGreaterThan(10)
})
