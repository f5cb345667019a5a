// Which groups of the identity provider are which roles here (OIDC_MAPPING_FILE), read once at start: one line per thing that is wrong,
// in both languages.
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { grantSchema } from '../../shared/access/grant-schema.ts'
import { type Grant, MAX_GRANTS, ROLES } from '../../shared/access/role.ts'
import type { Words } from '../../shared/words.ts'

export const MAX_MAPPINGS = 1_000

const mappingSchema = z
  .strictObject({ group: z.string().min(1).max(200), ...grantSchema.shape })
  .refine(({ role, unit }) => grantSchema.safeParse({ role, unit }).success, { path: ['unit'] })
const fileSchema = z.array(mappingSchema).min(1).max(MAX_MAPPINGS)
type Mapping = z.infer<typeof mappingSchema>

const EXPECTED: Readonly<Record<string, Words>> = {
  group: {
    vi: 'tên nhóm ở hệ thống đăng nhập, 1 đến 200 ký tự',
    en: 'the name of the group there, 1 to 200 characters',
  },
  role: { vi: `một trong ${ROLES.join(', ')}`, en: `one of ${ROLES.join(', ')}` },
  unit: {
    vi: 'mã một đơn vị; null (toàn tỉnh) chỉ với viewer, leader, auditor',
    en: 'the id of a unit; null (the whole province) only for viewer, leader, auditor',
  },
}
const FORM: Words = {
  vi: `một danh sách JSON, 1 đến ${MAX_MAPPINGS} dòng, mỗi dòng chỉ có group, role, unit`,
  en: `a JSON list of 1 to ${MAX_MAPPINGS} rows, each with group, role, unit and nothing else`,
}

/** The grants of somebody who is in these groups; none = no way in. */
export type GrantsOf = (groups: ReadonlySet<string>) => readonly Grant[]

/** @throws Error whose lines say what is wrong */
export function loadMapping(path: string, hasUnit: (id: string) => boolean): GrantsOf {
  const parsed = fileSchema.safeParse(contentOf(path))
  if (!parsed.success)
    throw trouble(
      parsed.error.issues.map(({ path: [row, field] }) => {
        const expected = EXPECTED[String(field)]
        return expected ? line(Number(row), String(field), expected) : complaint(FORM)
      }),
    )
  const lost = parsed.data.flatMap(({ unit }, row) =>
    unit === null || hasUnit(unit) ? [] : [`${row + 1}. unit: không có đơn vị này · there is no such unit: ${unit}`],
  )
  if (lost.length > 0) throw trouble(lost)
  return groups => grantsAmong(parsed.data, groups)
}

/** In the file's order; an account holds so many and no more, the first ones count. */
function grantsAmong(mappings: readonly Mapping[], groups: ReadonlySet<string>): readonly Grant[] {
  const found = new Map<string, Grant>()
  for (const { group, role, unit } of mappings) if (groups.has(group)) found.set(`${role} ${unit}`, { role, unit })
  return [...found.values()].slice(0, MAX_GRANTS)
}

function contentOf(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}
const complaint = ({ vi, en }: Words) => `cần ${vi} · expected ${en}`
const line = (row: number, field: string, words: Words) => `${row + 1}. ${field}: ${complaint(words)}`
const trouble = (lines: readonly string[]) => new Error(['OIDC_MAPPING_FILE', ...new Set(lines)].join('\n  '))
