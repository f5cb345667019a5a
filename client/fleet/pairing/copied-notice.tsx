// A display of which there are two: said loudly, with what to do.
import { useTranslation } from 'react-i18next'
import { formatClock, formatDate } from '../../design/time-format.ts'
import { Notice } from '../../kit/notice.tsx'

type Props = { readonly name: string; readonly at: number }

export function CopiedNotice({ name, at }: Props) {
  const { t } = useTranslation('fleet')
  return (
    <Notice kind="error" title={t('pairing.copied', { name })}>
      {t('pairing.copiedMeaning', { time: `${formatClock(at)} ${formatDate(at)}` })}
    </Notice>
  )
}
