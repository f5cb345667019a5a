// The words of an entry, as long as the station takes them.
import { useTranslation } from 'react-i18next'
import { LIMITS } from '../../shared/programme/decide-limits.ts'
import { TextArea, type TextAreaProps } from '../kit/text-area.tsx'

/** `max` characters; without it those of the programme. */
type Props = Omit<TextAreaProps, 'limit'> & { readonly max?: number }

export function EntryText({ max = LIMITS.text.max, ...props }: Props) {
  const { t } = useTranslation('programme')
  const limit = {
    length: max,
    words: (left: number) => t('shell.textLeft', { left }),
    tooLong: t('shell.textTooLong', { max }),
  }
  return <TextArea rows={3} {...props} limit={limit} />
}
