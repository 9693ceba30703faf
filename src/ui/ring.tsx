import { essentialsOf } from '../domain/outlook'
import { useApp } from './app'

const size = 100
const center = size / 2
const outer = 46
const inner = 36
/** Between two segments, in degrees. */
const gap = 7

/**
 * How many essentials are up to date, out of how many: a segment for each. No score.
 * @param isSaid the same stands beside it in words.
 */
export function Ring({ isSaid = false }: { isSaid?: boolean }) {
  const { overview, plural, number } = useApp()
  const essentials = essentialsOf(overview)
  const total = essentials.length
  if (total === 0) return null
  const done = essentials.filter((one) => one === 'good').length
  return (
    <svg
      class="ring"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={plural('essentials_up_to_date', total, { done: number(done) })}
      aria-hidden={isSaid}
    >
      {essentials.map((one, index) => (
        <path key={index} data-is={one} d={segment(index, total)} />
      ))}
      <text x={center} y={center} direction="ltr">
        {number(done)}/{number(total)}
      </text>
    </svg>
  )
}

/** The outline of one segment, clockwise from the top. */
function segment(index: number, total: number): string {
  const turn = 360 / total
  const [from, to] = [index * turn + gap / 2, (index + 1) * turn - gap / 2]
  const large = to - from > 180 ? 1 : 0
  return [
    `M${point(outer, from)}`,
    `A${outer} ${outer} 0 ${large} 1 ${point(outer, to)}`,
    `L${point(inner, to)}`,
    `A${inner} ${inner} 0 ${large} 0 ${point(inner, from)}Z`,
  ].join('')
}

function point(radius: number, degrees: number): string {
  const angle = ((degrees - 90) * Math.PI) / 180
  return [Math.cos(angle), Math.sin(angle)].map((one) => (center + radius * one).toFixed(2)).join(' ')
}
