// The list of reports as an Excel file, as the page shows it: its day, its unit names, its language.
import { useTranslation } from 'react-i18next'
import { Icon } from '../../kit/icons.tsx'
import type { ProgrammeView } from '../programme-hooks.tsx'
import styles from './reports.module.css'

export function ReportExport({ view }: { readonly view: ProgrammeView }) {
  const { t, i18n } = useTranslation('programme')
  const query = new URLSearchParams({ format: 'xlsx', basis: view.basis, lang: i18n.language === 'en' ? 'en' : 'vi' })
  if (view.asOf !== undefined) query.set('at', view.asOf)
  return (
    <a className={styles.export} href={`/api/v1/programme/reports?${query}`} download>
      <Icon name="download" /> {t('shell.exportXlsx')}
    </a>
  )
}
