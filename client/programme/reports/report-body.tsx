// What a report says: the four texts and the system's figures, read only; the same before it is sent and after.
import { useTranslation } from 'react-i18next'
import { setOn } from '../../../shared/programme/criteria.ts'
import { REPORT_TEXTS, type ReportFigures } from '../../../shared/programme/facts.ts'
import type { ReportPeriod } from '../../../shared/programme/report-period.ts'
import { SourceTag } from '../../kit/source-tag.tsx'
import type { ProgrammeView } from '../programme-hooks.tsx'
import type { ReportTexts } from './report-choices.ts'
import { figureLines } from './report-words.ts'
import styles from './reports.module.css'

export function ReportTextParts({ texts }: { readonly texts: ReportTexts }) {
  const { t } = useTranslation('programme')
  return (
    <div className={styles.texts}>
      {REPORT_TEXTS.map(part => (
        <section key={part}>
          <h3>{t(`term.reportText.${part}`)}</h3>
          {texts[part].trim() === '' ? (
            <p className={styles.muted}>{t('reports.emptyText')}</p>
          ) : (
            <p className={styles.written}>{texts[part]}</p>
          )}
        </section>
      ))}
    </div>
  )
}

type FiguresProps = {
  readonly view: ProgrammeView
  readonly figures: ReportFigures
  readonly period: ReportPeriod
  readonly title: string
  readonly note?: string
}

export function ReportFigureList({ view, figures, period, title, note }: FiguresProps) {
  const { t } = useTranslation('programme')
  const isIllustrative = setOn(view.state, view.day).set?.illustrative ?? false
  return (
    <section className={styles.panel}>
      <h3>{title}</h3>
      {note !== undefined && <p className={styles.muted}>{note}</p>}
      <dl className={styles.facts}>
        {figureLines(t, figures, period).map(line => (
          <div key={line.key}>
            <dt>{line.label}</dt>
            <dd>
              <strong>{line.words}</strong>
              {line.note !== undefined && <span className={styles.muted}> · {line.note}</span>}
              {line.key === 'indicators' && isIllustrative && (
                <>
                  {' '}
                  <SourceTag text={t('shell.illustrative')} />
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
