// /alarms/rules: the rules by which the station raises alarms; one of them by its id; forms and trials by the address.
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { navigate, useParameters, withParameters } from '../../app/address.ts'
import { ButtonLink } from '../../kit/button.tsx'
import { Notice } from '../../kit/notice.tsx'
import type { AlarmPageProps } from '../alarms-page.tsx'
import { addressOf } from '../section.ts'
import { RuleDetail } from './rule-detail.tsx'
import { RuleForm } from './rule-form.tsx'
import { RuleList } from './rule-list.tsx'
import { useRuleNames } from './rule-names.ts'
import { ruleRows } from './rule-rows.ts'
import { ruleTask } from './rule-task.ts'
import { SwitchForm } from './switch-form.tsx'
import { TrialDialog } from './trial-dialog.tsx'

export function RulesPage({ state, id }: AlarmPageProps) {
  const { t, i18n } = useTranslation('alarms')
  const names = useRuleNames(state)
  const task = ruleTask(useParameters())
  const language = i18n.language === 'en' ? 'en' : 'vi'
  const rows = useMemo(() => ruleRows(state, language), [state, language])
  const row = rows.find(({ rule }) => rule.id === id)
  const close = () => navigate(withParameters({ form: undefined }))
  if (id !== undefined && !row)
    return (
      <Notice
        kind="warning"
        title={t('rules.unknownRule', { id })}
        actions={<ButtonLink to={addressOf('rules')}>{t('rules.back')}</ButtonLink>}
      />
    )
  return (
    <>
      {row ? <RuleDetail key={row.rule.id} row={row} names={names} /> : <RuleList rows={rows} names={names} />}
      {task === 'new' && !row && <RuleForm state={state} names={names} start={{ kind: 'new' }} onClose={close} />}
      {row && (task === 'edit' || task === 'copy') && (
        <RuleForm state={state} names={names} start={{ kind: task, held: row }} onClose={close} />
      )}
      {row && task === 'switch' && <SwitchForm state={state} names={names} held={row} onClose={close} />}
      {row && task === 'trial' && <TrialDialog rule={row.rule} names={names} onClose={close} />}
    </>
  )
}
