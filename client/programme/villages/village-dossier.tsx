// Where a village's dossier lies, how its working days run, whose turn it is, and every move it made.
import { useTranslation } from 'react-i18next'
import { DOSSIER_MOVES, dossierClock, stageOf } from '../../../shared/programme/dossier.ts'
import { isSimulated } from '../../../shared/programme/event.ts'
import type { DossierState, VillageState } from '../../../shared/programme/state.ts'
import { formatIsoDate } from '../../design/time-format.ts'
import { SourceTag } from '../../kit/source-tag.tsx'
import { StateMark } from '../../kit/state-mark.tsx'
import { Timeline, type TimelineItem } from '../../kit/timeline.tsx'
import { EntryButton } from '../entry-button.tsx'
import { actorWords } from '../event-words.ts'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { actingUnitWords } from '../unit-words.ts'
import { dossierTurn } from './dossier-turn.ts'
import { dossiersOf } from './dossiers-of.ts'
import { Part } from './part.tsx'
import { openForm } from './village-form.ts'
import styles from './village-page.module.css'
import { dossierMark, stageSign } from './village-words.ts'

type Props = { readonly view: ProgrammeView; readonly village: VillageState }

export function VillageDossier({ view, village }: Props) {
  const { t } = useTranslation('programme')
  const [newest, ...older] = dossiersOf(view.state, village.id)
  const canMoveOn = newest === undefined || DOSSIER_MOVES[stageOf(newest)].length > 0
  return (
    <Part
      id="dossier"
      title={t('villages.dossier')}
      actions={
        <EntryButton
          view={view}
          deed={{ kind: 'programme', command: 'move-dossier' }}
          onClick={() => openForm('dossier')}
        >
          {t(newest && canMoveOn ? 'villages.moveDossier' : 'villages.openDossier')}
        </EntryButton>
      }
    >
      {newest ? <Round view={view} village={village} dossier={newest} /> : <p>{t('term.stage.none')}</p>}
      {older.map(dossier => (
        <details key={dossier.round} className={styles.fold}>
          <summary>
            {t('villages.round', { number: dossier.round })}: {t(`term.stage.${stageOf(dossier)}`)}
          </summary>
          <Moves view={view} dossier={dossier} />
        </details>
      ))}
    </Part>
  )
}

function Round({ view, village, dossier }: Props & { readonly dossier: DossierState }) {
  const { t } = useTranslation('programme')
  const { state, units, day } = view
  const days = state.settings.appraisalWorkingDays
  const mark = dossierMark(t, stageOf(dossier), dossierClock(dossier, state.calendar, days, day), days)
  const turn = dossierTurn({ state, units, today: day }, village, dossier)
  const set = state.criteriaSets.get(dossier.set)
  return (
    <>
      <p>
        <StateMark state={mark.sign} word={mark.word}>
          {mark.detail}
        </StateMark>
      </p>
      <dl className={styles.pairs}>
        <div>
          <dt>{t('villages.turn')}</dt>
          <dd>
            {turn ? turn.units.map(({ name }) => name).join(', ') || t('shell.nobody') : t('villages.turnNobody')}
            {turn?.openIndicators ? (
              <span className={styles.about}>{t('villages.unanswered', { number: turn.openIndicators })}</span>
            ) : null}
          </dd>
        </div>
        <div>
          <dt>{t('villages.set')}</dt>
          <dd>
            {set?.title ?? dossier.set}
            {set?.illustrative && (
              <>
                {' '}
                <SourceTag text={t('shell.illustrative')} />
              </>
            )}
          </dd>
        </div>
      </dl>
      <Moves view={view} dossier={dossier} />
    </>
  )
}

function Moves({ view, dossier }: { readonly view: ProgrammeView; readonly dossier: DossierState }) {
  const { t } = useTranslation('programme')
  const items = dossier.moves.map(
    (move): TimelineItem => ({
      id: String(move.eventId),
      when: formatIsoDate(move.on),
      at: move.on,
      who: `${actingUnitWords(view, move.unit)} · ${t('shell.by', { who: actorWords(move.by) })}`,
      what: (
        <>
          {t(`term.stage.${move.to}`)}
          {isSimulated(move.by) && (
            <>
              {' '}
              <SourceTag text={t('shell.simulated')} />
            </>
          )}
        </>
      ),
      why: move.note ?? undefined,
      state: stageSign(move.to),
    }),
  )
  return <Timeline label={t('villages.moves', { number: dossier.round })} items={items} emptyWords="" />
}
