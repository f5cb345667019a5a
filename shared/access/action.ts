// Which right each thing that can be asked of the station needs: every operation of the HTTP interface, every event of the live link,
// every command. What isn't in the table is denied. Pure data.
import type { AlarmCommandName } from '../alarms/command.ts'
import type { DeskCommandName } from '../desk/command.ts'
import type { DisplayCommandName } from '../displays/command.ts'
import type { CommandName } from '../programme/command.ts'
import type { ImportKind } from '../programme/exchange-schema.ts'
import type { AssessmentStep, DossierStage } from '../programme/facts.ts'
import type { Family } from '../wire.ts'
import type { Right } from './right.ts'

/**
 * `anyone`: also who hasn't said who they are. `person`: whoever is signed in. `device`: its own door asks for its token.
 * `command`: the commands in it are asked about one by one. Several rights: one of them is enough.
 */
export type Need = 'anyone' | 'person' | 'device' | 'command' | readonly Right[]

const FIELD = ['read-field'] as const
const PROGRAMME = ['read-programme'] as const
const ALARMS = ['read-alarms'] as const
const DESK = ['read-desk'] as const
const RULES = ['manage-rules', 'operate-alarms'] as const

/** By operation id. */
export const OPERATION_NEEDS: Readonly<Record<string, Need>> = {
  ingest: 'device',
  series: FIELD,
  readings: FIELD,
  state: FIELD,
  seriesStatistics: FIELD,
  seriesHours: FIELD,
  readingsCsv: FIELD,
  readingsXlsx: FIELD,
  derived: FIELD,
  derivedReadings: FIELD,
  derivedOrigin: FIELD,
  derivedStatistics: FIELD,
  replay: FIELD,
  // What isn't for whoever asks is left out of it.
  replayMarks: FIELD,
  registry: FIELD,
  devices: ['read-devices'],
  // Cut to the unit and to the class of who asks.
  unitBoard: ['read-board'],
  programmeOverview: PROGRAMME,
  programmeVillagesGeoJson: PROGRAMME,
  programmeVillage: PROGRAMME,
  programmeCriteriaSet: PROGRAMME,
  programmeMeasurements: PROGRAMME,
  programmeVillages: PROGRAMME,
  programmeCriteriaSets: PROGRAMME,
  programmeCompareSets: PROGRAMME,
  programmeIndicators: PROGRAMME,
  programmeDossiers: PROGRAMME,
  programmeTasks: PROGRAMME,
  programmeMilestones: PROGRAMME,
  programmeFunding: PROGRAMME,
  programmeSupervision: PROGRAMME,
  programmeReports: PROGRAMME,
  programmeConsolidations: PROGRAMME,
  programmeTimeliness: PROGRAMME,
  programmeObstacles: PROGRAMME,
  programmeRecords: PROGRAMME,
  programmeCalendar: PROGRAMME,
  programmeSettings: PROGRAMME,
  programmeState: PROGRAMME,
  programmeEvents: PROGRAMME,
  programmeAudit: ['read-audit'],
  programmeCommand: 'command',
  programmeKeepFile: ['enter'],
  programmeFile: ['read-evidence'],
  programmeImport: 'command',
  programmeExport: ['read-evidence'],
  alarms: ALARMS,
  alarmState: ALARMS,
  alarmEvents: ALARMS,
  alarmCommand: 'command',
  alarmWatches: ALARMS,
  alarmDeadband: RULES,
  alarmBacktest: RULES,
  alarmScorecard: ALARMS,
  alarmChannels: ['read-outbox'],
  alarmOutbox: ['read-outbox'],
  alarmOutboxRetry: ['operate-alarms'],
  // The link in a message is the credential: one alarm, once, for a while.
  alarmLinkLook: 'anyone',
  alarmLinkAcknowledge: 'anyone',
  capFeed: ALARMS,
  capMessage: ALARMS,
  displays: ['read-displays', 'manage-displays'],
  displayState: ['be-a-display', 'read-displays', 'manage-displays', ...PROGRAMME],
  displayEvents: ['read-displays', 'manage-displays'],
  displayCommand: 'command',
  displayOrder: ['manage-displays'],
  // Whoever keeps incidents shows them in the briefing.
  displayReplay: ['manage-displays', 'write-desk'],
  // Of a display the station asks its class and its unit too.
  displayIncident: ['be-a-display', ...DESK],
  displayThumbnail: ['be-a-display'],
  displayPicture: ['read-displays', 'manage-displays'],
  deskState: DESK,
  deskEntries: DESK,
  deskEvents: DESK,
  deskCommand: 'command',
  accessMe: 'anyone',
  accessSignIn: 'anyone',
  accessSignOut: 'person',
  accessInvitation: 'anyone',
  accessAcceptInvitation: 'anyone',
  accessChangePassword: 'person',
  accessStartTotp: 'person',
  accessConfirmTotp: 'person',
  accessRemoveTotp: 'person',
  accessSessions: 'person',
  accessRevokeSession: 'person',
  accessAccounts: ['manage-accounts', 'read-audit'],
  accessCommand: ['manage-accounts'],
  accessEvents: ['read-audit'],
  // Who holds the secret of a code; and a code opens nothing by itself.
  accessOpenPairing: 'anyone',
  accessClaimPairing: 'anyone',
  accessLookPairing: ['manage-displays'],
  accessApprovePairing: ['manage-displays'],
  accessDisplays: ['read-displays', 'manage-displays'],
  accessChangeDisplay: ['manage-displays'],
  accessRevokeDisplay: ['manage-displays'],
  accessSetPin: 'person',
  accessRemovePin: 'person',
  // Of a display alone; whoever enters says who they are by PIN, by phone or (where nobody signs in) by name.
  entrySignIn: ['be-a-display'],
  entryDeclare: ['be-a-display'],
  entryOpenCode: ['be-a-display'],
  entryClaimCode: ['be-a-display'],
  entryLookCode: 'person',
  entryApproveCode: 'person',
  // The header of the session or its ticket is the credential, beside the display's own.
  entrySession: ['be-a-display'],
  entryEnd: ['be-a-display'],
  entryChoices: ['be-a-display'],
  entryCommand: ['be-a-display'],
  entryKeepFile: ['be-a-display'],
  accessDisplayPins: ['manage-displays'],
  accessSetDisplayPin: ['manage-displays'],
  // For itself, and only with the PIN.
  accessEnterService: ['be-a-display'],
  healthz: 'anyone',
  readyz: 'anyone',
  metrics: ['read-metrics'],
}

export const FAMILY_NEEDS: Readonly<Record<Family, Need>> = {
  programme: PROGRAMME,
  alarm: ALARMS,
  // Profiles name screens and scenes, nothing else; the wall of whoever may look follows them.
  display: ['be-a-display', 'read-displays', 'manage-displays', ...PROGRAMME],
  desk: DESK,
}
export const WATCH_NEED: Need = FIELD
export const REPORT_NEED: Need = ['be-a-display']

const SET = ['consolidate'] as const
const ENTER = ['enter', 'consolidate'] as const

export const STEP_NEEDS: Readonly<Record<AssessmentStep, Need>> = {
  self: ['enter', 'consolidate'],
  district: ['enter', 'appraise', 'consolidate'],
  department: ['appraise', 'consolidate'],
  consolidation: ['consolidate'],
  recognition: ['approve'],
}
export const STAGE_NEEDS: Readonly<Record<DossierStage, Need>> = {
  open: ENTER,
  submitted: ENTER,
  withdrawn: ENTER,
  returned: SET,
  complete: SET,
  appraised: SET,
  consolidated: SET,
  recognised: ['approve'],
  refused: ['approve'],
}
/** `by-part`: the step or stage in it says which. */
export const PROGRAMME_NEEDS: Readonly<Record<CommandName, Need | 'by-part'>> = {
  'add-village': SET,
  'link-village': SET,
  'record-village-fact': ENTER,
  'set-village-milestone': ENTER,
  'record-recognition': ['approve'],
  'publish-criteria-set': SET,
  'carry-over-results': SET,
  'assess-indicator': 'by-part',
  'move-dossier': 'by-part',
  'update-task': ENTER,
  'request-task': ENTER,
  'close-task-request': ENTER,
  'set-task-deadline': SET,
  'reach-plan-milestone': ENTER,
  'plan-funding': ENTER,
  'book-funding': ENTER,
  'note-supervision': ENTER,
  'submit-report': ENTER,
  'consolidate-reports': SET,
  'raise-obstacle': ENTER,
  'move-obstacle': [...ENTER, 'approve'],
  'set-record': ENTER,
  'change-setting': SET,
  'publish-calendar': SET,
}
/** By kind of table. */
export const IMPORT_NEEDS: Readonly<Record<ImportKind, Need>> = {
  criteria: SET,
  assessments: ['enter', 'appraise', 'consolidate'],
  funding: ENTER,
  tasks: ENTER,
}
const OPERATE = ['operate-alarms'] as const
export const ALARM_NEEDS: Readonly<Record<AlarmCommandName, Need>> = {
  acknowledge: OPERATE,
  reset: OPERATE,
  shelve: OPERATE,
  unshelve: OPERATE,
  assign: OPERATE,
  comment: OPERATE,
  'take-out-of-service': OPERATE,
  'return-to-service': OPERATE,
  'publish-rule': ['manage-rules'],
}
export const DISPLAY_NEEDS: Readonly<Record<DisplayCommandName, Need>> = {
  'save-profile': ['manage-displays'],
  'remove-profile': ['manage-displays'],
  'assign-display': ['manage-displays'],
  'forget-display': ['manage-displays'],
}
const WRITE = ['write-desk'] as const
export const DESK_NEEDS: Readonly<Record<DeskCommandName, Need>> = {
  'write-log-entry': WRITE,
  'correct-log-entry': WRITE,
  'hand-over-shift': WRITE,
  'take-over-shift': WRITE,
  'save-view': WRITE,
  'remove-view': WRITE,
  'save-incident': WRITE,
  'change-incident': WRITE,
  'annotate-incident': WRITE,
  'remove-annotation': WRITE,
  'remove-incident': WRITE,
}
