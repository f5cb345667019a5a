import { expect, test } from 'vitest'
import { AUDIT_EXIT, auditVerdict } from '../../../supply/audit-verdict.ts'

const report = (counts: object, vulnerabilities: object = {}) =>
  JSON.stringify({ auditReportVersion: 2, vulnerabilities, metadata: { vulnerabilities: { total: 9, ...counts } } })

test('nothing grave passes', () => {
  expect(auditVerdict(report({ info: 0, low: 1, moderate: 2, high: 0, critical: 0 }))).toEqual({
    exit: AUDIT_EXIT.clean,
    line: expect.stringContaining('3 lesser'),
  })
})

test.each(['high', 'critical'])('one that is %s stops, by name', severity => {
  expect(auditVerdict(report({ [severity]: 1 }, { worm: { severity }, dust: { severity: 'low' } }))).toEqual({
    exit: AUDIT_EXIT.found,
    line: `1: worm (${severity})`,
  })
})

test.each([
  ['nothing', ''],
  ['no JSON', 'npm error code ENOTFOUND'],
  [
    'an error of the registry',
    '{"message":"405 Method Not Allowed","statusCode":405,"error":{"summary":"","detail":""}}',
  ],
  ['a report without counts', '{"vulnerabilities":{}}'],
])('%s is not taken for "nothing found"', (_what, output) => expect(auditVerdict(output).exit).toBe(AUDIT_EXIT.unasked))
