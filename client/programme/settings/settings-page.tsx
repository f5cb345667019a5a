// /programme/settings: the rules, the working calendar, the villages and the units, each with its origin and a way to change it.
import { useTranslation } from 'react-i18next'
import { navigate, useParameters, withParameters } from '../../app/address.ts'
import { Tabs } from '../../kit/tabs.tsx'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { CalendarPart } from './calendar-part.tsx'
import { RulesPart } from './rules-part.tsx'
import styles from './settings.module.css'
import { PARTS, settingsChoice } from './settings-choice.ts'
import { UnitsPart } from './units-part.tsx'
import { VillagesPart } from './villages-part.tsx'

type Props = { readonly view: ProgrammeView; readonly id: string | undefined }

export function SettingsPage({ view }: Props) {
  const { t } = useTranslation('programme')
  const choice = settingsChoice(useParameters())
  const choose = (part: string) =>
    navigate(
      withParameters({
        part: part === 'rules' ? undefined : part,
        setting: undefined,
        form: undefined,
        year: undefined,
        kind: undefined,
      }),
    )
  return (
    <div className={styles.page}>
      <h2 className={styles.title}>{t('settings.title')}</h2>
      <Tabs
        label={t('settings.parts')}
        tabs={PARTS.map(part => ({ id: part, title: t(`settings.part.${part}`) }))}
        selectedId={choice.part}
        onSelect={choose}
      >
        {choice.part === 'rules' && <RulesPart view={view} setting={choice.setting} />}
        {choice.part === 'calendar' && <CalendarPart view={view} choice={choice} />}
        {choice.part === 'villages' && <VillagesPart view={view} choice={choice} />}
        {choice.part === 'units' && <UnitsPart view={view} choice={choice} />}
      </Tabs>
    </div>
  )
}
