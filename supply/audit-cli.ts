// `npm run audit:packages`: known vulnerabilities of what production is made of. Ends with 0, 1 (some), 2 (nobody could be asked).
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { auditVerdict } from './audit-verdict.ts'

const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
  cwd: join(import.meta.dirname, '..'),
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
  shell: process.platform === 'win32',
})
const { exit, line } = auditVerdict(stdout ?? '')
process.stdout.write(`${line}\n`)
process.exitCode = exit
