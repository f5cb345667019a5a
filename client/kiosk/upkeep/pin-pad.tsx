// A pad of figures to type the service PIN on glass; only the station says whether it is right. Without the station a reload is all.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MAX_PIN, MIN_PIN } from '../../../shared/access/pin-rule.ts'
import { KioskButton } from '../card.tsx'
import { askUpkeep } from './ask-upkeep.ts'
import { Overlay } from './overlay.tsx'
import styles from './upkeep.module.css'

type Props = { readonly onRight: (pin: string, address: string) => void; readonly onClose: () => void }
type Standing = { readonly kind: 'typing' | 'asking' | 'away' } | { readonly kind: 'refused'; readonly words: string }

const FIGURES = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const

export function PinPad({ onRight, onClose }: Props) {
  const { t, i18n } = useTranslation('kiosk')
  const { t: general } = useTranslation()
  const [pin, setPin] = useState('')
  const [standing, setStanding] = useState<Standing>({ kind: 'typing' })
  const type = (figure: string) => {
    setStanding({ kind: 'typing' })
    setPin(before => (before.length < MAX_PIN ? before + figure : before))
  }
  const enter = async () => {
    setStanding({ kind: 'asking' })
    const answer = await askUpkeep(pin, 'look', i18n.language === 'en' ? 'en' : 'vi')
    if (answer.kind === 'right') return onRight(pin, answer.address)
    setPin('')
    setStanding(
      answer.kind === 'away' ? { kind: 'away' } : { kind: 'refused', words: answer.words ?? general('failure.panel') },
    )
  }
  return (
    <Overlay title={t('service.pinTitle')}>
      <p className={styles.hint}>{t('service.pinHint')}</p>
      <p className={styles.typed} role="status" aria-label={t('service.typed', { count: pin.length })}>
        {'●'.repeat(pin.length) || '·'}
      </p>
      <p className={styles.said} role="alert">
        {standing.kind === 'refused' && standing.words}
        {standing.kind === 'away' && t('service.away')}
        {standing.kind === 'asking' && t('service.checking')}
      </p>
      <div className={styles.pad}>
        {FIGURES.map(figure => (
          <KioskButton key={figure} onPress={() => type(figure)}>
            {figure}
          </KioskButton>
        ))}
        <KioskButton onPress={() => setPin('')}>{t('service.erase')}</KioskButton>
        <KioskButton onPress={() => type('0')}>0</KioskButton>
        <KioskButton
          kind="main"
          isDisabled={pin.length < MIN_PIN || standing.kind === 'asking'}
          onPress={() => void enter()}
        >
          {t('service.enter')}
        </KioskButton>
      </div>
      <div className={styles.row}>
        <KioskButton onPress={onClose}>{t('service.cancel')}</KioskButton>
        {standing.kind === 'away' && <KioskButton onPress={() => location.reload()}>{t('service.reload')}</KioskButton>}
      </div>
    </Overlay>
  )
}
