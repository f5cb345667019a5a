// docs/permissions.md as it follows from the one table of permissions.
import {
  ALARM_NEEDS,
  DESK_NEEDS,
  DISPLAY_NEEDS,
  FAMILY_NEEDS,
  IMPORT_NEEDS,
  type Need,
  OPERATION_NEEDS,
  PROGRAMME_NEEDS,
  REPORT_NEED,
  STAGE_NEEDS,
  STEP_NEEDS,
  WATCH_NEED,
} from '../../shared/access/action.ts'
import { DISPLAY_RIGHTS, RIGHTS, ROLE_RIGHTS } from '../../shared/access/right.ts'
import { AUDIENCES, ROLES } from '../../shared/access/role.ts'

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n')
const needWords = (need: Need | 'by-part') =>
  typeof need === 'string' ? (NEED_WORDS[need] ?? need) : need.map(right => `\`${right}\``).join(' or ')
const NEED_WORDS: Readonly<Record<string, string>> = {
  anyone: 'anyone',
  person: 'whoever is signed in, for their own account',
  device: "the device's own token",
  command: 'each command, below',
  'by-part': 'its step or stage, below',
}
const needs = (all: Readonly<Record<string, Need | 'by-part'>>) =>
  Object.entries(all).map(([name, need]) => [`\`${name}\``, needWords(need)])

export const permissionsPage = (): string => `# Permissions

Made from \`shared/access\`; a test holds this page against it, and another tries every row on a running station. Change the table, then run \`UPDATE_DOCS=1\` with that test.

## Rights of roles
A person may hold up to twelve roles, each for a unit; \`viewer\`, \`leader\` and \`auditor\` also for the whole province. Whoever acts, acts for a unit they hold such a role in today: a renamed department is acted for under its name of today, a commune that merged under the one it merged into, a district that ended by whoever the programme's settings say does what it did. Which unit may do what in the programme is judged beside this, by the programme's own rules.

${table(
  ['right', ...ROLES],
  RIGHTS.map(right => [`\`${right}\``, ...ROLES.map(role => (ROLE_RIGHTS[role].includes(right) ? '✓' : ''))]),
)}

A \`viewer\` of one unit, and a display of one unit, get the readings of that unit's villages and nothing that can't be cut to it.

## Rights of displays, by class
${table(
  ['right', ...AUDIENCES],
  RIGHTS.filter(right => AUDIENCES.some(one => DISPLAY_RIGHTS[one].includes(right))).map(right => [
    `\`${right}\``,
    ...AUDIENCES.map(one => (DISPLAY_RIGHTS[one].includes(right) ? '✓' : '')),
  ]),
)}

## What each operation needs
${table(['operation', 'needs'], needs(OPERATION_NEEDS))}

## What the live link needs
${table(
  ['event', 'needs'],
  [
    ['`watch`', needWords(WATCH_NEED)],
    ...Object.entries(FAMILY_NEEDS).map(([family, need]) => [`\`follow\` ${family}`, needWords(need)]),
    ['`report`', needWords(REPORT_NEED)],
  ],
)}

## What each command needs
### Programme
${table(['command', 'needs'], needs(PROGRAMME_NEEDS))}

${table(['step of an assessment', 'needs'], needs(STEP_NEEDS))}

${table(['stage of a dossier', 'needs'], needs(STAGE_NEEDS))}

${table(['import of', 'needs'], needs(IMPORT_NEEDS))}

### Alarms
${table(['command', 'needs'], needs(ALARM_NEEDS))}

### Displays
${table(['command', 'needs'], needs(DISPLAY_NEEDS))}

### Desk
${table(['command', 'needs'], needs(DESK_NEEDS))}
`
