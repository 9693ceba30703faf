import type { ComponentChildren } from 'preact'
import { linkTo, type Route } from '../navigation/router'

/** A part of the home page, with a link to the page that has more of it. */
export function HomePart(props: {
  id: string
  title: string
  more?: { route: Route; text: string }
  children: ComponentChildren
}) {
  const { id, title, more, children } = props
  return (
    <section class="home-part" aria-labelledby={id}>
      <div class="home-head">
        <h3 id={id}>{title}</h3>
        {more && (
          <a class="target" href={linkTo(more.route)}>
            {more.text}
          </a>
        )}
      </div>
      {children}
    </section>
  )
}
