// A list as Excel and CSV, as it is on the page's day.

import { useTranslation } from 'react-i18next'
import { useMay } from '../access/me.ts'
import { DownloadLink } from '../kit/button.tsx'
import { type ListName, listAddress } from './list-address.ts'
import type { ProgrammeView } from './programme-hooks.tsx'

type Props = { readonly view: ProgrammeView; readonly list: ListName }

export function ListDownloads({ view, list }: Props) {
  // A whole table carries names: the same right as for evidence.
  const may = useMay()
  const { t, i18n } = useTranslation('programme')
  if (!may({ kind: 'operation', id: 'programmeExport' })) return null
  return (
    <>
      <DownloadLink to={listAddress(list, 'xlsx', view, i18n.language)}>{t('shell.exportXlsx')}</DownloadLink>
      <DownloadLink to={listAddress(list, 'csv', view, i18n.language)}>{t('shell.exportCsv')}</DownloadLink>
    </>
  )
}
