// Villages side by side: the same rows for each. Nothing is coloured for being the best or the worst: only states are.
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { openAlarms } from '../../shared/alarms/standing.ts'
import type { Village } from '../../shared/registry.ts'
import { useAlarmPicture } from '../alarms/alarm-hooks.ts'
import { PRIORITY_MARK } from '../alarms/priority-mark.ts'
import { navigate } from '../app/address.ts'
import { LinkTo } from '../app/link-to.tsx'
import { MarkIcon } from '../design/mark-icon.tsx'
import { MAX_COMPARED, withCompared } from '../desktop/compared.ts'
import { FigureBody } from '../desktop/figure-strip.tsx'
import { placeTo } from '../desktop/use-desktop.ts'
import { useFieldFigures } from '../desktop/use-field-figures.ts'
import { useProgrammeFigures } from '../desktop/use-programme-figures.ts'
import { Icon } from '../kit/icons.tsx'
import { IndicatorBar } from '../programme/villages/indicator-bar.tsx'
import { useRegistry } from '../registry/registry-query.ts'
import { useProgrammeOverview } from '../wall/programme-overview.ts'
import { compareAddress } from './compare-address.ts'
import styles from './compare-page.module.css'
import { CompareRow } from './compare-row.tsx'
import { EverydayRows } from './everyday-rows.tsx'

export function CompareVillages({ ids }: { readonly ids: readonly string[] }) {
  const { t } = useTranslation('desktop')
  const { data: registry } = useRegistry()
  const [isFull, setFull] = useState(false)
  const villages = ids.flatMap(id => registry?.villages.find(one => one.id === id) ?? [])
  const turn = (id: string) => {
    const next = withCompared(ids, id)
    setFull(next === undefined)
    if (next) navigate(compareAddress({ villages: next }))
  }
  return (
    <>
      <fieldset className={styles.choice}>
        <legend>{t('compare.chooseVillages', { count: MAX_COMPARED })}</legend>
        {[...(registry?.villages ?? [])]
          .sort((a, b) => a.order - b.order)
          .map(({ id, name }) => (
            <button key={id} type="button" aria-pressed={ids.includes(id)} onClick={() => turn(id)}>
              <Icon name={ids.includes(id) ? 'check' : 'plus'} /> {name}
            </button>
          ))}
      </fieldset>
      <p className={styles.full} role="alert" data-testid="compare-full">
        {isFull && t('compare.full.villages', { count: MAX_COMPARED })}
      </p>
      {villages.length === 0 ? (
        <p className={styles.hint}>{t('compare.none')}</p>
      ) : (
        <div className={styles.columns} data-count={villages.length} data-testid="comparison">
          {villages.map(village => (
            <Column key={village.id} village={village} onRemove={() => turn(village.id)} />
          ))}
        </div>
      )}
    </>
  )
}

function Column({ village, onRemove }: { readonly village: Village; readonly onRemove: () => void }) {
  const { t } = useTranslation('desktop')
  const programme = useProgrammeFigures(village.id)
  const field = useFieldFigures(village.id)
  const [recognised, ...others] = programme
  const standing = useProgrammeOverview()?.villages.find(({ id }) => id === village.id)
  const titleId = `compare-${village.id}`
  return (
    <section className={styles.column} aria-labelledby={titleId} data-village={village.id}>
      <header>
        <h2 id={titleId}>
          <LinkTo to={placeTo({ village: village.id })}>{village.name}</LinkTo>
        </h2>
        <button type="button" onClick={onRemove}>
          <Icon name="close" />
          <span className="spoken">{t('compare.remove', { name: village.name })}</span>
        </button>
      </header>
      <dl>
        {recognised && <CompareRow label={recognised.label} value={<FigureBody figure={recognised} />} />}
        <CompareRow
          label={t('selection.indicators')}
          value={standing ? <IndicatorBar counts={standing.counts} /> : t('compare.unknown')}
        />
        {[...others, ...field].map(figure => (
          <CompareRow key={figure.id} label={figure.label} value={<FigureBody figure={figure} />} />
        ))}
        <CompareRow label={t('attention.alarms')} value={<OpenAlarms villageId={village.id} />} />
        <EverydayRows villageId={village.id} />
      </dl>
    </section>
  )
}

function OpenAlarms({ villageId }: { readonly villageId: string }) {
  const { t } = useTranslation('desktop')
  const { state } = useAlarmPicture()
  const open = useMemo(
    () => state && openAlarms(state).filter(({ about }) => about.village === villageId),
    [state, villageId],
  )
  if (!open) return t('compare.unknown')
  const [worst] = open
  if (!worst) return t('attention.noAlarm')
  return (
    <span className={styles.alarms}>
      <MarkIcon mark={PRIORITY_MARK[worst.priority]} /> {t('selection.alarms', { count: open.length })}
    </span>
  )
}
