// Where a village stands in the programme: recognition, indicators, dossier, tasks, money, and the way to all of it.
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '../kit/button.tsx'
import { SourceTag } from '../kit/source-tag.tsx'
import { useProgramme } from '../programme/programme-hooks.tsx'
import { addressOf } from '../programme/section.ts'
import { IndicatorBar } from '../programme/villages/indicator-bar.tsx'
import { dossierMark } from '../programme/villages/village-words.ts'
import { useProgrammeOverview } from '../wall/programme-overview.ts'
import { FigureBody } from './figure-strip.tsx'
import styles from './selection.module.css'
import { useProgrammeFigures } from './use-programme-figures.ts'

export function VillageStanding({ villageId }: { readonly villageId: string }) {
  const { t: general } = useTranslation()
  const { t } = useTranslation('desktop')
  const { t: word } = useTranslation('programme')
  const overview = useProgrammeOverview()
  const view = useProgramme()
  const figures = useProgrammeFigures(villageId)
  const standing = overview?.villages.find(({ id }) => id === villageId)
  if (!standing || !view) return <p className={styles.notice}>{general('kpi.waiting')}</p>
  const dossier = dossierMark(word, standing.stage, standing.clock, view.state.settings.appraisalWorkingDays)
  return (
    <>
      <dl className={styles.facts}>
        {figures.map(figure => (
          <div key={figure.id}>
            <dt>{figure.label}</dt>
            <dd>
              <FigureBody figure={figure} />
            </dd>
          </div>
        ))}
        <div>
          <dt>{t('selection.indicators')}</dt>
          <dd>
            <IndicatorBar counts={standing.counts} />
            {standing.isSimulated && <SourceTag text={word('shell.simulated')} />}
          </dd>
        </div>
        <div>
          <dt>{t('selection.dossier')}</dt>
          <dd>{[dossier.word, dossier.detail].filter(Boolean).join(' · ')}</dd>
        </div>
      </dl>
      <ButtonLink to={addressOf('villages', villageId)}>{general('desktop.inProgramme')}</ButtonLink>
    </>
  )
}
