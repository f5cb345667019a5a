// The villages one under the other: recognised or not, how far, where the dossier lies, when it may come and what blocks it.
// Every cell leads to its cause.
import { useTranslation } from 'react-i18next'
import type { ProgrammeOverview, VillageOverview } from '../../../shared/programme/overview.ts'
import { LinkTo } from '../../app/link-to.tsx'
import { DataTable } from '../../kit/data-table.tsx'
import { SourceTag } from '../../kit/source-tag.tsx'
import { StateMark } from '../../kit/state-mark.tsx'
import { addressWith } from '../address-with.ts'
import { cellParameter } from '../criteria/cell-place.ts'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { addressOf } from '../section.ts'
import { unitWords } from '../unit-words.ts'
import { IndicatorBar } from '../villages/indicator-bar.tsx'
import { dossierMark, forecastWords, type Marked, recognitionMark } from '../villages/village-words.ts'
import styles from './overview-page.module.css'

type Props = { readonly view: ProgrammeView; readonly overview: ProgrammeOverview }
type CellProps = { readonly view: ProgrammeView; readonly village: VillageOverview }

export function VillageRows({ view, overview }: Props) {
  const { t } = useTranslation('programme')
  return (
    <DataTable
      caption={t('overview.villages')}
      isCaptionHidden
      rows={overview.villages}
      rowKey={({ id }) => id}
      emptyWords={t('overview.noVillages')}
      opening={({ id }) => ({ to: addressOf('villages', id) })}
      maxHeight="none"
      columns={[
        {
          key: 'village',
          title: t('overview.village'),
          width: '11rem',
          sortValue: ({ name }) => name,
          render: village => (
            <>
              {village.name}
              <span className={styles.under}>{t('overview.planned', { year: village.plannedYear })}</span>
            </>
          ),
        },
        {
          key: 'recognition',
          title: t('overview.recognition'),
          sortValue: ({ recognition }) => (recognition.kind === 'recognised' ? recognition.on : undefined),
          render: village => <RecognitionCell view={view} village={village} />,
        },
        {
          key: 'indicators',
          title: t('overview.indicators'),
          width: '11rem',
          sortValue: ({ counts }) => (counts.total === null ? undefined : counts.met),
          render: ({ id, counts, isSimulated }) => (
            <LinkTo to={addressWith('villages', id, {}, 'indicators')} className={styles.cell}>
              <IndicatorBar counts={counts} />
              {isSimulated && <SourceTag text={t('shell.simulated')} />}
            </LinkTo>
          ),
        },
        {
          key: 'dossier',
          title: t('overview.dossier'),
          render: village => <DossierCell view={view} village={village} />,
        },
        {
          key: 'forecast',
          title: t('overview.forecast'),
          sortValue: ({ forecast }) => (forecast.kind === 'expected' ? forecast.on : undefined),
          render: village => <ForecastCell view={view} village={village} />,
        },
      ]}
    />
  )
}

function MarkLink({ mark, to }: { readonly mark: Marked; readonly to: string }) {
  return (
    <LinkTo to={to} className={styles.cell}>
      <StateMark state={mark.sign} word={mark.word} />
      {mark.detail !== undefined && <span className={styles.under}>{mark.detail}</span>}
    </LinkTo>
  )
}

function RecognitionCell({ view, village }: CellProps) {
  const { t } = useTranslation('programme')
  const recorded = view.state.villages.get(village.id)?.recognition ?? null
  const mark = recognitionMark(t, village.recognition, recorded)
  return <MarkLink mark={mark} to={addressWith('villages', village.id, {}, 'recognition')} />
}

function DossierCell({ view, village }: CellProps) {
  const { t } = useTranslation('programme')
  const mark = dossierMark(t, village.stage, village.clock, view.state.settings.appraisalWorkingDays)
  return <MarkLink mark={mark} to={addressWith('villages', village.id, {}, 'dossier')} />
}

function ForecastCell({ view, village: { id, forecast } }: CellProps) {
  const { t } = useTranslation('programme')
  const words = forecastWords(t, forecast)
  if (words === undefined) return <span className={styles.nothing}>{t('villages.forecast.nothingLeft')}</span>
  const blocking = forecast.kind === 'recognised' ? null : forecast.blocking
  return (
    <>
      <LinkTo to={addressWith('villages', id, {}, 'forecast')} className={styles.cell}>
        {words}
      </LinkTo>
      {blocking && (
        <LinkTo
          to={addressWith('criteria', undefined, { cell: cellParameter(id, blocking.indicator.indicator.id) })}
          className={styles.blocking}
        >
          {t('villages.forecast.blockedBy', {
            code: blocking.indicator.indicator.id,
            title: blocking.indicator.indicator.title,
            owner: unitWords(t, view, blocking.owner),
            days: blocking.openDays,
          })}
        </LinkTo>
      )}
    </>
  )
}
