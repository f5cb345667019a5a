// The same for what a page reads by itself: shows that it is read, lets go of it when asked, and offers to read it again.
import { type QueryKey, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Button } from '../kit/button.tsx'
import { OperationProgress } from './operation-progress.tsx'
import styles from './query-progress.module.css'

export type WatchedQuery = {
  readonly key: QueryKey
  readonly result: {
    readonly isPending: boolean
    readonly isPlaceholderData: boolean
    readonly fetchStatus: 'fetching' | 'paused' | 'idle'
    readonly isError: boolean
    readonly refetch: () => Promise<unknown>
  }
}
type Props = {
  readonly label: string
  /** Only those that are wanted: one that is switched off looks like one that was cancelled. */
  readonly queries: readonly WatchedQuery[]
}

/** What is asked for isn't what stands there. */
const isMissing = ({ result }: WatchedQuery): boolean => result.isPending || result.isPlaceholderData

export function QueryProgress({ label, queries }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const missing = queries.filter(isMissing)
  const loading = missing.filter(({ result }) => result.fetchStatus !== 'idle')
  const left = missing.filter(({ result }) => result.fetchStatus === 'idle' && !result.isError)
  const done = queries.length - missing.length
  return (
    <>
      <OperationProgress
        label={label}
        isRunning={loading.length > 0}
        // Of several it is known how many are here.
        share={queries.length > 1 && done > 0 ? done / queries.length : undefined}
        isEscapeFree
        onCancel={() => {
          for (const { key } of loading) void client.cancelQueries({ queryKey: key, exact: true })
        }}
      />
      {left.length > 0 && loading.length === 0 && (
        <p className={styles.left} role="status">
          {t('operation.left')}
          <Button
            icon="history"
            onClick={() => {
              for (const { result } of left) void result.refetch()
            }}
          >
            {t('operation.again')}
          </Button>
        </p>
      )}
    </>
  )
}
