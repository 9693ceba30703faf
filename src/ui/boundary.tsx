import { Component, type ComponentChildren } from 'preact'

type Props = {
  /** Drawn again when this changes. */
  on: string
  /** @param again tries to draw what failed once more. */
  fallback: (again: () => void) => ComponentChildren
  children: ComponentChildren
}

/** What throws while it is drawn takes down what is inside alone, and something that works stands in its place. */
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
