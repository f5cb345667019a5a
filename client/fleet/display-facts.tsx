// What a display reports, each with its name; what it doesn't say is unknown, never nought.
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { FleetRow } from '../../shared/displays/api-schema.ts'
import type { DisplayProfile } from '../../shared/displays/profile.ts'
import { isReplayKey } from '../../shared/displays/scene.ts'
import { MarkIcon } from '../design/mark-icon.tsx'
import { formatNumber } from '../design/number-format.ts'
import { buildId } from '../displays/build-id.ts'
import { ageWords } from '../i18n/phrases.ts'
import styles from './display-card.module.css'
import { sceneOfKey } from './fleet-rows.ts'
import { isClockOff } from './pairing/pairing-standing.ts'
import { useSceneWords } from './scene-words.ts'

const BYTES_PER_MB = 1_000_000

type Props = {
  readonly row: FleetRow
  readonly profile: DisplayProfile | undefined
  readonly children?: ReactNode
}

export function DisplayFacts({ row, profile, children }: Props) {
  const { t } = useTranslation('fleet')
  const { t: word } = useTranslation('displays')
  const { t: common } = useTranslation()
  const sceneWords = useSceneWords()
  const { report } = row
  const scene = sceneOfKey(report?.scene ?? null)
  const given = () => {
    if (row.profile === null) return t('fact.noProfile')
    if (!profile) return t('fact.goneProfile', { id: row.profile })
    return `${profile.name} · ${row.screen === null ? word('wholeCanvas') : word('screen', { id: row.screen })}`
  }
  const known = (value: number | null | undefined, words: (value: number) => string) =>
    value === null || value === undefined ? undefined : words(value)
  const queued = report?.queued
  const isOther = report !== null && report.version !== buildId
  return (
    <dl className={styles.facts}>
      {(queued === undefined || row.profile !== null) && <Fact name={t('fact.shows')}>{given()}</Fact>}
      {children}
      {queued !== undefined ? (
        <Fact name={t('fact.kiosk')}>
          {[
            t('fact.queued', { number: formatNumber(queued) }),
            ...(report?.isInUse === true ? [t('fact.inUse')] : []),
          ].join(' · ')}
        </Fact>
      ) : (
        <Fact name={t('fact.scene')}>
          {isReplayKey(report?.scene ?? null) ? t('fact.replay') : scene && sceneWords(scene)}
        </Fact>
      )}
      <Fact name={t('fact.fps')}>{known(report?.fps, value => t('fact.fpsUnit', { value: formatNumber(value) }))}</Fact>
      <Fact name={t('fact.memory')}>
        {known(report?.heapBytes, value => t('fact.memoryUnit', { value: formatNumber(value / BYTES_PER_MB) }))}
      </Fact>
      <Fact name={t('fact.uptime')}>{known(report?.uptimeMs, value => ageWords(common, value))}</Fact>
      <Fact name={t('fact.losses')}>{known(report?.contextLosses, count => t('fact.lossesUnit', { count }))}</Fact>
      <Fact name={t('fact.size')}>{report && `${report.width} × ${report.height}`}</Fact>
      <Fact name={t('fact.version')}>
        {report && (
          <>
            <span>{report.version}</span>
            {isOther && <Trouble>{t('fact.otherVersion')}</Trouble>}
          </>
        )}
      </Fact>
      {row.clockOffMs !== null && isClockOff(row) && (
        <Fact name={t('pairing.clockOff')}>
          <Trouble>
            {t(row.clockOffMs > 0 ? 'pairing.clockAhead' : 'pairing.clockBehind', {
              age: ageWords(common, Math.abs(row.clockOffMs)),
            })}
          </Trouble>
        </Fact>
      )}
      {report && report.troubles.length > 0 && (
        <Fact name={t('fact.troubles')}>
          {report.troubles.map(trouble => (
            <Trouble key={trouble}>{t(`trouble.${trouble}`)}</Trouble>
          ))}
        </Fact>
      )}
    </dl>
  )
}

type FactProps = { readonly name: string; readonly children: ReactNode }

export function Fact({ name, children }: FactProps) {
  const { t } = useTranslation('fleet')
  const isKnown = children !== undefined && children !== null
  return (
    <div>
      <dt>{name}</dt>
      <dd data-unknown={!isKnown}>{isKnown ? children : t('unknown')}</dd>
    </div>
  )
}

export const Trouble = ({ children }: { readonly children: ReactNode }) => (
  <span className={styles.trouble}>
    <MarkIcon mark="warning" /> {children}
  </span>
)
