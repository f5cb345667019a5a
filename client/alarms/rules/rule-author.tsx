// Who published a version of a rule; what the station began with says so.
import { useTranslation } from 'react-i18next'
import { isSimulated } from '../../../shared/programme/event.ts'
import { SourceTag } from '../../kit/source-tag.tsx'
import { actorWords } from '../../programme/event-words.ts'

export function RuleAuthor({ by }: { readonly by: string }) {
  const { t } = useTranslation('alarms')
  if (by.startsWith('seed:')) return t('rules.seed')
  return (
    <>
      {actorWords(by)}
      {isSimulated(by) && (
        <>
          {' '}
          <SourceTag text={t('shell.simulated')} />
        </>
      )}
    </>
  )
}
