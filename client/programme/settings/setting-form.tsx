// Changes one setting, with the reason.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Command } from '../../../shared/programme/command.ts'
import type { Settings } from '../../../shared/programme/facts.ts'
import type { FieldErrors } from '../../kit/form-errors.ts'
import { CommandForm } from '../command-form.tsx'
import { NoteField } from '../fields.tsx'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { draftOf, isNumberSetting, type SettingDraft, settingOf, unreadableCutoffs } from './setting-draft.ts'
import { SettingFields } from './setting-fields.tsx'
import { settingWords } from './setting-value.tsx'
import styles from './settings.module.css'

type Props = {
  readonly view: ProgrammeView
  readonly setting: keyof Settings
  readonly onClose: () => void
}

export function SettingForm({ view, setting, onClose }: Props) {
  const { t } = useTranslation('programme')
  const [start] = useState(() => draftOf(setting, view.state.settings))
  const [draft, setDraft] = useState(start)
  const change = (part: Partial<SettingDraft>) => setDraft(held => ({ ...held, ...part }))
  const command = (): Command | undefined => {
    const data = settingOf(setting, draft)
    return data && { command: 'change-setting', data }
  }
  const incomplete = (): FieldErrors => {
    // In the way it was typed, day first.
    if (setting === 'reportCutoffs')
      return Object.fromEntries(
        unreadableCutoffs(draft).map(span => [
          `value.${span}`,
          t('settings.form.noCutoff', { span: t(`term.span.${span}`), typed: draft.cutoffs[span] }),
        ]),
      )
    if (settingOf(setting, draft)) return {}
    return isNumberSetting(setting)
      ? { value: t('settings.form.numberMissing') }
      : { 'value.unit': t('settings.form.unitMissing') }
  }
  return (
    <CommandForm
      view={view}
      title={t('settings.changeNamed', { name: t(`settings.name.${setting}`) })}
      description={t(`settings.why.${setting}`)}
      command={command}
      incomplete={incomplete}
      isDirty={draft !== start}
      onClose={onClose}
    >
      <p className={styles.now}>{t('settings.form.now', { value: settingWords(t, view, setting) })}</p>
      <SettingFields view={view} setting={setting} draft={draft} onChange={change} />
      <NoteField
        name="reason"
        label={t('settings.form.reason')}
        rows={2}
        value={draft.reason}
        onChange={reason => change({ reason })}
      />
    </CommandForm>
  )
}
