// Saves or changes an incident, and writes a note at an instant of it. What may be written, the desk's own rules say.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeskCommand } from '../../shared/desk/command.ts'
import { DESK_LIMITS } from '../../shared/desk/limits.ts'
import type { Incident } from '../../shared/desk/state.ts'
import { navigate, withParameters } from '../app/address.ts'
import { DeskForm } from '../desk/desk-form.tsx'
import { MomentField, useMomentFaults } from '../desk/moment-field.tsx'
import { momentOf, type TypedMoment, typedMoment } from '../desk/moment-text.ts'
import { VillageField } from '../desk/village-field.tsx'
import { TextField } from '../kit/text-field.tsx'
import { EntryText } from '../programme/entry-text.tsx'
import { newKey } from '../programme/send-command.ts'
import { renewIncidents } from './incidents-query.ts'
import { momentText } from './moment-text.ts'
import { textOfInstant } from './past-address.ts'
import { isStretch, type Stretch } from './stretch.ts'

type IncidentFormProps = {
  /** Undefined for a new one. */
  readonly incident: Incident | undefined
  /** What the form begins with. */
  readonly span: Stretch
  readonly village: string | undefined
  /** Told what is typed, as far as it is one. */
  readonly onSpan?: (span: Stretch) => void
  readonly onClose: () => void
}

export function IncidentForm({ incident, span, village: here, onSpan, onClose }: IncidentFormProps) {
  const { t } = useTranslation('time')
  const faultsOf = useMomentFaults()
  const [id] = useState(() => incident?.id ?? newKey())
  const [title, setTitle] = useState(incident?.title ?? '')
  const [from, setFrom] = useState(() => typedMoment(span.from))
  const [to, setTo] = useState(() => typedMoment(span.to))
  const [village, setVillage] = useState(incident ? (incident.village ?? undefined) : here)
  const [text, setText] = useState(incident?.text ?? '')
  const command = (): DeskCommand | undefined => {
    const [start, end] = [momentOf(from), momentOf(to)]
    if (start === undefined || end === undefined) return undefined
    const data = { id, title: title.trim(), from: start, to: end, village: village ?? null, text: text.trim() }
    return incident ? { command: 'change-incident', data } : { command: 'save-incident', data }
  }
  const type = (start: TypedMoment, end: TypedMoment) => {
    setFrom(start)
    setTo(end)
    const typed = { from: momentOf(start) ?? Number.NaN, to: momentOf(end) ?? Number.NaN }
    if (isStretch(typed)) onSpan?.(typed)
  }
  const close = () => {
    renewIncidents()
    onClose()
  }
  return (
    <DeskForm
      title={t(incident ? 'incident.change' : 'incident.save')}
      submitWords={t('incident.keep')}
      said={t('incident.saved')}
      isDirty={title !== (incident?.title ?? '') || text !== (incident?.text ?? '')}
      command={command}
      missing={() => ({
        ...(title.trim() === '' ? { title: t('incident.titleMissing') } : {}),
        ...faultsOf('from', from),
        ...faultsOf('to', to),
      })}
      onClose={close}
    >
      <TextField
        name="title"
        label={t('incident.title')}
        isRequired
        maxLength={DESK_LIMITS.title.max}
        value={title}
        onChange={setTitle}
      />
      <MomentField name="from" label={t('incident.from')} value={from} onChange={next => type(next, to)} />
      <MomentField name="to" label={t('incident.to')} value={to} onChange={next => type(from, next)} />
      <VillageField
        label={t('incident.place')}
        noneWords={t('incident.province')}
        value={village}
        onChange={setVillage}
      />
      <EntryText
        name="text"
        label={t('incident.text')}
        max={DESK_LIMITS.incidentText.max}
        value={text}
        onChange={setText}
      />
    </DeskForm>
  )
}

type AnnotationProps = { readonly incident: Incident; readonly at: number; readonly onClose: () => void }

export function AnnotationForm({ incident, at, onClose }: AnnotationProps) {
  const { t } = useTranslation('time')
  const [annotation] = useState(newKey)
  const [text, setText] = useState('')
  const close = () => {
    renewIncidents()
    onClose()
  }
  return (
    <DeskForm
      title={t('incident.annotate')}
      description={t('incident.annotateAt', { moment: momentText(at), title: incident.title })}
      submitWords={t('incident.keep')}
      said={t('incident.annotated')}
      isDirty={text !== ''}
      command={() => ({
        command: 'annotate-incident',
        data: { incident: incident.id, annotation, at: Math.round(at), text: text.trim() },
      })}
      missing={() => (text.trim() === '' ? { text: t('incident.textMissing') } : {})}
      onClose={close}
    >
      <EntryText
        name="text"
        label={t('incident.note')}
        isRequired
        max={DESK_LIMITS.annotationText.max}
        value={text}
        onChange={setText}
      />
    </DeskForm>
  )
}

type RemoveProps = { readonly incident: Incident; readonly onClose: () => void }

export function RemoveIncidentForm({ incident, onClose }: RemoveProps) {
  const { t } = useTranslation('time')
  const close = () => {
    renewIncidents()
    onClose()
  }
  return (
    <DeskForm
      title={t('incident.remove')}
      description={t('incident.removeMeaning', { title: incident.title })}
      submitWords={t('incident.remove')}
      said={t('incident.removed')}
      isDirty={false}
      command={() => ({ command: 'remove-incident', data: { id: incident.id } })}
      onClose={close}
    />
  )
}

/** Opens it where it begins. */
export const openIncident = (incident: Incident): void =>
  navigate(withParameters({ at: textOfInstant(incident.from), incident: incident.id }))
