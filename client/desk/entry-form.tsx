// Writes an entry of the log: what, when, where, and which of the open alarms it is about.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { openAlarms } from '../../shared/alarms/standing.ts'
import type { AlarmState } from '../../shared/alarms/state.ts'
import { ENTRY_KINDS, type EntryKind } from '../../shared/desk/command.ts'
import { DESK_LIMITS } from '../../shared/desk/limits.ts'
import { ruleName, titleAndPlace } from '../alarms/alarm-names.ts'
import { PickList } from '../alarms/rules/pick-list.tsx'
import { useAlarmNames } from '../alarms/use-alarm-names.ts'
import { RadioGroup } from '../kit/radio-group.tsx'
import { EntryText } from '../programme/entry-text.tsx'
import { newKey } from '../programme/send-command.ts'
import { DeskForm } from './desk-form.tsx'
import { MomentField, useMomentFaults } from './moment-field.tsx'
import { momentOf, typedMoment } from './moment-text.ts'
import { VillageField } from './village-field.tsx'

type Props = { readonly alarms: AlarmState; readonly now: number; readonly onClose: () => void }

export function EntryForm({ alarms: state, now, onClose }: Props) {
  const { t } = useTranslation('desk')
  const names = useAlarmNames(state)
  const faultsOf = useMomentFaults()
  const [id] = useState(newKey)
  const [kind, setKind] = useState<EntryKind>('note')
  const [text, setText] = useState('')
  const [happened, setHappened] = useState(() => typedMoment(now))
  const [village, setVillage] = useState<string>()
  const [alarms, setAlarms] = useState<readonly string[]>([])
  const happenedAt = momentOf(happened)
  const most = DESK_LIMITS.alarmsAnEntry
  return (
    <DeskForm
      title={t('log.write')}
      submitWords={t('log.write')}
      said={t('log.written')}
      isDirty={text !== '' || alarms.length > 0}
      command={() =>
        happenedAt === undefined
          ? undefined
          : {
              command: 'write-log-entry',
              data: { id, text: text.trim(), happenedAt, village: village ?? null, alarms, kind },
            }
      }
      missing={() => ({
        ...(text.trim() === '' ? { text: t('log.textMissing') } : {}),
        ...(alarms.length > most ? { alarms: t('log.tooMany', { most }) } : {}),
        ...faultsOf('happenedAt', happened),
      })}
      onClose={onClose}
    >
      <RadioGroup
        name="kind"
        label={t('log.kindLabel')}
        options={ENTRY_KINDS.map(value => ({ value, label: t(`log.kind.${value}`) }))}
        value={kind}
        onChange={setKind}
      />
      <EntryText
        name="text"
        label={t('log.text')}
        isRequired
        max={DESK_LIMITS.entryText.max}
        value={text}
        onChange={setText}
      />
      <MomentField name="happenedAt" label={t('log.happened')} value={happened} onChange={setHappened} />
      <VillageField label={t('log.village')} noneWords={t('log.noVillage')} value={village} onChange={setVillage} />
      <PickList
        name="alarms"
        label={t('log.alarms')}
        hint={t('log.alarmsHint', { count: most })}
        options={openAlarms(state).map(alarm => ({
          value: alarm.id,
          label: titleAndPlace(names, alarm),
          about: ruleName(names, alarm.rule),
        }))}
        chosen={alarms}
        onChange={setAlarms}
      />
    </DeskForm>
  )
}
