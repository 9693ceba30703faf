import { Component, type ComponentChildren } from 'preact'

type Props = {
  /** Tries again when this changes. */
  on: string
  /** @param again tries to draw the failed part again. */
  fallback: (again: () => void) => ComponentChildren
  children: ComponentChildren
}

/** Replaces its content if drawing it throws. The rest of the page stays. */
export class Boundary extends Component<Props, { isBroken: boolean }> {
  override state = { isBroken: false }

  static override getDerivedStateFromError() {
    return { isBroken: true }
  }

  override componentDidUpdate({ on }: Props): void {
    if (this.state.isBroken && on !== this.props.on) this.again()
  }

  again = (): void => this.setState({ isBroken: false })

  override render({ fallback, children }: Props) {
    return this.state.isBroken ? fallback(this.again) : children
  }
}
