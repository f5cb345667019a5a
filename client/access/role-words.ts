// A role somebody holds, in words: "Cán bộ đơn vị · Xã Mỹ Hiệp".
import type { Grant } from '../../shared/access/role.ts'
import type { AccessWords } from './form-words.ts'

export const grantWords = (t: AccessWords, { role, unit }: Grant, unitName: (id: string) => string): string =>
  t('roleAt', { role: t(`role.${role}`), unit: unit === null ? t('account.province') : unitName(unit) })
