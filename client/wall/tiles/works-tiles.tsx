// Tiles of the works: pumps that run and gates that stand open, of the province or of one village.
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../design/number-format.ts'
import { agePhrase } from '../../i18n/phrases.ts'
import { countOf, valuesOf } from '../../overview/extremes.ts'
import type { SceneProps } from '../scenes/scene.ts'
import { Tile } from './tile.tsx'
import { useJudged } from './use-judged.ts'

/** A gate that is less open than this lets nothing through. */
const SHUT_PERCENT = 1

export function PumpsTile({ villageId }: SceneProps) {
  const { t } = useTranslation('wall')
  return (
    <CountTile
      testId="kpi-pumps"
      quantity="pump_state"
      villageId={villageId}
      isIn={value => value === 1}
      label={t('scenes.pumps.label')}
      none={t('scenes.pumps.none')}
      words={count => (count === 0 ? t('scenes.pumps.idle') : t('scenes.pumps.running'))}
    />
  )
}

export function GatesTile({ villageId }: SceneProps) {
  const { t } = useTranslation('wall')
  return (
    <CountTile
      testId="kpi-gates"
      quantity="gate_opening"
      villageId={villageId}
      isIn={value => value >= SHUT_PERCENT}
      label={t('scenes.gates.label')}
      none={t('scenes.gates.none')}
      words={(count, total) =>
        count < total ? t('scenes.gates.shut', { count: total - count }) : t('scenes.gates.open')
      }
    />
  )
}

type Props = SceneProps & {
  readonly testId: string
  readonly quantity: string
  readonly isIn: (value: number) => boolean
  readonly label: string
  readonly none: string
  readonly words: (count: number, total: number) => string
}

function CountTile({ testId, quantity, villageId, isIn, label, none, words }: Props) {
  const { t: general } = useTranslation()
  const now = useJudged()
  const values = now ? valuesOf(now.state, quantity, now.judged, villageId) : []
  const found = countOf(values, isIn)
  return (
    <Tile
      testId={testId}
      label={label}
      freshness={found?.freshness ?? 'none'}
      raw={found?.count}
      value={found && formatNumber(found.count)}
      unit={found && `/ ${formatNumber(found.total)}`}
      meaning={found ? words(found.count, found.total) : none}
      when={found && now ? agePhrase(general, now.serverNow - found.measuredAt, found.freshness) : ''}
      sources={found && new Set(values.map(({ series }) => series.source))}
    />
  )
}
