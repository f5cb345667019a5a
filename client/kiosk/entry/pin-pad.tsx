// A pad of large keys for a PIN; a keyboard works as well. What was pressed is shown as dots only.
import { MAX_PIN } from '../../../shared/access/pin-rule.ts'
import { useEntryWords } from './entry-hooks.ts'
import styles from './pin-pad.module.css'

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const

type Props = { readonly pin: string; readonly onChange: (pin: string) => void }

export function PinPad({ pin, onChange }: Props) {
  const { t } = useEntryWords()
  const press = (digit: string) => onChange(`${pin}${digit}`.slice(0, MAX_PIN))
  const key = (digit: string) => (
    <button key={digit} type="button" aria-label={t('signIn.pinDigit', { digit })} onClick={() => press(digit)}>
      {digit}
    </button>
  )
  return (
    <div className={styles.pad}>
      <label className={styles.typed}>
        <span>{t('signIn.pinLabel')}</span>
        <input
          type="password"
          // The pad is the keyboard; another one would cover it.
          inputMode="none"
          autoComplete="off"
          name="pin"
          maxLength={MAX_PIN}
          value={pin}
          onChange={event => onChange(event.target.value.replaceAll(/\D/g, '').slice(0, MAX_PIN))}
        />
      </label>
      <p className="spoken" role="status">
        {t('signIn.pinTyped', { number: pin.length })}
      </p>
      <div className={styles.keys}>
        {KEYS.map(key)}
        <span />
        {key('0')}
        <button type="button" className={styles.erase} onClick={() => onChange(pin.slice(0, -1))}>
          {t('signIn.erase')}
        </button>
      </div>
    </div>
  )
}
