// The nine villages by up to three quantities each, in plan order: for a screen of its own. Old values look old, unknown is said.
import { useTranslation } from 'react-i18next'
import { floodStage } from '../../../shared/flood.ts'
import { formatNumber } from '../../design/number-format.ts'
import { stageWords } from '../../i18n/phrases.ts'
import { extremeOf, type Pick, valuesOf } from '../../overview/extremes.ts'
import { gaugeFinder } from '../../overview/overview.ts'
import { markOfStage } from '../../overview/stations.ts'
import { useRegistry } from '../../registry/registry-query.ts'
import { useJudged } from '../tiles/use-judged.ts'
import styles from './quantity-board.module.css'

export type BoardColumn = { readonly quantity: string; readonly pick: Pick }

type Props = { readonly columns: readonly BoardColumn[] }

export function QuantityBoard({ columns }: Props) {
  const { t: general, i18n } = useTranslation()
  const { t } = useTranslation('wall')
  const { data: registry } = useRegistry()
  const now = useJudged()
  const gaugeOf = gaugeFinder(registry)
  const language = i18n.language === 'en' ? 'en' : 'vi'
  const abouts = columns.map(column => ({
    ...column,
    about: registry?.quantities.find(({ code }) => code === column.quantity),
  }))
  const villages = [...(registry?.villages ?? [])].sort((a, b) => a.order - b.order)
  return (
    <table className={styles.board} data-columns={columns.length}>
      <thead>
        <tr>
          <td />
          {abouts.map(({ quantity, about }) => (
            <th key={quantity} scope="col">
              {about?.name[language] ?? quantity}
              <span className={styles.unit}>{about?.unitLabel[language]}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {villages.map(({ id, name }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            {abouts.map(({ quantity, pick, about }) => {
              const found = now && extremeOf(valuesOf(now.state, quantity, now.judged, id), pick)
              const gauge = quantity === 'water_level' ? gaugeOf(id) : undefined
              const stage = found && gauge ? floodStage(found.value, gauge.levels) : undefined
              return (
                <td
                  key={quantity}
                  data-freshness={found?.freshness ?? 'none'}
                  data-mark={stage && found?.freshness === 'live' ? markOfStage(stage) : undefined}
                >
                  <data value={found?.value}>
                    {found ? formatNumber(found.value, about?.decimals ?? 2) : t('scenes.board.noValue')}
                  </data>
                  {quantity === 'water_level' && found && (
                    <span className={styles.note}>{stageWords(general, stage ?? { kind: 'unknown' })}</span>
                  )}
                  {found && found.freshness !== 'live' && (
                    <span className={styles.note}>{general(`freshness.${found.freshness}`)}</span>
                  )}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A board for a scene. */
export const quantityBoard =
  (...columns: readonly BoardColumn[]) =>
  () => <QuantityBoard columns={columns} />
