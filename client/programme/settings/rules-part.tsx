// Every rule that can be set: its value, whether somebody changed it, and what it changes.

import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { subjectOf } from '../../../shared/programme/event.ts'
import type { Settings } from '../../../shared/programme/facts.ts'
import { useMay } from '../../access/me.ts'
import { navigate, withParameters } from '../../app/address.ts'
import { LinkTo } from '../../app/link-to.tsx'
import { Button } from '../../kit/button.tsx'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { historyOf } from '../history/history-choice.ts'
import { ListDownloads } from '../list-downloads.tsx'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { Provenance } from '../provenance.tsx'
import { SettingForm } from './setting-form.tsx'
import { SettingValue } from './setting-value.tsx'
import styles from './settings.module.css'
import { SETTING_KEYS } from './settings-choice.ts'

type Props = { readonly view: ProgrammeView; readonly setting: keyof Settings | undefined }

export function RulesPart({ view, setting }: Props) {
  const { t } = useTranslation('programme')
  const reasonId = useId()
  const may = useMay()
  const columns: readonly Column<keyof Settings>[] = [
    { key: 'name', title: t('settings.column.name'), isRowHeader: true, render: key => t(`settings.name.${key}`) },
    { key: 'value', title: t('settings.column.value'), render: key => <SettingValue view={view} setting={key} /> },
    { key: 'origin', title: t('settings.column.origin'), render: key => <Origin view={view} setting={key} /> },
    {
      key: 'why',
      title: t('settings.column.why'),
      render: key => <span className={styles.why}>{t(`settings.why.${key}`)}</span>,
    },
    {
      key: 'change',
      title: t('settings.column.change'),
      render: key => (
        <Button
          isDisabled={view.isPast}
          describedBy={view.isPast ? reasonId : undefined}
          onClick={() => navigate(withParameters({ setting: key }))}
        >
          {t('settings.change')} <span className="spoken">{t(`settings.name.${key}`)}</span>
        </Button>
      ),
    },
  ]
  const shown = may({ kind: 'programme', command: 'change-setting' }) ? columns : columns.slice(0, -1)
  return (
    <div className={styles.part}>
      {view.isPast && (
        <p id={reasonId} className={styles.hint}>
          {t('shell.readOnlyPast')}
        </p>
      )}
      <DataTable
        caption={t('settings.part.rules')}
        isCaptionHidden
        columns={shown}
        rows={SETTING_KEYS}
        rowKey={key => key}
        emptyWords={t('shell.unknown')}
        maxHeight="none"
      />
      <div className={styles.actions}>
        <ListDownloads view={view} list="settings" />
      </div>
      {setting && !view.isPast && (
        <SettingForm
          key={setting}
          view={view}
          setting={setting}
          onClose={() => navigate(withParameters({ setting: undefined }))}
        />
      )}
    </div>
  )
}

function Origin({ view, setting }: { readonly view: ProgrammeView; readonly setting: keyof Settings }) {
  const { t } = useTranslation('programme')
  const stamp = view.state.changedSettings.get(setting)
  if (!stamp) return <span className={styles.hint}>{t('settings.isDefault')}</span>
  return (
    <>
      <Provenance by={stamp.by} at={stamp.at} />{' '}
      <LinkTo to={historyOf(subjectOf.setting(setting))} className={styles.link}>
        {t('settings.history')}
      </LinkTo>
    </>
  )
}
