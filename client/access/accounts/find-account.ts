// Finds accounts by a part of login or name, with or without Vietnamese marks. Pure.
import type { AccountRow } from '../../../shared/access/api-schema.ts'
import { isFoundBy } from '../../programme/plain-text.ts'

export const isFound = ({ login, name }: Pick<AccountRow, 'login' | 'name'>, text: string): boolean =>
  isFoundBy(text, login, name)
