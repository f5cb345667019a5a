// Who changed what of a village and when, newest first.
import { useTranslation } from 'react-i18next'
import { isSimulated } from '../../../shared/programme/event.ts'
import type { VillageState } from '../../../shared/programme/state.ts'
import { formatClock, formatDate } from '../../design/time-format.ts'
import { ButtonLink } from '../../kit/button.tsx'
import { SourceTag } from '../../kit/source-tag.tsx'
import { Timeline } from '../../kit/timeline.tsx'
import { actorWords, eventWords } from '../event-words.ts'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { addressOf } from '../section.ts'
import { Part } from './part.tsx'
import { useVillageEvents } from './village-events.ts'
import styles from './village-page.module.css'

/** Enough to see what happened lately; the rest is in the history. */
const SHOWN = 8

type Props = { readonly view: ProgrammeView; readonly village: VillageState }

export function VillageHistory({ view, village }: Props) {
  const { t } = useTranslation('programme')
  const events = useVillageEvents(view, village)
  const older = (events?.length ?? 0) - SHOWN
  return (
    <Part
      id="history"
      title={t('villages.history')}
      actions={
        <ButtonLink icon="history" to={addressOf('history')}>
          {t('overview.openHistory')}
        </ButtonLink>
      }
    >
      <p className={styles.about}>{t('villages.historyNote')}</p>
      <Timeline
        label={t('villages.history')}
        emptyWords={t(events ? 'villages.noHistory' : 'villages.loading')}
        items={(events ?? []).slice(0, SHOWN).map(event => ({
          id: String(event.id),
          when: `${formatDate(event.at)} ${formatClock(event.at)}`,
          at: new Date(event.at).toISOString(),
          who: actorWords(event.actor),
          what: (
            <>
              {eventWords(t, view, event)} {isSimulated(event.actor) && <SourceTag text={t('shell.simulated')} />}
            </>
          ),
        }))}
      />
      {older > 0 && <p className={styles.about}>{t('villages.moreHistory', { number: older })}</p>}
    </Part>
  )
}
