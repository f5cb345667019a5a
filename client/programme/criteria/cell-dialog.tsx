// One indicator of one village: what is asked, what each step found, who said so and what it rests on.
import { useTranslation } from 'react-i18next'
import { type IndicatorStanding, indicatorStandings } from '../../../shared/programme/assessment-standing.ts'
import { targetWords } from '../../../shared/programme/criteria.ts'
import type { EvidenceFile } from '../../../shared/programme/facts.ts'
import type { SetState, VillageState } from '../../../shared/programme/state.ts'
import { navigate, withParameters } from '../../app/address.ts'
import { formatNumber } from '../../design/number-format.ts'
import { DataTable } from '../../kit/data-table.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { formatSize } from '../../kit/file-limits.ts'
import { Icon } from '../../kit/icons.tsx'
import { SourceTag } from '../../kit/source-tag.tsx'
import { StateMark } from '../../kit/state-mark.tsx'
import { EntryButton } from '../entry-button.tsx'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { Provenance } from '../provenance.tsx'
import { actingUnitWords, unitWords } from '../unit-words.ts'
import { type CellStep, cellSteps } from './cell-steps.ts'
import { outcomeSign, stepNumber } from './cell-words.ts'
import styles from './criteria.module.css'
import { MeasuredValue } from './measured-value.tsx'
import { useMeasurement } from './measurements-query.ts'

type Props = {
  readonly view: ProgrammeView
  readonly set: SetState
  readonly village: VillageState
  readonly standing: IndicatorStanding
  readonly onClose: () => void
}

export function CellDialog({ view, set, village, standing, onClose }: Props) {
  const { t, i18n } = useTranslation('programme')
  const { group, criterion, indicator } = standing.indicator
  const isMeasured = indicator.measure !== null && !view.isPast
  const measurement = useMeasurement(set.id, village.id, indicator.id, isMeasured)
  return (
    <Dialog
      title={`${village.name}: ${indicator.id} ${indicator.title}`}
      words={{ close: t('shell.close') }}
      width="wide"
      onClose={onClose}
      footer={
        <EntryButton
          view={view}
          deed={{ kind: 'programme', command: 'assess-indicator' }}
          kind="primary"
          onClick={() => navigate(withParameters({ form: 'assess' }))}
        >
          {t('criteria.assess')}
        </EntryButton>
      }
    >
      <div className={styles.sheet}>
        <dl className={styles.pairs}>
          <div>
            <dt>{t('criteria.target')}</dt>
            <dd>
              <strong>{targetWords(indicator.target, i18n.language === 'en' ? 'en' : 'vi')}</strong>
            </dd>
          </div>
          <div>
            <dt>{t('criteria.owner')}</dt>
            <dd>{unitWords(t, view, indicator.owner)}</dd>
          </div>
          <div>
            <dt>{t('criteria.evidenceNeeded')}</dt>
            <dd>{indicator.evidence ?? t('criteria.evidenceNone')}</dd>
          </div>
          <div>
            <dt>{t('criteria.group')}</dt>
            <dd>
              {group.title} · {criterion.title}
              {set.illustrative && (
                <>
                  {' '}
                  <SourceTag text={t('shell.illustrative')} />
                </>
              )}
            </dd>
          </div>
        </dl>
        {measurement && <MeasuredValue measurement={measurement} />}
        <DataTable
          caption={t('criteria.steps')}
          rows={cellSteps(view.state.settings.steps, standing.steps)}
          rowKey={({ step }) => step}
          emptyWords={t('criteria.noSteps')}
          columns={[
            {
              key: 'step',
              title: t('criteria.step'),
              render: ({ step, isOff }) => (
                <>
                  {stepNumber(step)}. {t(`term.step.${step}`)}
                  {isOff && <span className={styles.under}>{t('criteria.stepOff')}</span>}
                </>
              ),
            },
            {
              key: 'outcome',
              title: t('criteria.outcome'),
              width: '11rem',
              render: ({ result }) => (
                <StateMark
                  state={outcomeSign(result?.outcome ?? null)}
                  word={t(`term.outcome.${result?.outcome ?? 'none'}`)}
                >
                  {result?.value !== null && result?.value !== undefined && formatValue(result.value, standing)}
                </StateMark>
              ),
            },
            { key: 'who', title: t('criteria.who'), render: step => <Who view={view} step={step} /> },
            { key: 'rests', title: t('criteria.restsOn'), render: step => <RestsOn step={step} /> },
          ]}
        />
      </div>
    </Dialog>
  )
}

/** With as many decimals as it has, two at most. */
const formatValue = (value: number, { indicator: { indicator } }: IndicatorStanding): string => {
  const decimals = [0, 1].find(count => Number.isInteger(value * 10 ** count)) ?? 2
  return `${formatNumber(value, decimals)}\u00a0${indicator.target.kind === 'number' ? indicator.target.unit : ''}`
}

function Who({ view, step: { result } }: { readonly view: ProgrammeView; readonly step: CellStep }) {
  const { t } = useTranslation('programme')
  if (!result) return null
  return (
    <>
      {actingUnitWords(view, result.unit)}
      <span className={styles.under}>
        <Provenance by={result.by} at={result.at} />
      </span>
      {result.carriedFrom && (
        <span className={styles.under}>
          {t('criteria.carriedFrom', {
            set: view.state.criteriaSets.get(result.carriedFrom.set)?.title ?? result.carriedFrom.set,
            indicator: result.carriedFrom.indicator,
          })}
        </span>
      )}
    </>
  )
}

function RestsOn({ step: { result } }: { readonly step: CellStep }) {
  if (!result) return null
  return (
    <>
      {result.note}
      <ul>
        {result.evidence.map(file => (
          <li key={file.hash}>
            <FileLink file={file} />
          </li>
        ))}
      </ul>
    </>
  )
}

export function FileLink({ file: { hash, name, size } }: { readonly file: EvidenceFile }) {
  return (
    <a className={styles.file} href={`/api/v1/programme/files/${hash}`} download={name}>
      <Icon name="file" /> {name} ({formatSize(size)})
    </a>
  )
}

/** Undefined when the set doesn't have the indicator. */
export const standingAt = (
  view: ProgrammeView,
  set: SetState,
  village: string,
  indicator: string,
): IndicatorStanding | undefined =>
  indicatorStandings(view.state, village, set).find(one => one.indicator.indicator.id === indicator)
