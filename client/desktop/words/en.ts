// Every word of the leaders' desktop that the other pages don't share, in English.
import type { DesktopVocabulary } from './vi.ts'

/** English has a singular. */
type Singular = {
  readonly attention: { readonly reports_one: string; readonly unitAndMore_one: string }
  readonly selection: { readonly alarms_one: string }
}

export const en = {
  shell: { messages: 'Messages', close: 'Close' },
  dock: { attention: 'Needs attention', selection: 'In view', open: 'Open: {{name}}', close: 'Fold away: {{name}}' },
  bar: {
    province: 'Whole province',
    copy: 'Copy link',
    copied: 'A link to exactly what is shown was copied',
    notCopied: 'The browser does not allow copying. Take the address from the address bar.',
    density: 'Spacing',
    roomy: 'Roomy',
    dense: 'Dense',
  },
  figures: {
    label: 'Main figures: {{place}}',
    now: 'now',
    recognition: 'Recognition',
    planned: 'planned for {{year}}',
  },
  attention: {
    alarms: 'Alarms',
    programme: 'Late in the programme',
    stations: 'Stations silent or with old data',
    waiting: 'Waiting for data',
    noAlarm: 'No alarm',
    noAlarmSince: 'No alarm, since {{time}}',
    nothingLate: 'Nothing is late',
    noPlan: 'No plan yet',
    allHeard: 'Every station is sending',
    stationsUnknown: 'Link lost: nobody knows which stations send',
    priority: '{{priority}} priority',
    placeSince: '{{place}} · since {{time}}',
    acts: '{{who}} acts',
    moreAlarms: 'and {{number}} more alarms',
    moreLate: 'and {{number}} more late things',
    moreStations: 'and {{number}} more stations',
    late: 'Late',
    days: '{{number}} days',
    task: 'Task {{id}}',
    reports_one: '{{number}} report missing',
    reports_other: '{{number}} reports missing',
    oldestReport: 'the oldest: {{period}}',
    nextReport: 'Next report: due {{day}}, in {{number}} days · {{who}}',
    unitAndMore_one: '{{unit}} and {{count}} more unit',
    unitAndMore_other: '{{unit}} and {{count}} more units',
    lastHeard: '{{place}} · last heard {{time}}',
    neverHeard: '{{place}} · never sent anything',
  },
  selection: {
    province: 'Đồng Tháp province',
    path: 'Where you are',
    alarms_one: '{{count}} alarm',
    alarms_other: '{{count}} alarms',
    noVillage: 'There is no village “{{id}}”, as this address has it.',
    tab: { stations: 'Stations', alarms: 'Alarms', programme: 'Programme' },
    indicators: 'Indicators met',
    dossier: 'Dossier',
  },
  compare: {
    add: 'Compare {{name}}',
    open: 'Compare',
    clear: 'Empty the comparison list',
    tray: { villages: 'Villages to compare: {{names}}', curves: 'Series to compare: {{names}}' },
    full: {
      villages: 'At most {{count}} villages can be compared at once. Take one off to add this one.',
      curves: 'At most {{count}} series can be compared at once. Take one off to add this one.',
    },
  },
} satisfies DesktopVocabulary & Singular
