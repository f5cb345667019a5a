// What a file would change and what is wrong with it, line by line. Shows only; knows no sending.
import { useTranslation } from 'react-i18next'
import type { ImportChange, ImportError, ImportPreview } from '../../../shared/programme/exchange-schema.ts'
import { DataTable } from '../../kit/data-table.tsx'
import { Notice } from '../../kit/notice.tsx'
import styles from './exchange.module.css'
import { changeCounts, shownLines } from './preview-lines.ts'

type Props = { readonly preview: ImportPreview; readonly hasMoved: boolean }

export function ImportPreviewPart({ preview, hasMoved }: Props) {
  const { t } = useTranslation('programme')
  const { changes, errors, unchanged, comparisons } = preview
  return (
    <section className={styles.preview} aria-label={t('exchange.result')}>
      {hasMoved && (
        <Notice kind="warning" isUrgent title={t('exchange.moved')}>
          {t('exchange.movedHint')}
        </Notice>
      )}
      {errors.length > 0 ? (
        <Notice kind="error" title={t('exchange.wrong', { number: errors.length })}>
          {t('exchange.wrongHint')}
        </Notice>
      ) : changes.length > 0 ? (
        <Notice kind="info" title={t('exchange.ready', { changes: changes.length, unchanged })} />
      ) : (
        <Notice kind="info" title={t('exchange.nothing', { unchanged })} />
      )}
      {comparisons.map(({ set, predecessor, rows }) => (
        <p key={set} className={styles.more}>
          {t('exchange.compared', { predecessor })}: {t('exchange.comparedCounts', changeCounts(rows))}
        </p>
      ))}
      {errors.length > 0 && <Errors errors={errors} />}
      {changes.length > 0 && <Changes changes={changes} />}
    </section>
  )
}

type Place = Pick<ImportError, 'sheet' | 'line'>

function usePlaceWords(): (place: Place) => string {
  const { t } = useTranslation('programme')
  return ({ sheet, line }) => {
    if (line === null) return sheet ?? t('exchange.wholeFile')
    return sheet === null ? String(line) : t('exchange.placeOf', { sheet, line })
  }
}

function Errors({ errors }: { readonly errors: readonly ImportError[] }) {
  const { t, i18n } = useTranslation('programme')
  const placeWords = usePlaceWords()
  const { lines, more } = shownLines(errors)
  return (
    <>
      <DataTable
        caption={t('exchange.errors')}
        isDense
        maxHeight="24rem"
        rows={lines}
        rowKey={({ at }) => String(at)}
        emptyWords=""
        columns={[
          { key: 'place', title: t('exchange.place'), render: placeWords, width: '12rem' },
          { key: 'column', title: t('exchange.column'), render: ({ column }) => column ?? '', width: '10rem' },
          {
            key: 'problem',
            title: t('exchange.problem'),
            render: error => (i18n.language === 'en' ? error.en : error.vi),
          },
        ]}
      />
      {more > 0 && <p className={styles.more}>{t('exchange.more', { number: more })}</p>}
    </>
  )
}

function Changes({ changes }: { readonly changes: readonly ImportChange[] }) {
  const { t, i18n } = useTranslation('programme')
  const placeWords = usePlaceWords()
  const { lines, more } = shownLines(changes)
  return (
    <>
      <DataTable
        caption={t('exchange.changes')}
        isDense
        maxHeight="24rem"
        rows={lines}
        rowKey={({ at }) => String(at)}
        emptyWords=""
        columns={[
          { key: 'place', title: t('exchange.place'), render: placeWords, width: '12rem' },
          {
            key: 'what',
            title: t('exchange.what'),
            render: change => (i18n.language === 'en' ? change.whatEn : change.what),
          },
          { key: 'before', title: t('exchange.before'), render: ({ before }) => before ?? t('exchange.empty') },
          { key: 'after', title: t('exchange.after'), render: ({ after }) => after ?? t('exchange.empty') },
        ]}
      />
      {more > 0 && <p className={styles.more}>{t('exchange.more', { number: more })}</p>}
    </>
  )
}
