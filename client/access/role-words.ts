// A role somebody holds, in words: "Cán bộ đơn vị · Xã Mỹ Hiệp"; and what it allows.
import { rightsOf } from '../../shared/access/judge.ts'
import type { Grant } from '../../shared/access/role.ts'
import type { AccessWords } from './form-words.ts'

export const grantWords = (t: AccessWords, { role, unit }: Grant, unitName: (id: string) => string): string =>
  t('roleAt', { role: t(`role.${role}`), unit: unit === null ? t('account.province') : unitName(unit) })

/** "Được: xem chương trình, nhập liệu cho đơn vị mình." */
export function mayWords(t: AccessWords, grant: Grant): string {
  if (grant.role === 'viewer' && grant.unit !== null) return t('accounts.boundViewer')
  const rights = [...rightsOf({ kind: 'person', account: '', session: '', name: '', grants: [grant] })]
  return t('accounts.may', { rights: rights.map(right => t(`right.${right}`)).join(', ') })
}
