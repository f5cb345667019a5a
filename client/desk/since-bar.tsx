// From when on changes are shown: the start of the shift, the two hours at which shifts begin, the last hand-over, or any moment of the
// last days. Kept in the address.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lastAtHour, MAX_BACK_MS, SHIFT_HOURS, sinceOf } from '../../shared/desk/shift-times.ts'
import { navigate, withParameters } from '../app/address.ts'
import { LinkTo } from '../app/link-to.tsx'
import { formatClock } from '../design/time-format.ts'
import { Button } from '../kit/button.tsx'
import { EntryDialog } from '../programme/entry-dialog.tsx'
import styles from './changes.module.css'
import { MomentField, useMomentFaults } from './moment-field.tsx'
import { momentOf, typedMoment } from './moment-text.ts'

const DAY_MS = 86_400_000

type Props = {
  readonly since: number
  readonly now: number
  /** Undefined = there was none within reach. */
  readonly handedOverAt: number | undefined
}

const addressSince = (at: number): string => withParameters({ since: new Date(at).toISOString(), entry: undefined })

export function SinceBar({ since, now, handedOverAt }: Props) {
  const { t } = useTranslation('desk')
  const [isChoosing, setChoosing] = useState(false)
  // The newer of the two first: it is the shift that runs.
  const hours = SHIFT_HOURS.map(hour => lastAtHour(hour, now)).sort((a, b) => b - a)
  const presets = [
    ...hours.map(at => ({ at, words: formatClock(at) })),
    ...(handedOverAt !== undefined && sinceOf(String(handedOverAt), now) !== undefined
      ? [{ at: handedOverAt, words: t('changes.preset.handOver') }]
      : []),
  ]
  const isOther = !presets.some(({ at }) => at === since)
  return (
    <div className={styles.since} role="group" aria-label={t('changes.since')}>
      {presets.map(({ at, words }) => (
        <LinkTo key={words} to={addressSince(at)} className={styles.preset} isCurrent={at === since}>
          {words}
        </LinkTo>
      ))}
      <Button kind={isOther ? 'plain' : 'quiet'} icon="calendar" isPressed={isOther} onClick={() => setChoosing(true)}>
        {t('changes.preset.other')}
      </Button>
      {isChoosing && <ChooseForm since={since} now={now} onClose={() => setChoosing(false)} />}
    </div>
  )
}

type ChooseProps = { readonly since: number; readonly now: number; readonly onClose: () => void }

function ChooseForm({ since, now, onClose }: ChooseProps) {
  const { t } = useTranslation('desk')
  const faultsOf = useMomentFaults()
  const [typed, setTyped] = useState(() => typedMoment(since))
  const days = MAX_BACK_MS / DAY_MS
  const at = momentOf(typed)
  const isOutside = at !== undefined && sinceOf(String(at), now) === undefined
  return (
    <EntryDialog
      title={t('changes.choose')}
      description={t('changes.chooseAbout', { days })}
      isDirty={false}
      check={() => ({ ...(isOutside ? { since: t('changes.outside', { days }) } : {}), ...faultsOf('since', typed) })}
      onSubmit={async () => {
        if (at !== undefined) navigate(addressSince(at))
        onClose()
        return undefined
      }}
      submitWords={t('changes.show')}
      onClose={onClose}
    >
      <MomentField name="since" label={t('form.when')} value={typed} onChange={setTyped} />
    </EntryDialog>
  )
}
