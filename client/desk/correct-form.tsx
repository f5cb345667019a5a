// Corrects an entry of the log; what was written first stays readable.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DESK_LIMITS } from '../../shared/desk/limits.ts'
import type { LogEntry } from '../../shared/desk/state.ts'
import { EntryText } from '../programme/entry-text.tsx'
import { DeskForm } from './desk-form.tsx'
import { textOf } from './log-groups.ts'

type Props = { readonly entry: LogEntry; readonly onClose: () => void }

export function CorrectForm({ entry, onClose }: Props) {
  const { t } = useTranslation('desk')
  const [text, setText] = useState(textOf(entry))
  return (
    <DeskForm
      title={t('log.correct')}
      description={t('log.correctAbout')}
      submitWords={t('log.correct')}
      said={t('log.wasCorrected')}
      isDirty={text !== textOf(entry)}
      command={() => ({ command: 'correct-log-entry', data: { entry: entry.id, text: text.trim() } })}
      missing={() => (text.trim() === '' ? { text: t('log.textMissing') } : {})}
      onClose={onClose}
    >
      <EntryText
        name="text"
        label={t('log.text')}
        isRequired
        max={DESK_LIMITS.entryText.max}
        rows={5}
        value={text}
        onChange={setText}
      />
    </DeskForm>
  )
}
