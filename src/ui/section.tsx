import type { ComponentChildren, Ref } from 'preact'

/** A section named by its heading. */
export function Section(props: {
  id: string
  title: string
  class?: string
  level?: 2 | 3 | 4
  /** If given, the heading can get the focus. */
  heading?: Ref<HTMLHeadingElement>
  children: ComponentChildren
}) {
  const { id, title, class: named, level = 3, heading, children } = props
  const Heading = `h${level}` as const
  return (
    <section class={named} aria-labelledby={id}>
      <Heading id={id} {...(heading && { ref: heading, tabIndex: -1 })}>
        {title}
      </Heading>
      {children}
    </section>
  )
}
