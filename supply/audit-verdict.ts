// What `npm audit --json` has said, as the end of a gate. Pure.
import { z } from 'zod'

/** Nothing known; something that must be looked at; or nobody could be asked, which is no "nothing known". */
export const AUDIT_EXIT = { clean: 0, found: 1, unasked: 2 } as const

export type Verdict = { readonly exit: (typeof AUDIT_EXIT)[keyof typeof AUDIT_EXIT]; readonly line: string }

const GRAVE = ['high', 'critical'] as const
const reportSchema = z.looseObject({
  metadata: z.looseObject({ vulnerabilities: z.record(z.string(), z.int()) }),
  vulnerabilities: z.record(z.string(), z.looseObject({ severity: z.string() })),
})

export function auditVerdict(output: string): Verdict {
  const report = reportSchema.safeParse(parsed(output))
  if (!report.success)
    return {
      exit: AUDIT_EXIT.unasked,
      line: 'chưa kiểm được: kho gói không trả lời câu hỏi về lỗ hổng · not audited: the registry does not answer about vulnerabilities',
    }
  const counts = report.data.metadata.vulnerabilities
  const grave = GRAVE.reduce((sum, severity) => sum + (counts[severity] ?? 0), 0)
  const total = Object.entries(counts).reduce((sum, [name, count]) => (name === 'total' ? sum : sum + count), 0)
  const names = Object.entries(report.data.vulnerabilities).flatMap(([name, { severity }]) =>
    severity === 'high' || severity === 'critical' ? [`${name} (${severity})`] : [],
  )
  return grave > 0
    ? { exit: AUDIT_EXIT.found, line: `${grave}: ${names.join(', ')}` }
    : { exit: AUDIT_EXIT.clean, line: `không có lỗ hổng nặng · none high or critical (${total} lesser)` }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
