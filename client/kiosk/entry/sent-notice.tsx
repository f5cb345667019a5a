// What became of what was just handed in, and what one can do next.
import { Button } from '../../kit/button.tsx'
import { Notice } from '../../kit/notice.tsx'
import { useDesk, useEntryWords } from './entry-hooks.ts'
import styles from './entry-page.module.css'

type Props = { readonly handed: 'done' | 'waiting' | 'conflict'; readonly onMore: () => void }

const KIND = { done: 'success', waiting: 'info', conflict: 'warning' } as const

export function SentNotice({ handed, onMore }: Props) {
  const { t } = useEntryWords()
  const { end } = useDesk()
  return (
    <section className={styles.sent} data-sent={handed}>
      <Notice kind={KIND[handed]} title={t(`sent.${handed}`)} isUrgent>
        {t(`sent.${handed}How`)}
      </Notice>
      <div className={styles.next}>
        <Button kind="primary" onClick={onMore}>
          {t('sent.more')}
        </Button>
        <Button onClick={end}>{t('session.end')}</Button>
      </div>
    </section>
  )
}
