import { useApp } from '../app/app'

/** What Nightlatch does: a card on Amazon's page, a check that is done, and the day when it is due again. */
export function WelcomePicture() {
  const { translate } = useApp()
  return (
    <svg class="picture" viewBox="0 0 360 184" role="img" aria-label={translate('welcome_picture')}>
      <Page />
      <Card />
      <Checklist />
      <Month />
    </svg>
  )
}

function Page() {
  return (
    <g>
      <rect class="sheet" x="1" y="1" width="244" height="182" rx="8" />
      <path class="edge" d="M1 25H245" />
      {[14, 25, 36].map((x) => (
        <circle key={x} class="grey" cx={x} cy="13" r="3.5" />
      ))}
      <rect class="grey" x="52" y="8" width="128" height="10" rx="5" />
      {[40, 56, 72, 88, 104].map((y) => (
        <rect key={y} class="grey" x="14" y={y} width="40" height="6" rx="3" />
      ))}
      {[40, 60, 80, 100, 120, 140, 160].map((y) => (
        <rect key={y} class="grey" x="70" y={y} width={y === 40 ? 84 : 160} height="6" rx="3" />
      ))}
    </g>
  )
}

function Card() {
  return (
    <g>
      <rect class="card" x="92" y="84" width="142" height="88" rx="8" />
      <rect class="accent" x="104" y="95" width="9" height="9" rx="2.5" />
      <rect class="accent" x="118" y="97" width="34" height="5" rx="2.5" />
      <rect class="ink" x="104" y="112" width="104" height="7" rx="3.5" />
      <rect class="grey" x="104" y="126" width="118" height="5" rx="2.5" />
      {[104, 145, 186].map((x) => (
        <rect key={x} class="edge" x={x} y="142" width="36" height="18" rx="5" />
      ))}
    </g>
  )
}

function Checklist() {
  return (
    <g>
      <rect class="sheet" x="261" y="1" width="98" height="84" rx="8" />
      {[18, 43, 68].map((y) => (
        <g key={y}>
          {y < 60 ? (
            <>
              <circle class="good" cx="278" cy={y} r="7.5" />
              <path class="tick" d={`M274.5 ${y}l2.5 2.5 4.5-5`} />
            </>
          ) : (
            <circle class="unticked" cx="278" cy={y} r="7" />
          )}
          <rect class="grey" x="293" y={y - 3} width={y === 43 ? 40 : 54} height="6" rx="3" />
        </g>
      ))}
    </g>
  )
}

function Month() {
  const days = [0, 1, 2, 3].flatMap((row) => [0, 1, 2, 3, 4].map((column) => ({ row, column })))
  return (
    <g>
      <rect class="sheet" x="261" y="99" width="98" height="84" rx="8" />
      <path class="edge" d="M261 117H359M282 94v9M338 94v9" />
      {days.map(({ row, column }) => {
        const isNext = row === 2 && column === 3
        return (
          <circle
            key={`${row} ${column}`}
            class={isNext ? 'accent' : 'grey'}
            cx={278 + column * 16}
            cy={128 + row * 14.5}
            r={isNext ? 6 : 3}
          />
        )
      })}
    </g>
  )
}
