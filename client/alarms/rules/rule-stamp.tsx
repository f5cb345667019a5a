// Who published a version of a rule and when; what the station began with says so.
import { useTranslation } from 'react-i18next'
import { isSimulated } from '../../../shared/programme/event.ts'
import { formatDate } from '../../design/time-format.ts'
import { SourceTag } from '../../kit/source-tag.tsx'
import { actorWords } from '../../programme/event-words.ts'

type Props = { readonly by: string; readonly at: number }

export function RuleStamp({ by, at }: Props) {
  const { t } = useTranslation('alarms')
  const who = by.startsWith('seed:') ? t('rules.seed') : actorWords(by)
  return (
    <>
      {t('rules.by', { when: formatDate(at), who })}
      {isSimulated(by) && (
        <>
          {' '}
          <SourceTag text={t('shell.simulated')} />
        </>
      )}
    </>
  )
}
