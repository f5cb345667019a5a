// The criteria: which village meets which indicator, every indicator in full, and the sets themselves.
import { useTranslation } from 'react-i18next'
import { indicatorsOf, setOn } from '../../../shared/programme/criteria.ts'
import type { SetState } from '../../../shared/programme/state.ts'
import { navigate, useParameters, withParameters } from '../../app/address.ts'
import { formatIsoDate } from '../../design/time-format.ts'
import { ButtonLink } from '../../kit/button.tsx'
import { Notice } from '../../kit/notice.tsx'
import { Tabs } from '../../kit/tabs.tsx'
import { addressWith } from '../address-with.ts'
import { EntryButton } from '../entry-button.tsx'
import { ExchangeDialog } from '../exchange/exchange-dialog.tsx'
import { ExportLink } from '../exchange/export-link.tsx'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { addressOf } from '../section.ts'
import styles from './criteria.module.css'
import { CriteriaMatrix } from './criteria-matrix.tsx'
import { IndicatorList } from './indicator-list.tsx'
import { type CriteriaChoice, criteriaChoice, VIEWS } from './matrix-choice.ts'
import { OpenCell } from './open-cell.tsx'
import { SetView } from './set-view.tsx'
import { TextlessSet } from './textless-set.tsx'

type Props = { readonly view: ProgrammeView; readonly id: string | undefined }

export function CriteriaPage({ view }: Props) {
  const { t } = useTranslation('programme')
  const parameters = useParameters()
  const choice = criteriaChoice(parameters)
  const inUse = setOn(view.state, view.day).set
  const set = (choice.set !== undefined && view.state.criteriaSets.get(choice.set)) || inUse
  const kind = choice.view === 'sets' ? 'criteria' : 'assessments'
  const isImporting = parameters.get('form') === 'import' && !view.isPast
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <h2>{choice.view === 'sets' || !set ? t('criteria.sets') : `${t('criteria.title')}: ${set.title}`}</h2>
        <div className={styles.actions}>
          <EntryButton
            view={view}
            deed={{ kind: 'import', of: kind }}
            icon="upload"
            onClick={() => navigate(withParameters({ form: 'import' }))}
          >
            {t(kind === 'criteria' ? 'criteria.importSet' : 'criteria.importResults')}
          </EntryButton>
          <ExportLink kind={kind} set={kind === 'assessments' ? set?.id : undefined} />
        </div>
      </div>
      {choice.view !== 'sets' && <SetNotices set={set} inUse={inUse} day={view.day} />}
      <Tabs
        label={t('criteria.views')}
        tabs={VIEWS.map(id => ({ id, title: t(`criteria.${id}`) }))}
        selectedId={choice.view}
        onSelect={id => navigate(withParameters({ view: id === 'matrix' ? undefined : id }))}
      >
        <div className={styles.page}>
          <Shown view={view} set={set} choice={choice} />
        </div>
      </Tabs>
      {set && choice.view !== 'sets' && <OpenCell view={view} set={set} />}
      {isImporting && (
        <ExchangeDialog
          view={view}
          kind={kind}
          {...(kind === 'assessments' && set ? { template: { set: set.id } } : {})}
          onClose={() => navigate(withParameters({ form: undefined }))}
        />
      )}
    </div>
  )
}

type ShownProps = { readonly view: ProgrammeView; readonly set: SetState | null; readonly choice: CriteriaChoice }

function Shown({ view, set, choice }: ShownProps) {
  const { t } = useTranslation('programme')
  if (choice.view === 'sets') return <SetView view={view} set={set} />
  if (!set)
    return (
      <Notice
        kind="warning"
        title={t('criteria.noSet')}
        actions={<ButtonLink to={addressOf('settings')}>{t('overview.openSettings')}</ButtonLink>}
      >
        {t('criteria.noSetNote')}
      </Notice>
    )
  if (indicatorsOf(set).length === 0) return <TextlessSet view={view} set={set} />
  return choice.view === 'list' ? (
    <IndicatorList view={view} set={set} />
  ) : (
    <CriteriaMatrix view={view} set={set} choice={choice} />
  )
}

type NoticesProps = { readonly set: SetState | null; readonly inUse: SetState | null; readonly day: string }

function SetNotices({ set, inUse, day }: NoticesProps) {
  const { t } = useTranslation('programme')
  if (!set) return null
  const isLapsed = set.validTo !== null && set.validTo <= day
  return (
    <>
      {set.illustrative && <Notice kind="info" title={t('shell.illustrativeNote')} />}
      {isLapsed && set.validTo !== null && (
        <Notice kind="warning" title={t('criteria.lapsed', { day: formatIsoDate(set.validTo) })}>
          {set.id === inUse?.id && t('criteria.lapsedNote')}
        </Notice>
      )}
      {set.id !== inUse?.id && (
        <Notice
          kind="info"
          title={t('criteria.showing')}
          actions={
            inUse && <ButtonLink to={addressWith('criteria', undefined, {})}>{t('criteria.backToInUse')}</ButtonLink>
          }
        />
      )}
    </>
  )
}
