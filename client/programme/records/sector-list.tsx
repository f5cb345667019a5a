// How far each sector's data are connected; a sector of which nothing was recorded is named as well.
import { useTranslation } from 'react-i18next'
import { withParameters } from '../../app/address.ts'
import { LinkTo } from '../../app/link-to.tsx'
import { SourceTag } from '../../kit/source-tag.tsx'
import { StateMark } from '../../kit/state-mark.tsx'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { recordRows, sectorsOf } from './record-rows.ts'
import { RecordMark } from './record-table.tsx'
import styles from './records.module.css'

export function SectorList({ view }: { readonly view: ProgrammeView }) {
  const { t } = useTranslation('programme')
  const rows = recordRows(view, { kind: 'data-connection', state: undefined, village: undefined })
  return (
    <section aria-labelledby="records-sectors" className={styles.sectors}>
      <h3 id="records-sectors">{t('records.sectors')}</h3>
      <ul>
        {sectorsOf(view, rows).map(sector => (
          <li key={sector.unit.id}>
            <strong>{sector.unit.name}</strong>
            {sector.rows.length === 0 && <StateMark state="unknown" word={t('records.sectorNone')} />}
            {sector.rows.map(row => (
              <LinkTo key={row.record.id} to={withParameters({ record: row.record.id })} className={styles.sector}>
                <RecordMark row={row} />
                <span>
                  {row.record.title} {row.isSimulated && <SourceTag text={t('shell.simulated')} />}
                </span>
              </LinkTo>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}
