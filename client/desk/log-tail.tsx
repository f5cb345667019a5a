// The end of the log: more of what is here, older pages from the station, or a word that there is nothing more.
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, ButtonLink } from '../kit/button.tsx'
import { Notice } from '../kit/notice.tsx'
import { entryAddress } from './handover-address.ts'
import styles from './log.module.css'
import type { OlderEntries } from './older-entries.ts'

type Props = {
  /** Here, but not shown yet. */
  readonly rest: number
  readonly step: number
  readonly older: OlderEntries
  readonly onMore: () => void
  readonly onOlder: () => void
}

export function LogTail({ rest, step, older, onMore, onOlder }: Props) {
  const { t } = useTranslation('desk')
  const end = useRef<HTMLParagraphElement>(null)
  const { isLoading, isFailing, beyond } = older
  const oldest = older.entries.at(-1)
  const hasButton = rest > 0 || beyond === 'more'
  const hadButton = useRef(hasButton)
  useEffect(() => {
    // What was pressed last has gone: the keyboard goes on from here, not from the top of the page.
    if (hadButton.current && !hasButton && document.activeElement === document.body) end.current?.focus()
    hadButton.current = hasButton
  }, [hasButton])
  return (
    <div className={styles.more}>
      {isFailing && <Notice kind="error" title={t('log.olderFailed')} />}
      {rest > 0 ? (
        <Button icon="chevron-down" onClick={onMore}>
          {t('log.more', { count: Math.min(step, rest) })}
        </Button>
      ) : (
        beyond === 'more' && (
          <Button icon="history" isBusy={isLoading} busyWords={t('log.olderLoading')} onClick={onOlder}>
            {t('log.older')}
          </Button>
        )
      )}
      <p ref={end} tabIndex={-1} className={styles.end} hidden={hasButton}>
        {beyond === 'too-many' && oldest ? (
          <>
            {t('log.olderMost')} <ButtonLink to={entryAddress(oldest.id)}>{t('log.goOn')}</ButtonLink>
          </>
        ) : (
          t('log.noOlder')
        )}
      </p>
    </div>
  )
}
