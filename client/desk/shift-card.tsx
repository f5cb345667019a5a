// Who is on duty by the last hand-over: its summary, the way to hand over and to take over, and the paper of it.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { endOfShift, startOfShift } from '../../shared/desk/shift-times.ts'
import type { DeskState, Shift } from '../../shared/desk/state.ts'
import { isSimulated } from '../../shared/programme/event.ts'
import { useMay } from '../access/me.ts'
import { momentWords } from '../alarms/alarm-names.ts'
import { addressOfArea } from '../app/areas.ts'
import { LinkTo } from '../app/link-to.tsx'
import { formatClock } from '../design/time-format.ts'
import { Button } from '../kit/button.tsx'
import { Icon } from '../kit/icons.tsx'
import { Notice } from '../kit/notice.tsx'
import { SourceTag } from '../kit/source-tag.tsx'
import { actorWords } from '../programme/event-words.ts'
import { WRITE } from './desk-form.tsx'
import { shiftAddress } from './handover-address.ts'
import { shortMoment } from './moment-text.ts'
import styles from './shift.module.css'
import { TakeOverForm } from './take-over-form.tsx'

/** Earlier ones that are a press away. */
const EARLIER = 10

type Props = {
  readonly desk: DeskState
  readonly now: number
  /** The hand-over that the address names. */
  readonly shiftId: string | undefined
  /** Undefined while there is nothing to draft a summary from. */
  readonly onHandOver: (() => void) | undefined
  readonly shown: Shift | undefined
}

export function ShiftCard({ desk, now, shiftId, shown, onHandOver }: Props) {
  const { t } = useTranslation('desk')
  const mayWrite = useMay()(WRITE)
  const [isTaking, setTaking] = useState(false)
  const earlier = [...desk.shifts.values()].reverse().filter(({ id }) => id !== shown?.id)
  return (
    <section className={styles.card} aria-labelledby="desk-shift">
      <p className={styles.paper}>{t('shift.paper')}</p>
      <div className={styles.head}>
        <div>
          <h2 id="desk-shift">{t('shift.title')}</h2>
          <p className={styles.now}>
            {t('shift.now', { from: formatClock(startOfShift(now)), to: formatClock(endOfShift(now)) })}
          </p>
        </div>
        <div className={styles.actions}>
          {shown && (
            <Button kind="quiet" icon="file" onClick={() => window.print()}>
              {t('shift.print')}
            </Button>
          )}
          {mayWrite && (
            <Button isDisabled={!onHandOver} onClick={() => onHandOver?.()}>
              {t('handOver.do')}
            </Button>
          )}
          {mayWrite && shown?.taken === null && (
            <Button kind="primary" icon="check" onClick={() => setTaking(true)}>
              {t('takeOver.do')}
            </Button>
          )}
        </div>
      </div>
      {shiftId !== undefined && shown?.id !== shiftId && <Notice kind="warning" title={t('shift.missing')} />}
      {shown ? (
        <ShiftWords shift={shown} now={now} />
      ) : (
        <p className={styles.none}>
          <strong>{t('shift.none')}</strong> {t('shift.noneHow')}
        </p>
      )}
      {earlier.length > 0 && (
        <details className={styles.earlier}>
          <summary>{t('shift.earlier')}</summary>
          <ul>
            {shiftId !== undefined && (
              <li>
                <LinkTo to={addressOfArea('handover')}>{t('shift.newest')}</LinkTo>
              </li>
            )}
            {earlier.slice(0, EARLIER).map(shift => (
              <li key={shift.id}>
                <LinkTo to={shiftAddress(shift.id)}>{spanWords(t, shift)}</LinkTo>{' '}
                <span className={styles.muted}>
                  {shift.outgoing.name} → {shift.taken ? actorWords(shift.taken.by) : shift.incoming.name}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {isTaking && shown && <TakeOverForm shift={shown} onClose={() => setTaking(false)} />}
    </section>
  )
}

const spanWords = (
  t: ReturnType<typeof useTranslation<'desk'>>['t'],
  { from, to }: Pick<Shift, 'from' | 'to'>,
): string => t('shift.span', { from: momentWords(from), to: momentWords(to) })

function ShiftWords({ shift, now }: { readonly shift: Shift; readonly now: number }) {
  const { t } = useTranslation('desk')
  const { taken } = shift
  const people = {
    outgoing: shift.outgoing.name,
    incoming: shift.incoming.name,
    when: shortMoment(shift.handedOverAt, now),
  }
  return (
    <div className={styles.shift}>
      <p className={styles.span}>{spanWords(t, shift)}</p>
      <p className={styles.standing} data-waiting={taken === null}>
        <Icon name={taken ? 'done' : 'warning'} />
        <span>
          {t(taken ? 'shift.handed' : 'shift.waiting', people)}
          {taken && `. ${t('shift.taken', { who: actorWords(taken.by), when: shortMoment(taken.at, now) })}`}{' '}
          {isSimulated(shift.by) && <SourceTag text={t('simulated')} />}
        </span>
      </p>
      <details className={styles.summary} open={taken === null}>
        <summary>{t('shift.summary')}</summary>
        <p className={styles.text}>{shift.text}</p>
      </details>
      <p className={styles.printedText}>{shift.text}</p>
      <div className={styles.signatures}>
        {(['outgoing', 'incoming'] as const).map(who => (
          <div key={who}>
            <strong>{t(`shift.${who}`)}</strong>
            <span>{t('shift.signed')}</span>
            <span className={styles.signed}>{shift[who].name}</span>
          </div>
        ))}
      </div>
    </div>
  )
}
