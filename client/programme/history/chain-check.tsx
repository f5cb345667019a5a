// Whether the log is the one that was written: the station checks every event's hash against the one before it.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { getJson } from '../../app/rest.ts'
import { Button } from '../../kit/button.tsx'
import { Notice, type NoticeKind } from '../../kit/notice.tsx'
import { OperationProgress } from '../../operation/operation-progress.tsx'
import { momentWords } from '../tasks/task-words.ts'
import styles from './history.module.css'

export type Audit = {
  readonly holds: boolean
  readonly brokenId: number | null
  readonly lastId: number
  readonly lastHash: string
  readonly checkedAt: number
}

const KEY = ['programme-audit']

export function ChainCheck() {
  const { t } = useTranslation('programme')
  const client = useQueryClient()
  const { data, isFetching, refetch } = useQuery({
    queryKey: KEY,
    staleTime: 60_000,
    queryFn: async ({ signal }) => (await getJson('/api/v1/programme/audit', signal)) as Audit,
  })
  return (
    <section className={styles.chain} aria-labelledby="history-chain">
      <h3 id="history-chain">{t('history.chain.title')}</h3>
      <Notice
        kind={data ? kindOf(data) : 'info'}
        title={data ? titleOf(t, data) : t(isFetching ? 'history.chain.checking' : 'history.chain.unchecked')}
        actions={
          <Button
            icon="check"
            isBusy={isFetching}
            busyWords={t('history.chain.checking')}
            onClick={() => void refetch()}
          >
            {t('history.chain.again')}
          </Button>
        }
      >
        {data && (
          <>
            <p>{t('history.chain.checkedAt', { when: momentWords(data.checkedAt) })}</p>
            {data.lastHash !== '' && (
              <p className={styles.hash}>
                {t('history.chain.lastHash')}: <code>{data.lastHash}</code>
              </p>
            )}
          </>
        )}
      </Notice>
      <OperationProgress
        label={t('history.chain.checking')}
        isRunning={isFetching}
        isEscapeFree
        onCancel={() => void client.cancelQueries({ queryKey: KEY, exact: true })}
      />
      <p className={styles.hint}>
        {t('history.chain.about')} {t('history.chain.whole')}
      </p>
    </section>
  )
}

const kindOf = ({ holds, lastId }: Audit): NoticeKind => (!holds ? 'error' : lastId === 0 ? 'info' : 'success')

function titleOf(t: ReturnType<typeof useTranslation<'programme'>>['t'], { holds, brokenId, lastId }: Audit): string {
  if (!holds) return t('history.chain.broken', { id: brokenId ?? t('shell.unknown') })
  return lastId === 0 ? t('history.chain.empty') : t('history.chain.holds', { id: lastId })
}
