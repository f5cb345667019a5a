// Records one fact of a village with where it comes from, or takes it back.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Command } from '../../../shared/programme/command.ts'
import type { Confidence, VillageFactKey } from '../../../shared/programme/facts.ts'
import type { VillageState } from '../../../shared/programme/state.ts'
import { CheckboxField } from '../../kit/checkbox-field.tsx'
import { FieldRow } from '../../kit/form.tsx'
import { TextArea } from '../../kit/text-area.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { CommandForm } from '../command-form.tsx'
import { DayField, FigureField } from '../fields.tsx'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { ConfidenceField } from './confidence-field.tsx'
import { textOrNull } from './text-or-null.ts'

type Props = {
  readonly view: ProgrammeView
  readonly village: VillageState
  readonly fact: VillageFactKey
  readonly onClose: () => void
}

export function FactForm({ view, village, fact, onClose }: Props) {
  const { t } = useTranslation('programme')
  const held = village.facts[fact]
  const [text, setText] = useState(typeof held?.value === 'string' ? held.value : '')
  const [stars, setStars] = useState(typeof held?.value === 'number' ? held.value : undefined)
  const [isUnknown, setUnknown] = useState(false)
  const [on, setOn] = useState(held?.on ?? undefined)
  const [document, setDocument] = useState(held?.document ?? '')
  const [source, setSource] = useState(held?.source ?? '')
  const [confidence, setConfidence] = useState<Confidence>(held?.confidence ?? 'declared')
  const isStars = fact === 'ocop-stars'
  const said = isStars ? (stars ?? null) : textOrNull(text)
  const command = (): Command | undefined =>
    said === null && !isUnknown
      ? undefined
      : {
          command: 'record-village-fact',
          data: {
            village: village.id,
            fact,
            value: isUnknown ? null : said,
            on: on ?? null,
            document: textOrNull(document),
            source: source.trim(),
            confidence,
          },
        }
  const isDirty =
    said !== (held?.value ?? null) ||
    isUnknown ||
    on !== (held?.on ?? undefined) ||
    document !== (held?.document ?? '') ||
    source !== (held?.source ?? '')
  return (
    <CommandForm
      view={view}
      title={t('villages.form.fact', { fact: t(`term.fact.${fact}`), village: village.name })}
      command={command}
      incomplete={() => (said === null && !isUnknown ? { value: t('villages.form.valueMissing') } : {})}
      isDirty={isDirty}
      onClose={onClose}
    >
      {isStars ? (
        <FigureField
          name="value"
          label={t('villages.form.stars')}
          isWhole
          isDisabled={isUnknown}
          value={stars}
          onChange={setStars}
        />
      ) : (
        <TextArea
          name="value"
          label={t('villages.form.value')}
          rows={2}
          isDisabled={isUnknown}
          value={text}
          onChange={setText}
        />
      )}
      {held && held.value !== null && (
        <CheckboxField
          name="isUnknown"
          label={t('villages.form.isUnknown')}
          isChecked={isUnknown}
          onChange={setUnknown}
        />
      )}
      <TextField
        name="source"
        label={t('villages.form.source')}
        hint={t('villages.form.sourceHint')}
        isRequired
        value={source}
        onChange={setSource}
      />
      <FieldRow>
        <ConfidenceField value={confidence} onChange={setConfidence} />
        <DayField name="on" label={t('villages.form.on')} note={t('shell.optional')} value={on} onChange={setOn} />
        <TextField
          name="document"
          label={t('villages.form.document')}
          note={t('shell.optional')}
          value={document}
          onChange={setDocument}
        />
      </FieldRow>
    </CommandForm>
  )
}
