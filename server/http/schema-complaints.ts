// What a schema found wrong, as parts of a problem: the path of the field and a sentence in both languages. Repeats no value.
import type { z } from 'zod'
import type { Problem } from '../../shared/api.ts'

const MOST = 20

export function complaintsOf(error: z.ZodError): NonNullable<Problem['errors']> {
  return error.issues.slice(0, MOST).map(issue => {
    const field = issue.path.join('.') || null
    return {
      code: issue.code,
      field,
      vi: `${field ?? 'Nội dung gửi'}: sai dạng (${issue.code})`,
      en: `${field ?? 'The body'}: ${issue.message}`,
    }
  })
}
