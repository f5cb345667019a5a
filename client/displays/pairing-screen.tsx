// What a screen shows that nobody let in yet: its code, readable from across the room, what to do with it, and for how long it is good.
import './words/vocabulary.ts'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { problemWords } from '../app/post-json.ts'
import { displayId, shortId } from './display-id.ts'
import { createPairingAgent, type Shown } from './pairing-agent.ts'
import styles from './pairing-screen.module.css'

const MINUTE_MS = 60_000
/** A quiet picture moves a little, against burn-in: once a minute, by so many pixels. */
const ORBIT = [0, 2, 4, 2, 0, -2, -4, -2] as const

type Props = {
  /** The station knows it now. */
  readonly onPaired: () => void
}

export function PairingScreen({ onPaired }: Props) {
  const { t, i18n } = useTranslation('displays')
  const [agent] = useState(() => createPairingAgent({ displayId, onPaired }))
  useEffect(() => agent.run(), [agent])
  const { shown, isAway, refusal } = useSyncExternalStore(agent.onChange, agent.standing)
  const minute = useMinutes()
  const [x, y] = [0, 2].map(step => ORBIT[(minute + step) % ORBIT.length])
  const language = i18n.language === 'en' ? 'en' : 'vi'
  return (
    <main
      id="main"
      className={styles.screen}
      style={{ transform: `translate(${x}px, ${y}px)` }}
      data-pairing={shown ? 'shown' : 'none'}
    >
      <div className={styles.upper} data-block="code">
        <p className={styles.brand}>{t('pairing.brand')}</p>
        <h1>{t('pairing.title')}</h1>
        {shown ? (
          <Code code={shown.code} />
        ) : (
          <p className={styles.noCode}>{refusal ? t('pairing.refused') : t('pairing.asking')}</p>
        )}
      </div>
      <div className={styles.lower} data-block="what to do">
        {shown && <Remaining key={shown.code} shown={shown} />}
        <p className={styles.how}>{refusal ? problemWords(refusal, language) : t('pairing.how')}</p>
        {!refusal && <p className={styles.where}>{`${location.host}/admin/displays`}</p>}
        <p className={styles.small} role="status">
          {isAway ? <strong>{t('pairing.away')}</strong> : t('pairing.machine', { id: shortId(displayId()) })}
        </p>
      </div>
    </main>
  )
}

/** Two groups of three, as one says them; read out as digits. */
const Code = ({ code }: { readonly code: string }) => (
  <p className={styles.code} data-testid="pairing-code">
    <span>{code.slice(0, 3)}</span> <span>{code.slice(3)}</span>
  </p>
)

/** A line that grows shorter evenly, and the time in words. */
function Remaining({ shown }: { readonly shown: Shown }) {
  const { t } = useTranslation('displays')
  const life = shown.expiresAt - shown.shownAt
  const [left] = useState(() => Math.max(0, shown.expiresAt - performance.now()))
  const minutes = Math.max(1, Math.ceil((shown.expiresAt - useNow()) / MINUTE_MS))
  return (
    <div className={styles.remaining}>
      <span className={styles.line}>
        <span
          className={styles.left}
          // One animation for its whole life: nothing jumps, nothing is drawn anew by us.
          style={{ animationDuration: `${life}ms`, animationDelay: `${left - life}ms` }}
        />
      </span>
      <span>{minutes > 1 ? t('pairing.good', { minutes }) : t('pairing.lastMinute')}</span>
    </div>
  )
}

const TICK_MS = 5_000

function useNow(): number {
  const [now, setNow] = useState(() => performance.now())
  useEffect(() => {
    const ticking = setInterval(() => setNow(performance.now()), TICK_MS)
    return () => clearInterval(ticking)
  }, [])
  return now
}

function useMinutes(): number {
  const now = useNow()
  return Math.floor(now / MINUTE_MS)
}
