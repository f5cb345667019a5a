// A set beside another one: what stayed, changed, came and went; and the way to carry results over.
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type FlatIndicator, targetWords } from '../../../shared/programme/criteria.ts'
import type { SetState } from '../../../shared/programme/state.ts'
import { navigate, withParameters } from '../../app/address.ts'
import { DataTable } from '../../kit/data-table.tsx'
import { StateMark } from '../../kit/state-mark.tsx'
import type { ProgrammeState as Sign } from '../../kit/state-shapes.ts'
import { EntryButton } from '../entry-button.tsx'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { unitWords } from '../unit-words.ts'
import { type ComparisonLine, sideBySide } from './comparison-lines.ts'
import styles from './criteria.module.css'

const SIGNS: Readonly<Record<ComparisonLine['change'], Sign>> = {
  same: 'on-track',
  changed: 'due-soon',
  added: 'waiting',
  removed: 'late',
}

type Props = { readonly view: ProgrammeView; readonly before: SetState; readonly after: SetState }

export function SetComparison({ view, before, after }: Props) {
  const { t } = useTranslation('programme')
  const { lines, counts, pairs } = useMemo(() => sideBySide(before, after), [before, after])
  if (lines.length === 0) return <p className={styles.about}>{t('criteria.compareEmpty')}</p>
  const changeWords = ({ change, fields }: ComparisonLine) =>
    change === 'changed'
      ? t('criteria.changed', { fields: fields.map(field => t(`criteria.field.${field}`)).join(', ') })
      : t(`criteria.${change}`)
  return (
    <>
      <div className={styles.head}>
        <p>{t('criteria.compareCounts', counts)}</p>
        {pairs.length === 0 ? (
          <p className={styles.about}>{t('criteria.carryNone')}</p>
        ) : (
          <EntryButton
            view={view}
            deed={{ kind: 'programme', command: 'carry-over-results' }}
            onClick={() => navigate(withParameters({ form: 'carry' }))}
          >
            {t('criteria.carry')}
          </EntryButton>
        )}
      </div>
      <DataTable
        caption={t('criteria.comparison')}
        isCaptionHidden
        rows={lines}
        rowKey={({ key }) => key}
        emptyWords={t('criteria.compareEmpty')}
        columns={[
          {
            key: 'change',
            title: t('criteria.change'),
            width: '14rem',
            render: line => <StateMark state={SIGNS[line.change]} word={changeWords(line)} />,
          },
          {
            key: 'before',
            title: `${t('criteria.before')}: ${before.title}`,
            render: line => <Side view={view} one={line.before} />,
          },
          {
            key: 'after',
            title: `${t('criteria.after')}: ${after.title}`,
            render: line => <Side view={view} one={line.after} />,
          },
        ]}
      />
    </>
  )
}

function Side({ view, one }: { readonly view: ProgrammeView; readonly one: FlatIndicator | null }) {
  const { t, i18n } = useTranslation('programme')
  if (!one) return null
  const { id, title, target, owner } = one.indicator
  return (
    <>
      {id} {title}
      <span className={styles.under}>
        {targetWords(target, i18n.language === 'en' ? 'en' : 'vi')} · {unitWords(t, view, owner)}
      </span>
    </>
  )
}
