import { Component, type ReactNode } from 'react'
import { ErrorState } from './states.tsx'

interface Props {
  readonly children: ReactNode
}

/** A screen that breaks says so and can be tried again; the rest of the app goes on. */
export class ErrorBoundary extends Component<Props, { readonly error: unknown }> {
  override state: { readonly error: unknown } = { error: undefined }

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override render(): ReactNode {
    if (this.state.error === undefined) return this.props.children
    return (
      <ErrorState error={this.state.error} onRetry={() => this.setState({ error: undefined })} />
    )
  }
}
