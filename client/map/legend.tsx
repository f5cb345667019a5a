// Explains every colour and shape of the layers that are on, with the same drawings the map uses. Where somebody can press, each layer
// is switched here.
import { type ReactNode, type Ref, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOverview } from '../overview/overview-hooks.ts'
import { useEmptyLayers } from './layers/empty-layers.ts'
import { MAP_LAYERS, type MapLayerId } from './layers/layer-ids.ts'
import { LEGEND_ROWS } from './layers/legend-entries.tsx'
import styles from './legend.module.css'
import type { Borders } from './map-style.ts'
import { CENTRE_SIGN, GAUGE_SIGN } from './place-signs.ts'

const BORDERS = ['communes', 'districts'] as const satisfies readonly Borders[]

type Props = {
  readonly layers: ReadonlySet<MapLayerId>
  /** One village fills the map: what lies elsewhere needs no explanation. */
  readonly isNear?: boolean
  /** The layers only, where type is large and room is short. */
  readonly isShort: boolean
  /** Side by side instead of one below the other. */
  readonly isRow?: boolean
  /** With it there is a switch for each of these. */
  readonly onSwitch?: ((layer: MapLayerId) => void) | undefined
  readonly borders?: Borders
  readonly onBorders?: ((borders: Borders) => void) | undefined
  readonly ref?: Ref<HTMLElement>
}

export function Legend(props: Props) {
  const { layers, isNear = false, isShort, isRow = false, onSwitch, borders, onBorders, ref } = props
  const { t } = useTranslation('map')
  const overview = useOverview()
  const [isLow] = useState(() => onSwitch !== undefined && matchMedia(LOW).matches)
  const switches = onSwitch && <Switches layers={layers} onSwitch={onSwitch} />
  const empty = useEmptyLayers(layers)
  // Of the stations' signs those that are on the map, and what is normal.
  const present = new Set<string>(['normal', ...(overview?.stations ?? []).map(({ mark }) => mark)])
  const isShown = (layer: MapLayerId, word: string) =>
    layer !== 'stations' || onSwitch !== undefined || present.has(word)
  return (
    <section ref={ref} className={styles.legend} data-row={isRow} aria-label={t('legend')}>
      {!isLow && switches}
      <Signs
        title={t(isLow ? 'layersAndSigns' : 'signs')}
        isFolded={onSwitch !== undefined}
        before={
          <>
            {isLow && switches}
            {onBorders && borders && <BorderSwitch borders={borders} onBorders={onBorders} />}
          </>
        }
      >
        {MAP_LAYERS.filter(layer => layers.has(layer) && !empty.includes(layer)).flatMap(layer =>
          LEGEND_ROWS[layer]
            .filter(({ word }) => isShown(layer, word))
            .map(({ word, drawing }) => (
              <Row key={`${layer} ${word}`} label={t(`row.${layer}.${word}` as 'row.links.bow')}>
                {drawing}
              </Row>
            )),
        )}
        {empty.map(layer => (
          <Row key={layer} label={t('empty', { layer: t(`layer.${layer}`) })} isEmpty>
            <path className={styles.empty} d="M5 12H19" />
          </Row>
        ))}
        {!isShort && (
          <>
            <Row label={t('village')}>
              <rect className={styles.village} x="2" y="5" width="20" height="14" rx="4" />
            </Row>
            <Row label={t('river')}>
              <path className={styles.river} d="M1 14C6 8 9 8 12 12S19 16 23 9" />
            </Row>
            {!isNear && (
              <>
                <Row label={t('gauge')}>
                  <path className={styles.gauge} d={GAUGE_SIGN} />
                </Row>
                <Row label={t('centre')}>
                  <path className={styles.centre} d={CENTRE_SIGN} />
                </Row>
              </>
            )}
          </>
        )}
      </Signs>
    </section>
  )
}

/** Where there is little room the signs are folded away, and one press away. */
const ROOMY = '(width >= 1100px) and (height >= 960px)'

/** A wide page that isn't high: the switches are folded away with them, or the map would be a slit. */
const LOW = '(width >= 1100px) and (height < 780px)'

type SignsProps = {
  readonly title: string
  readonly isFolded: boolean
  readonly before: ReactNode
  readonly children: ReactNode
}

function Signs({ title, isFolded, before, children }: SignsProps) {
  const [isOpen] = useState(() => matchMedia(ROOMY).matches)
  if (!isFolded) return <ul>{children}</ul>
  return (
    <details className={styles.signs} open={isOpen}>
      <summary>{title}</summary>
      {before}
      <ul>{children}</ul>
    </details>
  )
}

function Switches({
  layers,
  onSwitch,
}: {
  readonly layers: Props['layers']
  readonly onSwitch: (layer: MapLayerId) => void
}) {
  const { t } = useTranslation('map')
  return (
    <fieldset className={styles.switches}>
      <legend className="spoken">{t('layers')}</legend>
      {MAP_LAYERS.map(layer => (
        <button key={layer} type="button" aria-pressed={layers.has(layer)} onClick={() => onSwitch(layer)}>
          {t(`layer.${layer}`)}
        </button>
      ))}
    </fieldset>
  )
}

function BorderSwitch({
  borders,
  onBorders,
}: {
  readonly borders: Borders
  readonly onBorders: (borders: Borders) => void
}) {
  const { t } = useTranslation('map')
  return (
    <fieldset className={styles.switches}>
      <legend className="spoken">{t('borders.label')}</legend>
      {BORDERS.map(one => (
        <button key={one} type="button" aria-pressed={one === borders} onClick={() => onBorders(one)}>
          {t(`borders.${one}`)}
        </button>
      ))}
    </fieldset>
  )
}

type RowProps = { readonly label: string; readonly isEmpty?: boolean; readonly children: ReactNode }
function Row({ label, isEmpty = false, children }: RowProps) {
  return (
    <li data-empty={isEmpty || undefined}>
      <span className={styles.key}>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          {children}
        </svg>
      </span>
      {label}
    </li>
  )
}
