// The words of pairing displays, in English.
import type { Mirror } from '../../i18n/mirror.ts'
import type { pairing as vi } from './pairing-vi.ts'

export const pairing = {
  button: 'Pair a screen',
  title: 'Pair a screen',
  about: 'A screen that is not paired shows a code of six digits. Enter it here; it is good once, for ten minutes.',
  code: 'Code on the screen',
  codeHint: 'Six digits',
  machine: 'Machine {{id}}, from the address {{address}}',
  asked: 'It asked at {{time}}. Compare with the last line on the screen.',
  replaces: 'This machine is paired now: approving ends that pairing.',
  scope: 'Scope',
  province: 'The whole province',
  class: 'Class',
  classes: { public: 'Public', office: 'Office', leader: 'Leader' },
  hides: {
    public: 'shows measurements only; no alarms, no programme, nothing of a single household.',
    office: 'shows alarms and the programme too; still hides what tells of a single household.',
    leader: 'shows everything, also personal data; only for rooms where somebody is on duty.',
  },
  missing: { code: 'Enter all six digits.', class: 'Choose the class of the display.' },
  send: 'Approve',
  done: 'Paired: {{name}}. The screen goes on by itself within seconds.',
  fact: 'Pairing',
  letInFor: 'Let in for',
  seen: 'Last seen',
  seenFrom: '{{age}} ago ({{time}}), from {{address}}',
  since: 'since {{date}}, approved by {{by}}',
  standing: {
    copied: 'copied, shut out',
    unseen: 'not seen for more than 24 hours',
    unpaired: 'not paired',
  },
  clockOff: 'Its own clock is off',
  clockAhead: 'fast by {{age}}; set the clock of the machine',
  clockBehind: 'slow by {{age}}; set the clock of the machine',
  change: 'Change class, scope',
  changeTitle: 'Change class and scope of “{{name}}”',
  changeAbout: 'The display begins anew with its new rights within two seconds.',
  changed: 'Changed: {{name}}.',
  revoke: 'Revoke',
  revokeTitle: 'Revoke “{{name}}”?',
  revokeAbout:
    'The display stops within two seconds, wipes what it kept and shows a new code. Name and profile stay until you press “Forget”.',
  revoked: 'Revoked: {{name}}.',
  copied: '“{{name}}” was copied: two machines say they are this display',
  copiedMeaning:
    'Noticed at {{time}}. Both are shut out. Revoke it, find out which machine is the real one and pair that one again; tell whoever is responsible for security.',
} as const satisfies Mirror<typeof vi>
