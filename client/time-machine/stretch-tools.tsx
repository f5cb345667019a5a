// Under the track: chooses a stretch of it, says which it is, plays it again and again, gives it to the incident that is open.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Incident } from '../../shared/desk/state.ts'
import { useMay } from '../access/me.ts'
import { Button } from '../kit/button.tsx'
import { IncidentForm } from './incident-forms.tsx'
import styles from './stretch.module.css'
import { fitted, type Stretch, stretchAround } from './stretch.ts'
import { stretchLength, stretchWords } from './stretch-words.ts'
import { useTimeView } from './time-hooks.ts'
import type { TimeMachine } from './time-machine.ts'
import type { TrackRange } from './track-range.ts'

type Props = {
  readonly machine: TimeMachine
  readonly stretch: Stretch | undefined
  readonly bounds: TrackRange
  readonly incident: Incident | undefined
  readonly onStretch: (stretch: Stretch | undefined) => void
}

export function StretchTools({ machine, stretch, bounds, incident, onStretch }: Props) {
  const { t } = useTranslation('time')
  const { target, now, repeated } = useTimeView(machine)
  if (!stretch)
    return (
      <div className={styles.tools}>
        <Button
          kind="quiet"
          icon="stretch"
          // Where the track ends isn't known yet.
          isDisabled={now === undefined}
          onClick={() => onStretch(incident ? fitted(incident, bounds) : stretchAround(target, bounds))}
        >
          {t('stretch.choose')}
        </Button>
      </div>
    )
  return (
    <div className={styles.tools} data-chosen="true">
      <p className={styles.words} data-testid="stretch-words">
        {stretchWords(stretch)} <span className={styles.length}>({stretchLength(t, stretch)})</span>
      </p>
      <Button
        kind="quiet"
        icon="repeat"
        isPressed={repeated !== undefined}
        onClick={() => machine.repeat(repeated ? undefined : stretch)}
      >
        {t('stretch.play')}
      </Button>
      {incident && <GiveSpan incident={incident} stretch={stretch} onStretch={onStretch} />}
      <Button kind="quiet" icon="close" isIconOnly onClick={() => onStretch(undefined)}>
        {t('stretch.leave')}
      </Button>
    </div>
  )
}

type GiveProps = {
  readonly incident: Incident
  readonly stretch: Stretch
  readonly onStretch: (stretch: Stretch) => void
}

/** Nothing where the incident lies there already. */
function GiveSpan({ incident, stretch, onStretch }: GiveProps) {
  const { t } = useTranslation('time')
  const may = useMay()
  const [isOpen, setOpen] = useState(false)
  const isSame = incident.from === stretch.from && incident.to === stretch.to
  if ((isSame && !isOpen) || !may({ kind: 'desk', command: 'change-incident' })) return null
  return (
    <>
      <Button kind="quiet" icon="bookmark" onClick={() => setOpen(true)}>
        {t('stretch.give')}
      </Button>
      {isOpen && (
        <IncidentForm
          incident={incident}
          span={stretch}
          village={undefined}
          onSpan={onStretch}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
