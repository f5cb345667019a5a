// Where a computed value comes from: the readings that went in, when they were measured, what each weighs, the table, the decision.
import '../history/words/vocabulary.ts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { DerivedOrigin } from '../../shared/history/api-schema.ts'
import { MarkIcon } from '../design/mark-icon.tsx'
import { formatNumber } from '../design/number-format.ts'
import { formatClock } from '../design/time-format.ts'
import { Dialog } from '../kit/dialog.tsx'
import { SourceTag } from '../kit/source-tag.tsx'
import { useQuantities } from '../registry/quantity-words.ts'
import { stepWords } from './derived-section.tsx'
import { categoryMark, categoryOf, derivedValueWords } from './derived-words.ts'
import styles from './origin-dialog.module.css'
import { originQuery } from './origin-query.ts'

type Props = {
  readonly id: string
  /** Undefined = the newest step that is over. */
  readonly at: number | undefined
  readonly onClose: () => void
}

export function OriginDialog({ id, at, onClose }: Props) {
  const { t } = useTranslation('history')
  const { data, failureCount } = useQuery(originQuery(id, at))
  const name = data ? t(`derived.short.${data.derived.kind}`) : ''
  return (
    <Dialog
      title={data ? t('derived.dialog.title', { name }) : t('loading')}
      words={{ close: t('close') }}
      width="wide"
      onClose={onClose}
    >
      {data ? <Origin origin={data} /> : <p role="status">{t(failureCount > 0 ? 'failed' : 'loading')}</p>}
    </Dialog>
  )
}

function Origin({ origin }: { readonly origin: DerivedOrigin }) {
  const { t } = useTranslation('history')
  const { derived, value, steps, missing, gauge } = origin
  const words = useQuantities()
  const category = value === null ? undefined : categoryOf(derived.kind, value)
  const parameterName = (code: string) => (isWaterParameter(code) ? t(`derived.parameter.${code}`) : words.name(code))
  const levels =
    gauge &&
    (['I', 'II', 'III'] as const).flatMap(name =>
      gauge.levels[name] === null
        ? []
        : t('derived.dialog.level', { level: name, at: formatNumber(gauge.levels[name], 2) }),
    )
  return (
    <div className={styles.origin} data-testid="origin">
      <p className={styles.value}>
        {category && <MarkIcon mark={categoryMark(category)} />}
        {value === null ? t('derived.unknown') : derivedValueWords(t, derived.kind, value)}
      </p>
      <p className={styles.about}>
        <SourceTag text={t('derived.mark')} /> {derived.deviceName} · {stepWords(t, origin)} ·{' '}
        {t('derived.dialog.by', { decision: derived.decision })}
      </p>
      {derived.inputSource === 'simulated' && (
        <p>
          <SourceTag text={t('legend.simulated')} /> {t('derived.dialog.simulated')}
        </p>
      )}
      <p>{t(`derived.dialog.formula.${derived.kind}`)}</p>
      {gauge && levels && (
        <p className={styles.about}>{t('derived.dialog.gauge', { name: gauge.name, levels: levels.join(' · ') })}</p>
      )}
      {steps.map(step => (
        <Step key={step.quantity} step={step} kind={derived.kind} />
      ))}
      {missing.length > 0 && <p>{t('derived.dialog.missing', { names: missing.map(parameterName).join(', ') })}</p>}
      <p className={styles.about}>{t(`derived.dialog.missingMeaning.${derived.kind}`)}</p>
    </div>
  )
}

const WATER = [
  'bod5',
  'cod',
  'toc',
  'tss',
  'total_phosphorus',
  'total_nitrogen',
  'coliform',
  'thermotolerant_coliform',
] as const
const isWaterParameter = (code: string): code is (typeof WATER)[number] => WATER.some(one => one === code)

type StepProps = { readonly step: DerivedOrigin['steps'][number]; readonly kind: DerivedOrigin['derived']['kind'] }

function Step({ step, kind }: StepProps) {
  const { t } = useTranslation('history')
  const words = useQuantities()
  const { quantity, rule, used, index, hours } = step
  const decimals = words.decimals(quantity)
  const write = (value: number | null) =>
    value === null ? '–' : `${formatNumber(value, decimals)}\u00a0${words.unit(quantity)}`.trim()
  const isWeighed = rule === 'nowcast'
  return (
    <section className={styles.step}>
      <h3>
        {words.name(quantity)}
        <span>
          {t(`derived.rule.${rule}`)}: {write(used)}
          {index !== null && ` → ${derivedValueWords(t, kind, index)}`}
        </span>
      </h3>
      {hours.length > 1 && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className={styles.scroll} tabIndex={0} role="group" aria-label={words.name(quantity)}>
          <table>
            <tbody>
              <tr>
                <th scope="row">{t('derived.dialog.hour')}</th>
                {hours.map(hour => (
                  <td key={hour.t}>{formatClock(hour.t)}</td>
                ))}
              </tr>
              <tr>
                <th scope="row">{t('derived.dialog.mean')}</th>
                {hours.map(hour => (
                  <td key={hour.t}>{hour.value === null ? '–' : formatNumber(hour.value, decimals)}</td>
                ))}
              </tr>
              {isWeighed && (
                <tr>
                  <th scope="row">{t('derived.dialog.weight')}</th>
                  {hours.map(hour => (
                    <td key={hour.t}>{hour.value === null ? '–' : formatNumber(hour.weight, 3)}</td>
                  ))}
                </tr>
              )}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
