// Whether the village is recognised, by what paper or report, and how sure that is.
import { useTranslation } from 'react-i18next'
import { recognitionOf } from '../../../shared/programme/recognition-progress.ts'
import type { VillageState } from '../../../shared/programme/state.ts'
import { formatIsoDate } from '../../design/time-format.ts'
import { StateMark } from '../../kit/state-mark.tsx'
import { EntryButton } from '../entry-button.tsx'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { Provenance } from '../provenance.tsx'
import { Part } from './part.tsx'
import { openForm } from './village-form.ts'
import styles from './village-page.module.css'
import { recognitionMark } from './village-words.ts'

type Props = { readonly view: ProgrammeView; readonly village: VillageState }

export function VillageRecognition({ view, village }: Props) {
  const { t } = useTranslation('programme')
  const held = village.recognition
  const mark = recognitionMark(t, recognitionOf(view.state, village), held)
  const day = (iso: string | null) => (iso === null ? t('shell.unknown') : formatIsoDate(iso))
  const said: readonly (readonly [string, string])[] = held
    ? [
        [t('villages.decision'), held.decision ?? t('shell.unknown')],
        [t('villages.decidedOn'), day(held.decidedOn)],
        [t('villages.reportedOnTitle'), day(held.reportedOn)],
        [t('villages.confidence'), t(`term.confidence.${held.confidence}`)],
        [t('villages.sourceTitle'), held.source ?? t('shell.unknown')],
      ]
    : []
  return (
    <Part
      id="recognition"
      title={t('villages.recognition')}
      actions={
        <EntryButton
          view={view}
          deed={{ kind: 'programme', command: 'record-recognition' }}
          onClick={() => openForm('recognition')}
        >
          {t('villages.recordRecognition')}
        </EntryButton>
      }
    >
      <p>
        <StateMark state={mark.sign} word={mark.word}>
          {mark.detail}
        </StateMark>
      </p>
      <dl className={styles.pairs}>
        {said.map(([title, value]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {held?.note && <p className={styles.about}>{held.note}</p>}
      {held && <Provenance by={held.by} at={held.at} />}
    </Part>
  )
}
