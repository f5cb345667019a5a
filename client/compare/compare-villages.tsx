// Villages side by side: the same rows for each, and how far each lies from the first. Nothing is coloured for being the best or the
// worst: only states are.
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Village } from '../../shared/registry.ts'
import { navigate } from '../app/address.ts'
import { LinkTo } from '../app/link-to.tsx'
import { MAX_COMPARED, withCompared } from '../desktop/compared.ts'
import { placeTo } from '../desktop/use-desktop.ts'
import { Icon } from '../kit/icons.tsx'
import { useRegistry } from '../registry/registry-query.ts'
import { compareAddress } from './compare-address.ts'
import styles from './compare-page.module.css'
import { DifferenceLine } from './difference-line.tsx'
import { FirstMark } from './first-mark.tsx'
import { useVillageRows, type VillageRow } from './use-village-rows.tsx'

export function CompareVillages({ ids }: { readonly ids: readonly string[] }) {
  const { t } = useTranslation('compare')
  const { t: desk } = useTranslation('desktop')
  const { data: registry } = useRegistry()
  const [isFull, setFull] = useState(false)
  const villages = ids.flatMap(id => registry?.villages.find(one => one.id === id) ?? [])
  const [first] = villages
  const turn = (id: string) => {
    const next = withCompared(ids, id)
    setFull(next === undefined)
    if (next) navigate(compareAddress({ villages: next }))
  }
  return (
    <>
      <fieldset className={styles.choice}>
        <legend>{t('villages.choose', { most: MAX_COMPARED })}</legend>
        {[...(registry?.villages ?? [])]
          .sort((a, b) => a.order - b.order)
          .map(({ id, name }) => (
            <button key={id} type="button" aria-pressed={ids.includes(id)} onClick={() => turn(id)}>
              <Icon name={ids.includes(id) ? 'check' : 'plus'} /> {name}
            </button>
          ))}
      </fieldset>
      <p className={styles.full} role="alert" data-testid="compare-full">
        {isFull && desk('compare.full.villages', { most: MAX_COMPARED })}
      </p>
      {first ? (
        <>
          {villages.length > 1 && <p className={styles.hint}>{t('villages.about', { name: first.name })}</p>}
          <RowsOf villageId={first.id}>
            {firstRows => (
              <div className={styles.columns} data-count={villages.length} data-testid="comparison">
                {villages.map(village => (
                  <Column
                    key={village.id}
                    village={village}
                    first={village.id === first.id ? undefined : { name: first.name, rows: firstRows }}
                    isAlone={villages.length === 1}
                    onFirst={() =>
                      navigate(compareAddress({ villages: [village.id, ...ids.filter(id => id !== village.id)] }))
                    }
                    onRemove={() => turn(village.id)}
                  />
                ))}
              </div>
            )}
          </RowsOf>
        </>
      ) : (
        <p className={styles.hint}>{t('villages.none')}</p>
      )}
    </>
  )
}

type RowsProps = {
  readonly villageId: string
  readonly children: (rows: readonly VillageRow[]) => ReactNode
}

/** Read once for all the columns beside it. */
const RowsOf = ({ villageId, children }: RowsProps) => children(useVillageRows(villageId))

type Props = {
  readonly village: Village
  /** What it is set against; undefined for the first itself. */
  readonly first: { readonly name: string; readonly rows: readonly VillageRow[] } | undefined
  readonly isAlone: boolean
  readonly onFirst: () => void
  readonly onRemove: () => void
}

function Column({ village, first, isAlone, onFirst, onRemove }: Props) {
  const { t } = useTranslation('compare')
  const rows = useVillageRows(village.id)
  const titleId = `compare-${village.id}`
  return (
    <section className={styles.column} aria-labelledby={titleId} data-village={village.id}>
      <header>
        <h2 id={titleId}>
          <LinkTo to={placeTo({ village: village.id })}>{village.name}</LinkTo>
        </h2>
        <button type="button" onClick={onRemove}>
          <Icon name="close" />
          <span className="spoken">{t('remove', { name: village.name })}</span>
        </button>
        <FirstMark name={village.name} isFirst={first === undefined} isAlone={isAlone} onFirst={onFirst} />
      </header>
      <dl>
        {rows.map(({ id, label, body, measure }) => {
          const beside = first?.rows.find(row => row.id === id)?.measure
          return (
            <div key={id}>
              <dt>{label}</dt>
              <dd>
                {body}
                {first && measure && beside && (
                  <DifferenceLine measure={measure} first={beside} firstName={first.name} />
                )}
              </dd>
            </div>
          )
        })}
      </dl>
    </section>
  )
}
