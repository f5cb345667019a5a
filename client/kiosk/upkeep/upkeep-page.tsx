// For whoever looks after the display: what it is, how it stands, and the few things to be done to it on the spot.
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { opensHereOnly } from '../../../shared/loopback.ts'
import { currentMe } from '../../access/me.ts'
import { chooseTheme, THEME_CHOICES, useThemeChoice } from '../../design/theme.ts'
import { buildId } from '../../displays/build-id.ts'
import { displayId, forgetId, shortId } from '../../displays/display-id.ts'
import { wipeKept } from '../../displays/wipe-kept.ts'
import { ageWords } from '../../i18n/phrases.ts'
import { KioskButton } from '../card.tsx'
import { wipeKiosk } from '../kiosk-wipe.ts'
import { askUpkeep } from './ask-upkeep.ts'
import { Overlay } from './overlay.tsx'
import { ScreenTest } from './screen-test.tsx'
import styles from './upkeep.module.css'

type Props = {
  readonly pin: string
  /** The one that the station gives to phones. */
  readonly address: string
  /** Of a display that stands for one unit. */
  readonly unitId: string | undefined
  readonly onClose: () => void
}
type Doing = 'identify' | 'test' | 'unpair'

export function UpkeepPage({ pin, address, unitId, onClose }: Props) {
  const { t, i18n } = useTranslation('kiosk')
  const { t: general } = useTranslation()
  const theme = useThemeChoice()
  const [doing, setDoing] = useState<Doing>()
  const [said, setSaid] = useState<string>()
  const unpair = async () => {
    const answer = await askUpkeep(pin, 'leave', i18n.language === 'en' ? 'en' : 'vi')
    if (answer.kind !== 'right') {
      setDoing(undefined)
      setSaid(answer.kind === 'away' ? t('service.away') : answer.words)
      return
    }
    wipeKiosk()
    // A paired one finds itself shut out when it starts anew, and wipes what it kept then; where nobody pairs nobody shuts it out.
    if (currentMe()?.who.kind !== 'display') {
      wipeKept()
      forgetId()
    }
    location.assign('/kiosk')
  }
  if (doing === 'test') return <ScreenTest onClose={() => setDoing(undefined)} />
  if (doing === 'identify')
    return (
      <Overlay title={t('service.display')} isWhole>
        <p className={styles.sign}>{shortId(displayId())}</p>
        <KioskButton onPress={() => setDoing(undefined)}>{t('service.close')}</KioskButton>
      </Overlay>
    )
  if (doing === 'unpair')
    return (
      <Overlay title={t('service.unpairTitle')}>
        <p>{t('service.unpairHint')}</p>
        <div className={styles.row}>
          <KioskButton onPress={() => setDoing(undefined)}>{t('service.cancel')}</KioskButton>
          <KioskButton kind="danger" onPress={() => void unpair()}>
            {t('service.unpairYes')}
          </KioskButton>
        </div>
      </Overlay>
    )
  return (
    <Overlay title={t('service.title')}>
      <Facts unitId={unitId} address={address} />
      {said !== undefined && (
        <p className={styles.said} role="alert">
          {said}
        </p>
      )}
      <div className={styles.row} role="group" aria-label={general('theme.label')}>
        {THEME_CHOICES.map(one => (
          <KioskButton key={one} isPressed={one === theme} onPress={() => chooseTheme(one)}>
            {general(`theme.${one}`)}
          </KioskButton>
        ))}
      </div>
      <div className={styles.deeds}>
        <KioskButton onPress={() => setDoing('identify')}>{t('service.identify')}</KioskButton>
        <KioskButton onPress={() => setDoing('test')}>{t('service.screenTest')}</KioskButton>
        <KioskButton onPress={() => location.reload()}>{t('service.reload')}</KioskButton>
        <KioskButton kind="danger" onPress={() => setDoing('unpair')}>
          {t('service.unpair')}
        </KioskButton>
        <KioskButton kind="main" onPress={onClose}>
          {t('service.close')}
        </KioskButton>
      </div>
    </Overlay>
  )
}

function Facts({ unitId, address }: Pick<Props, 'unitId' | 'address'>) {
  const { t } = useTranslation('kiosk')
  const { t: general } = useTranslation()
  const queries = useQueryClient()
  // By this machine's own clock, which also says when the board came.
  const [openedAt] = useState(() => Date.now())
  const boards = queries.getQueryCache().findAll({ queryKey: ['unit-board'] })
  const newest = Math.max(0, ...boards.map(({ state }) => state.dataUpdatedAt))
  const isFailing = boards.some(({ state }) => state.fetchFailureCount > 0)
  const facts = [
    [t('service.build'), buildId],
    [t('service.display'), displayId()],
    [t('service.unit'), unitId ?? t('service.noUnit')],
    [t('service.phones'), opensHereOnly(address) ? t('service.phonesHereOnly', { address }) : address],
    [t('service.link'), general(isFailing ? 'link.neverLinked' : 'link.live')],
    [
      t('service.snapshot'),
      newest === 0 ? t('service.noSnapshot') : t('service.snapshotAge', { age: ageWords(general, openedAt - newest) }),
    ],
  ] as const
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
