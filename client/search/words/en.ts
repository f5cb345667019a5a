// Every word of the search, in English.
import type { SearchVocabulary } from './vi.ts'

/** English has a singular. */
type Singular = { readonly found_one: string }

export const en = {
  title: 'Search',
  label: 'Find villages, stations, units, tasks, indicators, pages',
  placeholder: 'Find villages, stations, units, tasks…',
  close: 'Close search',
  results: 'Results',
  hint: 'Vietnamese marks may be left out',
  recent: 'Chosen recently',
  loading: 'Loading names',
  nothing: 'Nothing found for “{{query}}”',
  found_one: '{{number}} result',
  found_other: '{{number}} results',
  keys: '↑ ↓ to choose · Enter to open · Esc to close · {{number}} entries',
  kind: {
    village: 'Village',
    station: 'Station',
    unit: 'Unit',
    task: 'Task',
    indicator: 'Indicator',
    page: 'Page',
  },
  name: {
    task: 'Task {{id}}',
    indicator: 'Indicator {{id}}',
    formerly: 'formerly in {{names}}',
    ended: 'until {{day}}',
    succeeded: 'until {{day}}, now {{unit}}',
  },
  page: {
    detail: 'Page',
    programme: 'Programme',
    alarms: 'Alarms',
    map: { name: 'Map', others: 'desktop, province' },
    compare: { name: 'Compare', others: 'compare villages, compare series' },
    wall: { name: 'Wall', others: 'video wall, operations centre' },
    kiosk: { name: 'Commune pages', others: 'kiosk, unit' },
    displays: { name: 'Displays', others: 'screens, pairing' },
    accounts: { name: 'Accounts', others: 'users, roles, rights' },
    'access-log': { name: 'Access log', others: 'sign-ins, denials' },
  },
  section: {
    overview: 'Programme overview',
    villages: 'Villages in the programme',
    criteria: 'Criteria',
    tasks: 'Tasks',
    funding: 'Funding',
    reports: 'Reports',
    obstacles: 'Obstacles and proposals',
    records: 'Other records',
    history: 'Programme log',
    settings: 'Programme settings',
  },
  alarmSection: {
    desk: 'Alarm desk',
    history: 'Alarm history',
    scorecard: 'Alarm scorecard',
    rules: 'Alarm rules',
    outbox: 'Alarm deliveries',
  },
} satisfies SearchVocabulary & Singular
