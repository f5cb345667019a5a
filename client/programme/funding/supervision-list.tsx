// The newest supervision note of each village and year, newest first.
import { useTranslation } from 'react-i18next'
import { isSimulated, subjectOf } from '../../../shared/programme/event.ts'
import type { SupervisionState } from '../../../shared/programme/state.ts'
import { navigate, useParameters, withParameters } from '../../app/address.ts'
import { LinkTo } from '../../app/link-to.tsx'
import { formatIsoDate } from '../../design/time-format.ts'
import { Button } from '../../kit/button.tsx'
import { SourceTag } from '../../kit/source-tag.tsx'
import { Timeline } from '../../kit/timeline.tsx'
import { actorWords } from '../event-words.ts'
import { historyOf } from '../history/history-choice.ts'
import { namedUnit } from '../named-unit.ts'
import type { ProgrammeView } from '../programme-hooks.tsx'
import styles from './funding.module.css'
import { type FundingChoice, filterOf } from './funding-choice.ts'
import { villageName } from './funding-names.ts'
import { supervisionNotes } from './supervision-notes.ts'

/** The others are one press away. */
const SHOWN_NOTES = 5

type Props = { readonly view: ProgrammeView; readonly choice: FundingChoice }

export function SupervisionList({ view, choice }: Props) {
  const { t } = useTranslation('programme')
  const areAllShown = useParameters().get('notes') === 'all'
  const notes = supervisionNotes(view.state, filterOf(choice))
  return (
    <section className={styles.tile} aria-labelledby="funding-supervision">
      <h3 id="funding-supervision">{t('funding.supervision')}</h3>
      <Timeline
        label={t('funding.supervision')}
        emptyWords={t('funding.supervisionNone')}
        items={(areAllShown ? notes : notes.slice(0, SHOWN_NOTES)).map(note => ({
          id: `${note.village}:${note.year}`,
          at: note.on,
          when: formatIsoDate(note.on),
          who: `${namedUnit(view, note.unit).name ?? t('shell.nobody')} · ${actorWords(note.by)}`,
          what: <NoteWords view={view} note={note} />,
          why: note.text,
        }))}
      />
      {notes.length > SHOWN_NOTES && (
        <Button kind="quiet" onClick={() => navigate(withParameters({ notes: areAllShown ? undefined : 'all' }))}>
          {areAllShown ? t('funding.supervisionFewer') : t('funding.supervisionAll', { number: notes.length })}
        </Button>
      )}
    </section>
  )
}

function NoteWords({ view, note }: { readonly view: ProgrammeView; readonly note: SupervisionState }) {
  const { t } = useTranslation('programme')
  const { village, year, notes, by } = note
  return (
    <>
      <strong>{village === null ? t('funding.wholeProvince') : villageName(view.state, village)}</strong> · {year}{' '}
      {isSimulated(by) && <SourceTag text={t('shell.simulated')} />}{' '}
      {notes > 1 && (
        <LinkTo to={historyOf(subjectOf.supervision(village, year))} className={styles.link}>
          {t('funding.supervisionMore', { number: notes })}
        </LinkTo>
      )}
    </>
  )
}
