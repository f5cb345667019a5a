// Publishes a year of the working calendar, day by day.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Command } from '../../../shared/programme/command.ts'
import { LIMITS, MOST } from '../../../shared/programme/decide-limits.ts'
import { Button } from '../../kit/button.tsx'
import { RadioGroup } from '../../kit/radio-group.tsx'
import { TextArea } from '../../kit/text-area.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { CommandForm } from '../command-form.tsx'
import { DayField } from '../fields.tsx'
import { YearField } from '../funding/year-field.tsx'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { newKey } from '../send-command.ts'
import { type CalendarDraft, calendarDraftOf, calendarYearOf, missingOfCalendar } from './calendar-draft.ts'
import styles from './settings.module.css'

type Props = {
  readonly view: ProgrammeView
  /** Undefined = it is asked for. */
  readonly year: number | undefined
  readonly onClose: () => void
}
type RowsProps = { readonly draft: CalendarDraft; readonly onChange: (change: Partial<CalendarDraft>) => void }

export function CalendarForm({ view, year, onClose }: Props) {
  const { t } = useTranslation('programme')
  const [start] = useState(() => calendarDraftOf(year, year === undefined ? undefined : view.state.calendar.get(year)))
  const [draft, setDraft] = useState(start)
  const change = (part: Partial<CalendarDraft>) => setDraft(held => ({ ...held, ...part }))
  const command = (): Command | undefined => {
    const published = calendarYearOf(draft)
    return published && { command: 'publish-calendar', data: { year: published } }
  }
  const incomplete = () =>
    Object.fromEntries(
      missingOfCalendar(draft).map(field => [
        field,
        field === 'year.year' ? t('settings.calendar.form.missingYear') : t('settings.calendar.form.missingDay'),
      ]),
    )
  return (
    <CommandForm
      view={view}
      title={t('settings.calendar.form.title')}
      description={t('settings.calendar.form.about')}
      command={command}
      incomplete={incomplete}
      isDirty={draft !== start}
      width="wide"
      onClose={onClose}
    >
      <YearField
        name="year.year"
        label={t('settings.calendar.year')}
        isRequired
        noneWords={t('settings.calendar.form.missingYear')}
        isDisabled={year !== undefined}
        value={draft.year}
        onChange={chosen => change({ year: chosen })}
      />
      <HolidayRows draft={draft} onChange={change} />
      <SwapRows draft={draft} onChange={change} />
      <TextArea
        name="year.source"
        label={t('settings.calendar.form.source')}
        isRequired
        rows={3}
        value={draft.source}
        onChange={source => change({ source })}
      />
      <RadioGroup
        name="year.confidence"
        label={t('settings.calendar.confidence')}
        options={(['confirmed', 'reported'] as const).map(value => ({
          value,
          label: t(`settings.calendar.sure.${value}`),
        }))}
        value={draft.confidence}
        onChange={confidence => change({ confidence })}
      />
    </CommandForm>
  )
}

function HolidayRows({ draft: { holidays }, onChange }: RowsProps) {
  const { t } = useTranslation('programme')
  const set = (at: number, part: Partial<CalendarDraft['holidays'][number]>) =>
    onChange({ holidays: holidays.map((row, place) => (place === at ? { ...row, ...part } : row)) })
  return (
    <fieldset className={styles.rows}>
      <legend>{t('settings.calendar.form.holidays')}</legend>
      {holidays.map((row, at) => (
        <div key={row.key} className={styles.row}>
          <DayField
            name={`year.holidays.${at}.date`}
            label={t('settings.calendar.form.date')}
            isRequired
            value={row.date}
            onChange={date => set(at, { date })}
          />
          <TextField
            name={`year.holidays.${at}.name`}
            label={t('settings.calendar.form.name')}
            isRequired
            maxLength={LIMITS.villageName.max}
            value={row.name}
            onChange={name => set(at, { name })}
          />
          <Button
            kind="quiet"
            icon="close"
            isIconOnly
            onClick={() => onChange({ holidays: holidays.filter(other => other !== row) })}
          >
            {t('settings.calendar.form.removeHoliday', { number: at + 1 })}
          </Button>
        </div>
      ))}
      <Button
        icon="plus"
        isDisabled={holidays.length >= MOST.holidays}
        onClick={() => onChange({ holidays: [...holidays, { key: newKey(), date: undefined, name: '' }] })}
      >
        {t('settings.calendar.form.addHoliday')}
      </Button>
    </fieldset>
  )
}

function SwapRows({ draft: { swaps }, onChange }: RowsProps) {
  const { t } = useTranslation('programme')
  const set = (at: number, part: Partial<CalendarDraft['swaps'][number]>) =>
    onChange({ swaps: swaps.map((row, place) => (place === at ? { ...row, ...part } : row)) })
  return (
    <fieldset className={styles.rows}>
      <legend>{t('settings.calendar.form.swaps')}</legend>
      {swaps.map((row, at) => (
        <div key={row.key} className={styles.row}>
          <DayField
            name={`year.swaps.${at}.off`}
            label={t('settings.calendar.form.off')}
            isRequired
            value={row.off}
            onChange={off => set(at, { off })}
          />
          <DayField
            name={`year.swaps.${at}.on`}
            label={t('settings.calendar.form.on')}
            isRequired
            value={row.on}
            onChange={on => set(at, { on })}
          />
          <Button
            kind="quiet"
            icon="close"
            isIconOnly
            onClick={() => onChange({ swaps: swaps.filter(other => other !== row) })}
          >
            {t('settings.calendar.form.removeSwap', { number: at + 1 })}
          </Button>
        </div>
      ))}
      <Button
        icon="plus"
        isDisabled={swaps.length >= MOST.swaps}
        onClick={() => onChange({ swaps: [...swaps, { key: newKey(), off: undefined, on: undefined }] })}
      >
        {t('settings.calendar.form.addSwap')}
      </Button>
    </fieldset>
  )
}
