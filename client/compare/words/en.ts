// Every word of the comparison, in English. Singular forms are added.
import type { English } from '../../i18n/mirror.ts'
import type { CompareVocabulary } from './vi.ts'

export const en: English<CompareVocabulary> = {
  title: 'Compare',
  loading: 'Loading',
  remove: 'Remove {{name}}',
  first: 'Compared with',
  makeFirst: 'Compare with this',
  unknown: 'unknown',
  leftOut_one: 'At most {{most}} can be compared at once: the last one in the address is not shown.',
  leftOut_other: 'At most {{most}} can be compared at once: the last {{count}} in the address are not shown.',
  villages: {
    choose: 'Choose up to {{most}} villages',
    none: 'No village is chosen. Choose villages above to set them side by side.',
    about:
      'Differences are to {{name}}, of the figures shown. A percentage stands only where zero means none: water levels, temperatures and indices have none.',
    limit: 'limit {{at}}',
    limitInternal: 'internal limit {{at}}',
    noLimit: 'no limit',
    within: 'within {{span}}',
  },
  unit: { online: 'stations', 'late-tasks': 'tasks', indicators: 'indicators', alarms: 'alarms', money: '% points' },
  difference: {
    more: '{{by}} · more than {{name}}',
    less: '{{by}} · fewer than {{name}}',
    higher: '{{by}} · higher than {{name}}',
    lower: '{{by}} · lower than {{name}}',
    same: '0 · the same as {{name}}',
    unknown: 'difference unknown',
    old: 'not compared: the data is too old',
    other: 'not compared: another quantity, unit or period',
    none: 'not compared: such values can’t be subtracted',
    firstSeries: 'the first series',
  },
  series: {
    none: 'No series is chosen',
    noneHow:
      'Add series above, or open a station on the map and press the plus beside a reading. At most {{most}} series.',
    about:
      'One axis of time; series of one unit share a scale. Move the pointer or the slider to read all at one moment.',
    cursor: 'Moment to read',
    newest: 'newest',
    at: 'at {{time}}',
    noValue: 'no reading',
    chart: '{{name}}, {{range}}',
    extremes: 'lowest {{min}}, highest {{max}}',
    averaged: 'each point is the mean of {{span}}',
    empty: 'No reading in this range',
    failed: 'Not loaded yet, trying again',
  },
}
