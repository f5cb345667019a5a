// A list as Excel and CSV, as it is on the page's day.
import { useTranslation } from 'react-i18next'
import { DownloadLink } from '../kit/button.tsx'
import { type ListName, listAddress } from './list-address.ts'
import type { ProgrammeView } from './programme-hooks.tsx'

type Props = { readonly view: ProgrammeView; readonly list: ListName }

export function ListDownloads({ view, list }: Props) {
  const { t, i18n } = useTranslation('programme')
  return (
    <>
      <DownloadLink to={listAddress(list, 'xlsx', view, i18n.language)}>{t('shell.exportXlsx')}</DownloadLink>
      <DownloadLink to={listAddress(list, 'csv', view, i18n.language)}>{t('shell.exportCsv')}</DownloadLink>
    </>
  )
}
