// Who entered something and when, with the mark of a simulated field where it was one.
import { useTranslation } from 'react-i18next'
import { isSimulated } from '../../shared/programme/event.ts'
import { formatClock, formatDate } from '../design/time-format.ts'
import { SourceTag } from '../kit/source-tag.tsx'
import { actorWords } from './event-words.ts'
import styles from './parts.module.css'

type Props = { readonly by: string; readonly at: number }

export function Provenance({ by, at }: Props) {
  const { t } = useTranslation('programme')
  // Written when the station began, of a fact found before: its day is that of the fact, and nobody typed it at an hour.
  if (by.startsWith('seed:'))
    return <span className={styles.muted}>{t('shell.fromSeed', { day: formatDate(at), key: actorWords(by) })}</span>
  return (
    <span className={styles.muted}>
      {formatDate(at)} {formatClock(at)} · {t('shell.by', { who: actorWords(by) })}
      {isSimulated(by) && (
        <>
          {' '}
          <SourceTag text={t('shell.simulated')} />
        </>
      )}
    </span>
  )
}
