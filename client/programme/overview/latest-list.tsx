// What changed last, in sentences, with the way to all of it.
import { useTranslation } from 'react-i18next'
import { isSimulated } from '../../../shared/programme/event.ts'
import { formatClock, formatDate } from '../../design/time-format.ts'
import { ButtonLink } from '../../kit/button.tsx'
import { SourceTag } from '../../kit/source-tag.tsx'
import { Timeline } from '../../kit/timeline.tsx'
import { actorWords, eventWords } from '../event-words.ts'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { addressOf } from '../section.ts'
import { useLatestEvents } from './latest-events.ts'

const SHOWN = 6

type Props = { readonly view: ProgrammeView }

export function LatestList({ view }: Props) {
  const { t } = useTranslation('programme')
  const events = useLatestEvents(view, SHOWN)
  return (
    <>
      <Timeline
        label={t('overview.events')}
        emptyWords={t(events ? 'overview.noEvents' : 'overview.loadingEvents')}
        items={(events ?? []).map(event => ({
          id: String(event.id),
          when: `${formatDate(event.at)} ${formatClock(event.at)}`,
          at: new Date(event.at).toISOString(),
          who: actorWords(event.actor),
          what: (
            <>
              {eventWords(t, view, event)}
              {isSimulated(event.actor) && (
                <>
                  {' '}
                  <SourceTag text={t('shell.simulated')} />
                </>
              )}
            </>
          ),
        }))}
      />
      <ButtonLink kind="quiet" icon="history" to={addressOf('history')}>
        {t('overview.openHistory')}
      </ButtonLink>
    </>
  )
}
