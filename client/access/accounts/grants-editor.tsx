// The roles of one account: each a role and a unit, with what it allows said beside.
import { MAX_GRANTS, PROVINCE_WIDE, ROLES } from '../../../shared/access/role.ts'
import { Button } from '../../kit/button.tsx'
import { SelectField, type SelectOption } from '../../kit/select-field.tsx'
import { useAccessWords } from '../form-words.ts'
import { mayWords } from '../role-words.ts'
import { useGrantUnits, useUnitName } from '../use-unit-names.ts'
import { type GrantDraft, newDraft, withRole } from './grant-drafts.ts'
import styles from './grants-editor.module.css'

type Props = { readonly drafts: readonly GrantDraft[]; readonly onChange: (drafts: readonly GrantDraft[]) => void }

export function GrantsEditor({ drafts, onChange }: Props) {
  const { t } = useAccessWords()
  const change = (next: GrantDraft) => onChange(drafts.map(draft => (draft.key === next.key ? next : draft)))
  return (
    <fieldset className={styles.grants}>
      <legend>{t('accounts.grants')}</legend>
      {drafts.map((draft, at) => (
        <GrantRow
          key={draft.key}
          draft={draft}
          number={at + 1}
          onChange={change}
          {...(drafts.length > 1 ? { onRemove: () => onChange(drafts.filter(({ key }) => key !== draft.key)) } : {})}
        />
      ))}
      <div>
        <Button
          icon="plus"
          isDisabled={drafts.length >= MAX_GRANTS}
          onClick={() => onChange([...drafts, newDraft(drafts)])}
        >
          {t('accounts.addGrant')}
        </Button>
      </div>
    </fieldset>
  )
}

type RowProps = {
  readonly draft: GrantDraft
  readonly number: number
  readonly onChange: (draft: GrantDraft) => void
  readonly onRemove?: () => void
}

function GrantRow({ draft, number, onChange, onRemove }: RowProps) {
  const { t } = useAccessWords()
  const today = useGrantUnits()
  const unitName = useUnitName()
  const { role, unit } = draft
  // One that has ended since stays to be seen.
  const held: readonly SelectOption<string>[] =
    unit === null || today.some(({ value }) => value === unit) ? [] : [{ value: unit, label: unitName(unit) }]
  return (
    <div className={styles.grant} role="group" aria-label={t('accounts.grantNumber', { number })}>
      <SelectField
        name={`grants.${number - 1}.role`}
        label={t('accounts.grantRole')}
        options={ROLES.map(one => ({ value: one, label: t(`role.${one}`) }))}
        value={role}
        onChange={chosen => chosen && onChange(withRole(draft, chosen))}
      />
      <SelectField
        name={`grants.${number - 1}.unit`}
        label={t('accounts.unit')}
        options={[...held, ...today]}
        noneWords={t(PROVINCE_WIDE.has(role) ? 'accounts.wholeProvince' : 'accounts.chooseUnit')}
        value={unit ?? undefined}
        onChange={chosen => onChange({ ...draft, unit: chosen ?? null })}
      />
      {onRemove && (
        <div className={styles.remove}>
          <Button kind="quiet" icon="close" isIconOnly onClick={onRemove}>
            {t('accounts.removeGrant', { number })}
          </Button>
        </div>
      )}
      <p className={styles.may}>{mayWords(t, { role, unit })}</p>
    </div>
  )
}
