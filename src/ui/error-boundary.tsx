/** When a screen breaks: words, a report to copy, and a way home, instead of a blank page. */
import { Component, type ReactElement, type ReactNode } from 'react';
import { CrashScreen } from './crash-screen';

interface BoundaryState {
  readonly error: unknown;
  readonly hasFailed: boolean;
}

/** Catches what its children throw while rendering. Give it a `key` per screen: a new screen starts whole. */
export class ErrorBoundary extends Component<{ children: ReactNode }, BoundaryState> {
  override state: BoundaryState = { error: null, hasFailed: false };

  static getDerivedStateFromError(error: unknown): BoundaryState {
    return { error, hasFailed: true };
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return (<CrashScreen error={this.state.error} />) satisfies ReactElement;
  }
}
