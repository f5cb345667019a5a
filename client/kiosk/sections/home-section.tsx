// The start of a unit: what needs attention, which days come next, and its villages in plain words.
import { useTranslation } from 'react-i18next'
import type { BoardVillage } from '../../../shared/unit-board/unit-board-schema.ts'
import { LinkTo } from '../../app/link-to.tsx'
import { formatIsoDate } from '../../design/time-format.ts'
import { useRegistry } from '../../registry/registry-query.ts'
import { keyOfMatter, mattersOf, nextOf } from '../attention.ts'
import { useBoard } from '../board-hooks.ts'
import { daysWords } from '../board-words.ts'
import { Empty, Group, KioskLink, Page } from '../card.tsx'
import { entryAddress } from '../kiosk-address.ts'
import { VillageSheet } from '../village-sheet.tsx'
import styles from './home-section.module.css'
import { MatterLine } from './matter-line.tsx'
import { useNextWords } from './next-words.ts'

const MOST_MATTERS = 5
const MOST_NEXT = 4

export function HomeSection({ isOnly }: { readonly isOnly: boolean }) {
  const { t } = useTranslation('kiosk')
  const { unit, work, day, villages } = useBoard()
  const { data: registry } = useRegistry()
  const nextWords = useNextWords()
  if (!work) return null
  const matters = mattersOf(work, day)
  const next = nextOf(work, day)
  return (
    <Page>
      <div className={styles.today}>
        <Group title={t('home.attention')}>
          {matters.length === 0 && <Empty>{t('home.fine')}</Empty>}
          <ul className={styles.matters}>
            {matters.slice(0, MOST_MATTERS).map(matter => (
              <MatterLine key={keyOfMatter(matter)} matter={matter} unitId={unit.id} />
            ))}
          </ul>
          {matters.length > MOST_MATTERS && <Empty>{t('home.more', { count: matters.length - MOST_MATTERS })}</Empty>}
        </Group>
        <Group title={t('home.next')}>
          {next.length === 0 && <Empty>{t('home.nothingNext')}</Empty>}
          <dl className={styles.next}>
            {next.slice(0, MOST_NEXT).map(one => (
              <div key={`${one.on} ${nextWords(one)}`}>
                <dt>
                  <strong>{formatIsoDate(one.on)}</strong> {daysWords(t, one.days)}
                </dt>
                <dd>{nextWords(one)}</dd>
              </div>
            ))}
          </dl>
        </Group>
      </div>
      {villages.length === 0 && <Empty>{t('noVillage')}</Empty>}
      {registry?.villages
        .filter(({ id }) => villages.some(own => own.id === id))
        .map(village => (
          <VillageSheet key={village.id} village={village}>
            {work.villages.flatMap(own => (own.id === village.id ? [<Standing key={own.id} village={own} />] : []))}
            <div className={styles.deeds}>
              <KioskLink icon="entry" to={entryAddress(unit.id, 'assess', village.id)}>
                {t('village.assess')}
              </KioskLink>
              <KioskLink icon="evidence" to={entryAddress(unit.id, 'evidence', village.id)}>
                {t('village.evidence')}
              </KioskLink>
            </div>
          </VillageSheet>
        ))}
      {!isOnly && (
        <LinkTo to={`/kiosk${location.search}`} className={styles.other}>
          {t('back')}
        </LinkTo>
      )}
    </Page>
  )
}

/** How a village stands in the programme; what isn't known is said. */
function Standing({ village }: { readonly village: BoardVillage }) {
  const { t } = useTranslation('kiosk')
  const { t: term } = useTranslation('programme')
  const { met, total, dossierStage, recognition, isSimulated } = village
  return (
    <p className={styles.standing}>
      <span>
        {t('village.recognition', { state: term(`term.recognition.${recognition}`).toLocaleLowerCase('vi') })}
      </span>
      <span>
        {met === null || total === null ? t('village.noIndicators') : t('village.indicators', { met, total })}
      </span>
      <span>
        {dossierStage === null
          ? t('village.noDossier')
          : t('village.dossier', { stage: term(`term.stage.${dossierStage}`).toLocaleLowerCase('vi') })}
      </span>
      {isSimulated && <span className={styles.tag}>{t('simulated')}</span>}
    </p>
  )
}
