// The kit's fields that need words of their own, worded once for every form of the programme.
import { useTranslation } from 'react-i18next'
import { DateField, type DateFieldProps } from '../kit/date-field.tsx'
import { MoneyField, type MoneyFieldProps } from '../kit/money-field.tsx'
import { NumberField, type NumberFieldProps } from '../kit/number-field.tsx'
import { TextArea, type TextAreaProps } from '../kit/text-area.tsx'

export function DayField(props: Omit<DateFieldProps, 'words'>) {
  const { t } = useTranslation('programme')
  const words = {
    notUnderstood: t('shell.field.noDay'),
    openCalendar: t('shell.field.openCalendar'),
    pattern: t('shell.field.dayPattern'),
  }
  return <DateField {...props} words={words} />
}

export function AmountField(props: Omit<MoneyFieldProps, 'words'>) {
  const { t } = useTranslation('programme')
  const units = {
    billion: t('shell.field.billionDong'),
    million: t('shell.field.millionDong'),
    thousand: t('shell.field.thousandDong'),
    one: t('shell.dong'),
  }
  return <MoneyField {...props} words={{ notUnderstood: t('shell.field.noAmount'), units }} />
}

export function FigureField(props: Omit<NumberFieldProps, 'words'>) {
  const { t } = useTranslation('programme')
  return <NumberField {...props} words={{ notUnderstood: t('shell.field.noNumber') }} />
}

/** A text that nobody must write. */
export function NoteField(props: TextAreaProps) {
  const { t } = useTranslation('programme')
  return <TextArea {...props} note={t('shell.optional')} />
}
