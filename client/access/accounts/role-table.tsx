// What each role may do, as the station's own table of rights has it.
import { ROLE_RIGHTS } from '../../../shared/access/right.ts'
import { PROVINCE_WIDE, ROLES, type Role } from '../../../shared/access/role.ts'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { Icon } from '../../kit/icons.tsx'
import { useAccessWords } from '../form-words.ts'
import styles from './accounts-page.module.css'

export function RoleTable() {
  const { t } = useAccessWords()
  const columns: readonly Column<Role>[] = [
    { key: 'role', title: t('accounts.grantRole'), isRowHeader: true, render: role => t(`role.${role}`) },
    {
      key: 'where',
      title: t('accounts.roleWhere'),
      render: role => t(PROVINCE_WIDE.has(role) ? 'accounts.whereProvince' : 'accounts.whereUnit'),
    },
    {
      key: 'may',
      title: t('accounts.roleMay'),
      render: role => ROLE_RIGHTS[role].map(right => t(`right.${right}`)).join(', '),
    },
  ]
  return (
    <details className={styles.roleTable}>
      <summary>
        <Icon name="chevron-right" /> {t('accounts.roleTable')}
      </summary>
      <DataTable
        caption={t('accounts.roleTableCaption')}
        isCaptionHidden
        columns={columns}
        rows={ROLES}
        rowKey={role => role}
        emptyWords=""
        maxHeight="none"
      />
    </details>
  )
}
