// Downloads what is recorded as an Excel file, in the same layout that an import takes.

import { useTranslation } from 'react-i18next'
import type { ImportKind } from '../../../shared/programme/exchange-schema.ts'
import { useMay } from '../../access/me.ts'
import { Icon } from '../../kit/icons.tsx'
import styles from './exchange.module.css'

export type ExportChoice = {
  readonly kind: ImportKind
  /** Of criteria and assessments: one set; without it, all sets and the one in use. */
  readonly set?: string | undefined
  /** Of funding: one year. */
  readonly year?: number | undefined
}

export function exportPath({ kind, set, year }: ExportChoice): string {
  const query = new URLSearchParams()
  if (set !== undefined) query.set('set', set)
  if (year !== undefined) query.set('year', String(year))
  return `/api/v1/programme/export/${kind}${query.size > 0 ? `?${query}` : ''}`
}

type Props = ExportChoice & {
  /** What is exported, where the page has more than one. */
  readonly words?: string
}

export function ExportLink({ words, ...choice }: Props) {
  const { t } = useTranslation('programme')
  const may = useMay()
  if (!may({ kind: 'operation', id: 'programmeExport' })) return null
  return (
    <a className={styles.export} href={exportPath(choice)} download>
      <Icon name="download" />
      {words ?? t('shell.exportXlsx')}
    </a>
  )
}
