// Keeps one failing panel from taking the page with it: says so, and tries again by itself.
import { Component, type ReactNode } from 'react'
import { Translation } from 'react-i18next'
import styles from './panel-boundary.module.css'

const RETRY_MS = 15_000

type Props = { readonly children: ReactNode }
type State = { readonly hasFailed: boolean }

export class PanelBoundary extends Component<Props, State> {
  static getDerivedStateFromError(): State {
    return { hasFailed: true }
  }

  override state: State = { hasFailed: false }
  private timer: ReturnType<typeof setTimeout> | undefined

  override componentDidCatch(error: unknown): void {
    console.error('panel failed', error)
    this.timer = setTimeout(() => this.setState({ hasFailed: false }), RETRY_MS)
  }

  override componentWillUnmount(): void {
    clearTimeout(this.timer)
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children
    return (
      <section className={styles.failed} role="alert">
        <Translation>{t => t('failure.panel')}</Translation>
      </section>
    )
  }
}
