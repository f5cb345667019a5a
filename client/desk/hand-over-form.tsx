// Hands a shift over: to whom, from when to when, and what the next one must know, drafted from what changed.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DESK_LIMITS } from '../../shared/desk/limits.ts'
import { endOfShift } from '../../shared/desk/shift-times.ts'
import { useActor } from '../access/actor.ts'
import { useActingUnits } from '../alarms/alarm-actor.tsx'
import { momentWords } from '../alarms/alarm-names.ts'
import { FieldRow } from '../kit/form.tsx'
import { SelectField } from '../kit/select-field.tsx'
import { TextField } from '../kit/text-field.tsx'
import { EntryText } from '../programme/entry-text.tsx'
import { newKey } from '../programme/send-command.ts'
import { DeskForm, WRITE } from './desk-form.tsx'
import { MomentField, useMomentFaults } from './moment-field.tsx'
import { momentOf, typedMoment } from './moment-text.ts'

type Props = {
  readonly since: number
  readonly now: number
  /** What the form begins with. */
  readonly draft: string
  readonly onClose: () => void
}

/** A shift that ends within this long is handed over as a whole; else it ends with the minute that runs. */
const MINUTE_MS = 60_000
const NEAR_END_MS = 60 * MINUTE_MS

export function HandOverForm({ since, now, draft, onClose }: Props) {
  const { t } = useTranslation('desk')
  const outgoing = useActor(WRITE)
  const units = useActingUnits()
  const faultsOf = useMomentFaults()
  const [id] = useState(newKey)
  const [name, setName] = useState('')
  const [unit, setUnit] = useState<string>()
  const [text, setText] = useState(draft)
  const [from, setFrom] = useState(() => typedMoment(since))
  const [to, setTo] = useState(() =>
    typedMoment(endOfShift(now) - now <= NEAR_END_MS ? endOfShift(now) : now + MINUTE_MS),
  )
  const fromAt = momentOf(from)
  const toAt = momentOf(to)
  const incoming = { name: name.trim(), unit: unit ?? outgoing.unit }
  return (
    <DeskForm
      title={t('handOver.do')}
      description={t('handOver.about', { since: momentWords(since) })}
      submitWords={t('handOver.do')}
      said={t('handOver.said', { who: incoming.name })}
      width="wide"
      isDirty={name !== '' || text !== draft}
      command={() =>
        fromAt === undefined || toAt === undefined
          ? undefined
          : {
              command: 'hand-over-shift',
              data: { id, from: fromAt, to: toAt, text: text.trim(), outgoing, incoming },
            }
      }
      missing={() => ({
        ...(incoming.name === '' ? { 'incoming.name': t('handOver.missing') } : {}),
        ...faultsOf('from', from),
        ...faultsOf('to', to),
      })}
      onClose={onClose}
    >
      <FieldRow>
        <TextField
          name="incoming.name"
          label={t('handOver.incoming')}
          hint={t('handOver.incomingHint')}
          isRequired
          maxLength={120}
          value={name}
          onChange={setName}
        />
        <SelectField
          name="incoming.unit"
          label={t('handOver.incomingUnit')}
          noneWords={t('handOver.sameUnit')}
          options={units}
          value={unit}
          onChange={setUnit}
        />
      </FieldRow>
      <MomentField name="from" label={t('handOver.from')} value={from} onChange={setFrom} />
      <MomentField name="to" label={t('handOver.to')} value={to} onChange={setTo} />
      <EntryText
        name="text"
        label={t('handOver.text')}
        isRequired
        max={DESK_LIMITS.summary.max}
        rows={12}
        value={text}
        onChange={setText}
      />
    </DeskForm>
  )
}
