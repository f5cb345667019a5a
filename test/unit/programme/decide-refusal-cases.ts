// For every refusal there is, a command that gets it and no other; the compiler and a test insist that none is left out.
import type { CommandData, CommandRequest } from '../../../shared/programme/command.ts'
import type { DecideContext } from '../../../shared/programme/decide.ts'
import { LIMITS, MOST } from '../../../shared/programme/decide-limits.ts'
import type { CriteriaGroup } from '../../../shared/programme/facts.ts'
import type { RefusalCode } from '../../../shared/programme/refusal.ts'
import { EMPTY_STATE, type ProgrammeState } from '../../../shared/programme/state.ts'
import {
  AUTHORITY,
  ask,
  COMMUNE,
  criteriaSet,
  done,
  file,
  GOOD,
  HEALTH,
  indicator,
  LEAD,
  SAMPLE,
} from './decide-sample.ts'

export type RefusalCase = {
  readonly field: string | null
  readonly request: CommandRequest
  readonly context?: DecideContext
}

const withState = (change: Partial<ProgrammeState>): DecideContext => ({
  ...SAMPLE,
  state: { ...SAMPLE.state, ...change },
})
const publish = (change: Parameters<typeof criteriaSet>[2], id = 'next') =>
  ask('publish-criteria-set', { set: criteriaSet(id, [indicator('a')], change) })
const groups = (...ids: readonly string[]): readonly CriteriaGroup[] =>
  ids.map(id => ({ id, title: 'Nhóm', criteria: [] }))
const links = (from: string | null, to: string | null) => [
  { unit: 'commune-30076', from: '2025-07-01', to: '2026-01-01' },
  { unit: 'commune-30055', from, to },
]
const calendar = (change: Partial<CommandData['publish-calendar']['year']>) =>
  ask('publish-calendar', { year: { ...GOOD['publish-calendar'].data.year, ...change } })
const texts = (results: string) => ({ results, difficulties: '', proposals: '', next: '' })
const unset = done(SAMPLE, ask('change-setting', { key: 'districtStep', value: { kind: 'unset' } }))
const noDistrict = done(
  SAMPLE,
  ask('change-setting', { key: 'steps', value: ['self', 'department', 'consolidation', 'recognition'] }),
)
const noNineMonths = done(SAMPLE, ask('change-setting', { key: 'reportSpans', value: ['Q1', 'Q2', 'Q3', 'Q4', 'Y'] }))
const consolidated = done(SAMPLE, ask('consolidate-reports'))
const settled = done(SAMPLE, ask('book-funding', { kind: 'settled', amount: 100 }))
const [held] = SAMPLE.state.obstacles.values()
const manyObstacles = new Map(Array.from({ length: MOST.obstacles }, (_, at) => [`x${at}`, held] as const))

export const REFUSAL_CASES: { readonly [C in RefusalCode]: RefusalCase } = {
  'actor-name-length': { field: 'actor.name', request: ask('raise-obstacle', {}, { name: 'A' }) },
  'actor-name-characters': { field: 'actor.name', request: ask('raise-obstacle', {}, { name: 'Sen\u200bSen' }) },
  'unit-unknown': { field: 'actor.unit', request: ask('raise-obstacle', {}, { unit: 'so-khac' }) },
  'unit-abolished': { field: 'actor.unit', request: ask('raise-obstacle', {}, { unit: 'district-872' }) },
  'unit-not-yet': { field: 'actor.unit', request: ask('raise-obstacle', {}, { unit: 'so-mai-sau' }) },
  'unit-is-group': { field: 'actor.unit', request: ask('raise-obstacle', {}, { unit: 'so-nganh-tieu-chi' }) },
  'no-right': { field: 'actor.unit', request: ask('change-setting', {}, COMMUNE) },

  'text-short': { field: 'title', request: ask('raise-obstacle', { title: ' ab ' }) },
  'text-long': { field: 'text', request: ask('raise-obstacle', { text: 'a'.repeat(LIMITS.text.max + 1) }) },
  'text-characters': { field: 'text', request: ask('raise-obstacle', { text: 'chuông \u0007' }) },
  'id-malformed': { field: 'obstacle', request: ask('raise-obstacle', { obstacle: 'a:b' }) },
  'id-reserved': { field: 'village', request: ask('add-village', { village: 'province' }) },
  'day-malformed': { field: 'on', request: ask('request-task', { on: '2026-02-29' }) },
  'day-in-future': { field: 'on', request: ask('request-task', { on: '2026-11-26' }) },
  'year-out-of-range': { field: 'plannedYear', request: ask('add-village', { plannedYear: 2051 }) },
  'number-out-of-range': { field: 'value', request: ask('change-setting', { key: 'dueSoonDays', value: 1.5 }) },
  'number-malformed': { field: 'value', request: ask('assess-indicator', { value: Number.NaN }) },
  'list-empty': { field: 'links', request: ask('add-village', { links: [] }) },
  'too-many': {
    field: 'files',
    request: ask('update-task', {
      files: Array.from({ length: MOST.files + 1 }, (_, at) => file({ hash: at.toString(16).padStart(64, '0') })),
    }),
  },
  'limit-reached': {
    field: null,
    request: ask('raise-obstacle'),
    context: withState({ obstacles: manyObstacles as ProgrammeState['obstacles'] }),
  },
  'file-malformed': { field: 'files.0', request: ask('update-task', { files: [file({ type: 'text/html' })] }) },
  'file-twice': { field: 'files.1', request: ask('update-task', { files: [file(), file({ name: 'b.pdf' })] }) },
  'plan-missing': { field: null, request: ask('request-task'), context: withState({ plan: null }) },

  'village-unknown': { field: 'village', request: ask('raise-obstacle', { village: 'x' }) },
  'village-exists': { field: 'village', request: ask('add-village', { village: 'my-dong' }) },
  'link-not-commune': {
    field: 'links.0.unit',
    request: ask('add-village', { links: [{ unit: 'so-tc', from: null, to: null }] }),
  },
  'link-outside-unit': { field: 'unit', request: ask('link-village', { unit: 'old-commune-29890' }) },
  'links-not-continuous': { field: 'links', request: ask('add-village', { links: links('2026-01-02', null) }) },
  'link-before-last': {
    field: 'from',
    request: ask('link-village', { from: '2025-06-30', unit: 'old-commune-29890' }),
  },
  'link-unchanged': { field: 'unit', request: ask('link-village', { unit: 'commune-30055' }) },
  'centre-outside': { field: 'centre', request: ask('add-village', { centre: [105, 90.01] }) },
  'fact-kind': { field: 'value', request: ask('record-village-fact', { value: 'bốn' }) },
  'fact-unfounded': { field: 'confidence', request: ask('record-village-fact', { confidence: 'none' }) },
  'recognition-undated': { field: 'decidedOn', request: ask('record-recognition', { decidedOn: null }) },
  'recognition-unfounded': { field: 'confidence', request: ask('record-recognition', { confidence: 'none' }) },
  'recognition-unnumbered': { field: 'decision', request: ask('record-recognition', { decision: null }) },
  'recognition-not-held': { field: 'state', request: ask('record-recognition', { state: 'withdrawn' }) },

  'set-unknown': { field: 'set.predecessor', request: publish({ predecessor: 'x' }) },
  'set-has-results': { field: 'set.id', request: publish({}, 'demo') },
  'id-twice': { field: 'set.groups.1.id', request: publish({ groups: groups('a', 'a') }) },
  'validity-empty': { field: 'set.validTo', request: publish({ validTo: '2024-01-01' }) },
  'indicator-count': {
    field: 'set.knownIndicatorCount',
    request: ask('publish-criteria-set', {
      set: criteriaSet('next', [indicator('a'), indicator('b')], { knownIndicatorCount: 1 }),
    }),
  },
  'predecessor-circle': { field: 'set.predecessor', request: publish({ predecessor: 'next' }) },
  'carry-same-set': {
    field: 'to',
    request: ask('carry-over-results', { from: 'later', pairs: [{ from: 'a', to: 'a' }] }),
  },
  'indicator-unknown': { field: 'indicator', request: ask('assess-indicator', { indicator: '9.9' }) },
  'pair-twice': {
    field: 'pairs.1.to',
    request: ask('carry-over-results', {
      pairs: [
        { from: '1.1', to: 'a' },
        { from: '1.2', to: 'a' },
      ],
    }),
  },

  'step-disabled': {
    field: 'step',
    request: ask('assess-indicator', { step: 'district' }, COMMUNE),
    context: noDistrict,
  },
  'district-step-unset': {
    field: 'step',
    request: ask('assess-indicator', { step: 'district' }, LEAD),
    context: unset,
  },
  'previous-step-missing': {
    field: 'step',
    request: ask('assess-indicator', { step: 'district', village: 'tan-thuan-tay' }, LEAD),
  },
  'dossier-not-ready': {
    field: 'step',
    request: ask('assess-indicator'),
    context: done(SAMPLE, ask('move-dossier')),
  },
  'value-missing': { field: 'value', request: ask('assess-indicator', { value: null }) },
  'value-unexpected': { field: 'value', request: ask('assess-indicator', { indicator: '1.1' }, LEAD) },
  'outcome-contradicts-value': { field: 'outcome', request: ask('assess-indicator', { value: 79.9 }) },
  'evidence-missing': { field: 'evidence', request: ask('assess-indicator', { step: 'self' }, COMMUNE) },

  'round-unknown': { field: 'round', request: ask('move-dossier', { round: 3 }) },
  'round-unfinished': { field: 'round', request: ask('move-dossier', { round: 2, to: 'open' }) },
  'dossier-set-differs': { field: 'set', request: ask('move-dossier', { set: 'later' }) },
  'dossier-move': { field: 'to', request: ask('move-dossier', { to: 'recognised' }, AUTHORITY) },
  'before-last-move': { field: 'on', request: ask('move-dossier', { on: '2026-11-01' }) },
  'appraisal-incomplete': {
    field: 'to',
    request: ask('move-dossier', { to: 'appraised' }),
    context: done(SAMPLE, ask('assess-indicator', {}, HEALTH)),
  },

  'task-unknown': { field: 'task', request: ask('raise-obstacle', { task: '9.9' }) },
  'progress-contradicts-status': { field: 'progress', request: ask('update-task', { progress: 99 }) },
  'task-never-done': { field: 'status', request: ask('update-task', { task: '6.1', year: null }, HEALTH) },
  'year-missing': { field: 'year', request: ask('update-task', { year: null }) },
  'year-unexpected': { field: 'year', request: ask('update-task', { task: '1.1' }, LEAD) },
  'year-in-future': { field: 'year', request: ask('update-task', { year: 2027 }) },
  'request-exists': { field: 'request', request: ask('request-task', { request: 'r1' }) },
  'request-unknown': { field: 'request', request: ask('close-task-request', { request: 'r9' }) },
  'before-request': { field: 'on', request: ask('close-task-request', { on: '2026-11-24' }) },
  'month-malformed': {
    field: 'deadline.month',
    request: ask('set-task-deadline', { deadline: { kind: 'month', month: '2027-13', thenOngoing: false } }),
  },
  'milestone-unknown': { field: 'milestone', request: ask('reach-plan-milestone', { milestone: 'm9' }) },
  'milestone-unit': { field: 'unit', request: ask('reach-plan-milestone', { unit: 'so-tc' }, LEAD) },

  'source-unknown': { field: 'source', request: ask('plan-funding', { source: 'x' }) },
  'amount-not-whole': { field: 'amount', request: ask('book-funding', { amount: 0.5 }) },
  'amount-too-large': { field: 'amount', request: ask('plan-funding', { amount: LIMITS.amount + 1 }) },
  'amount-negative': { field: 'amount', request: ask('plan-funding', { amount: -1 }) },
  'amount-zero': { field: 'amount', request: ask('book-funding', { amount: 0 }) },
  'correction-unexplained': { field: 'note', request: ask('book-funding', { amount: -1, note: ' ' }) },
  'total-negative': { field: 'amount', request: ask('book-funding', { amount: -601, note: 'ghi nhầm' }) },
  'beyond-unexplained': { field: 'note', request: ask('book-funding', { amount: 401 }) },

  'period-unknown': { field: 'period', request: ask('submit-report', { period: '2026-Q5' }) },
  'period-disabled': { field: 'period', request: ask('submit-report', { period: '2026-9M' }), context: noNineMonths },
  'period-before-plan': {
    field: 'period',
    request: ask('submit-report', { period: '2024-Q1', unit: 'district-872' }),
  },
  'period-open': { field: 'period', request: ask('submit-report', { period: '2026-Q4' }) },
  'report-exists': { field: 'period', request: ask('submit-report', { period: '2026-Q2' }) },
  'not-a-reporter': { field: 'unit', request: ask('submit-report', { unit: 'so-tc' }, LEAD) },
  'consolidation-exists': { field: 'period', request: ask('consolidate-reports'), context: consolidated },
  'nothing-to-consolidate': { field: 'period', request: ask('consolidate-reports', { period: '2026-Q1' }) },

  'obstacle-unknown': { field: 'obstacle', request: ask('move-obstacle', { obstacle: 'ob9' }) },
  'obstacle-exists': { field: 'obstacle', request: ask('raise-obstacle', { obstacle: 'ob1' }) },
  'obstacle-move': {
    field: 'to',
    request: ask('move-obstacle', { to: 'raised', responsible: null, dueOn: null, text: 'lại' }),
  },
  'responsible-missing': { field: 'responsible', request: ask('move-obstacle', { responsible: null }) },
  'responsible-unexpected': {
    field: 'responsible',
    request: ask('move-obstacle', { to: 'resolved', text: 'xong', dueOn: null }),
  },
  'due-in-past': { field: 'dueOn', request: ask('move-obstacle', { dueOn: '2026-11-24' }) },
  'due-unexpected': {
    field: 'dueOn',
    request: ask('move-obstacle', { to: 'resolved', text: 'xong', responsible: null }),
  },

  'record-kind': { field: 'kind', request: ask('set-record', { record: 'rec1', kind: 'equipment' }) },
  'record-undated': { field: 'on', request: ask('set-record', { on: null }) },

  'steps-order': {
    field: 'value',
    request: ask('change-setting', { key: 'steps', value: ['self', 'consolidation', 'department', 'recognition'] }),
  },
  'spans-twice': { field: 'value', request: ask('change-setting', { key: 'reportSpans', value: ['Y', 'Y'] }) },
  'cutoff-malformed': {
    field: 'value.Y',
    request: ask('change-setting', {
      key: 'reportCutoffs',
      value: { ...EMPTY_STATE.settings.reportCutoffs, Y: '12-32' },
    }),
  },
  'cutoffs-order': {
    field: 'value',
    request: ask('change-setting', {
      key: 'reportCutoffs',
      value: { ...EMPTY_STATE.settings.reportCutoffs, Q2: '09-14' },
    }),
  },
  'calendar-day': {
    field: 'year.holidays.0.date',
    request: calendar({ holidays: [{ date: '2026-01-01', name: 'Tết Dương lịch' }] }),
  },
}

/** The same refusals in other places; each a field and a command that gets it there. */
export const MORE_CASES: readonly (readonly [RefusalCode, RefusalCase])[] = [
  ['actor-name-characters', { field: 'actor.name', request: ask('raise-obstacle', {}, { name: '12345' }) }],
  ['unit-unknown', { field: 'unit', request: ask('link-village', { unit: 'x' }) }],
  ['unit-unknown', { field: 'unit', request: ask('submit-report', { unit: 'constructor' }, LEAD) }],
  ['unit-unknown', { field: 'value.unit', request: districtStep('x') }],
  ['unit-abolished', { field: 'value.unit', request: districtStep('so-khcn') }],
  ['unit-abolished', { field: 'responsible', request: ask('move-obstacle', { responsible: 'so-khcn' }) }],
  ['unit-abolished', { field: 'owner', request: ask('set-record', { owner: 'old-commune-30058' }) }],
  ['set-unknown', { field: 'value', request: ask('change-setting', { key: 'criteriaSet', value: 'x' }) }],
  ['set-unknown', { field: 'from', request: ask('carry-over-results', { from: 'x' }) }],
  ['indicator-unknown', { field: 'pairs.0.to', request: carry('1.1', 'x') }],
  ['indicator-unknown', { field: 'pairs.0.from', request: carry('x', 'a') }],
  [
    'predecessor-circle',
    { field: 'set.predecessor', request: publish({ predecessor: 'later' }, 'demo2'), context: circle() },
  ],
  [
    'links-not-continuous',
    { field: 'links', request: ask('add-village', { links: links('2026-01-01', '2026-01-01') }) },
  ],
  [
    'links-not-continuous',
    { field: 'links', request: ask('add-village', { links: links('2026-01-01', '2027-01-01').toReversed() }) },
  ],
  ['centre-outside', { field: 'centre', request: ask('add-village', { centre: [Number.NaN, 10] }) }],
  ['fact-kind', { field: 'value', request: ask('record-village-fact', { value: 6 }) }],
  ['fact-kind', { field: 'value', request: ask('record-village-fact', { value: 4.5 }) }],
  ['fact-kind', { field: 'value', request: ask('record-village-fact', { fact: 'hamlets', value: 5 }) }],
  [
    'dossier-not-ready',
    {
      field: 'step',
      request: ask('assess-indicator', { set: 'later', indicator: 'a', value: null }),
      context: laterAssessed(),
    },
  ],
  ['dossier-move', { field: 'to', request: ask('move-dossier', { village: 'tan-thuan-tay', to: 'submitted' }, LEAD) }],
  ['beyond-unexplained', { field: 'note', request: ask('plan-funding', { kind: 'allocated', amount: 599 }) }],
  [
    'beyond-unexplained',
    { field: 'note', request: ask('book-funding', { kind: 'settled', amount: 501 }), context: settled },
  ],
  ['text-short', { field: 'texts.results', request: ask('submit-report', { texts: texts(' ') }) }],
  ['text-short', { field: 'text', request: ask('move-obstacle', { to: 'resolved', responsible: null, dueOn: null }) }],
  ['text-characters', { field: 'text', request: ask('raise-obstacle', { text: 'đảo \u202e chữ' }) }],
  ['text-characters', { field: 'text', request: ask('raise-obstacle', { text: 'nửa \ud800 chữ' }) }],
  ['day-in-future', { field: 'on', request: ask('set-record', { on: '2026-11-26' }) }],
  [
    'steps-order',
    { field: 'value', request: ask('change-setting', { key: 'steps', value: ['department', 'recognition'] }) },
  ],
  [
    'steps-order',
    { field: 'value', request: ask('change-setting', { key: 'steps', value: ['self', 'self', 'recognition'] }) },
  ],
  [
    'calendar-day',
    { field: 'year.swaps.0.off', request: calendar({ swaps: [{ off: '2027-05-01', on: '2027-05-08' }] }) },
  ],
  [
    'calendar-day',
    { field: 'year.swaps.0.on', request: calendar({ swaps: [{ off: '2027-04-29', on: '2027-05-09' }] }) },
  ],
  [
    'calendar-day',
    {
      field: 'year.swaps.1.on',
      request: calendar({
        swaps: [
          { off: '2027-04-29', on: '2027-05-08' },
          { off: '2027-04-28', on: '2027-05-08' },
        ],
      }),
    },
  ],
  ['list-empty', { field: 'year.holidays', request: calendar({ holidays: [] }) }],
  ['list-empty', { field: 'pairs', request: ask('carry-over-results', { pairs: [] }) }],
  [
    'number-out-of-range',
    {
      field: 'deadline.quarter',
      request: ask('set-task-deadline', {
        deadline: { kind: 'quarter', year: 2027, quarter: 5 as 4, thenOngoing: false },
      }),
    },
  ],
  ['plan-missing', { field: null, request: ask('consolidate-reports'), context: withState({ plan: null }) }],
  [
    'unit-abolished',
    {
      field: 'actor.unit',
      request: ask('raise-obstacle', {}, { unit: 'district-872' }),
      context: { ...SAMPLE, today: '2025-07-01' },
    },
  ],
  ['unit-unknown', { field: 'unit', request: ask('reach-plan-milestone', { unit: 'x' }, LEAD) }],
  ['unit-unknown', { field: 'set.groups.0.criteria.0.indicators.0.owner', request: publishOne({ owner: 'x' }) }],
  [
    'id-malformed',
    {
      field: 'set.groups.0.criteria.0.indicators.0.measure.quantity',
      request: publishOne({ measure: { kind: 'coverage', quantity: 'PH', windowDays: 7 } }),
    },
  ],
  ['id-malformed', { field: 'milestone', request: ask('set-village-milestone', { milestone: 'a b' }) }],
  ['id-malformed', { field: 'request', request: ask('request-task', { request: '' }) }],
  ['id-malformed', { field: 'record', request: ask('set-record', { record: 'a/b' }) }],
  ['id-malformed', { field: 'set.id', request: publish({}, 'bộ') }],
  [
    'id-twice',
    {
      field: 'set.groups.0.criteria.0.indicators.1.id',
      request: ask('publish-criteria-set', { set: criteriaSet('next', [indicator('a'), indicator('a')]) }),
    },
  ],
  ['village-unknown', { field: 'village', request: ask('set-record', { village: 'x' }) }],
  ['village-unknown', { field: 'village', request: ask('note-supervision', { village: 'x' }) }],
  ['village-unknown', { field: 'village', request: ask('move-dossier', { village: 'x' }) }],
  ['set-unknown', { field: 'set', request: ask('assess-indicator', { set: 'x' }) }],
  ['task-unknown', { field: 'task', request: ask('set-task-deadline', { task: 'x' }) }],
  [
    'set-has-results',
    {
      field: 'set.id',
      request: publish({}, 'later'),
      context: done(SAMPLE, ask('move-dossier', { village: 'tan-thuan-tay', set: 'later', to: 'open' }, LEAD)),
    },
  ],
  [
    'links-not-continuous',
    { field: 'from', request: ask('link-village', { village: 'ended', unit: 'commune-29869' }), context: ended() },
  ],
  [
    'cutoff-malformed',
    {
      field: 'value.Q3',
      request: ask('change-setting', {
        key: 'reportCutoffs',
        value: { ...EMPTY_STATE.settings.reportCutoffs, Q3: '00-00' },
      }),
    },
  ],
  [
    'day-malformed',
    {
      field: 'links.0.from',
      request: ask('add-village', { links: [{ unit: 'commune-30076', from: '2026-02-30', to: null }] }),
    },
  ],
  [
    'day-malformed',
    {
      field: 'links.0.to',
      request: ask('add-village', { links: [{ unit: 'commune-30076', from: '2025-07-01', to: '' }] }),
    },
  ],
  ['day-malformed', { field: 'from', request: ask('link-village', { from: '' }) }],
  ['day-malformed', { field: 'set.validTo', request: publish({ validTo: '2026-00-00' }) }],
  ['day-malformed', { field: 'plannedOn', request: ask('set-village-milestone', { plannedOn: '' }) }],
  ['day-malformed', { field: 'year.swaps.0.on', request: calendar({ swaps: [{ off: '2027-04-29', on: '' }] }) }],
  ['day-in-future', { field: 'reachedOn', request: ask('set-village-milestone', { reachedOn: '2026-11-26' }) }],
  ['day-in-future', { field: 'on', request: ask('record-village-fact', { on: '2026-11-26' }) }],
  ['day-in-future', { field: 'on', request: ask('book-funding', { on: '2026-11-26' }) }],
  ['day-in-future', { field: 'on', request: ask('reach-plan-milestone', { on: '2026-11-26' }) }],
  ['day-in-future', { field: 'decidedOn', request: ask('record-recognition', { decidedOn: '2026-11-26' }) }],
  ['day-in-future', { field: 'reportedOn', request: ask('record-recognition', { reportedOn: '2026-11-26' }) }],
  ['year-out-of-range', { field: 'on', request: ask('reach-plan-milestone', { on: '2019-12-31' }) }],
  [
    'year-out-of-range',
    {
      field: 'year.year',
      request: calendar({ year: 2051, holidays: [{ date: '2051-01-01', name: 'Tết' }], swaps: [] }),
    },
  ],
  [
    'year-out-of-range',
    {
      field: 'deadline.month',
      request: ask('set-task-deadline', { deadline: { kind: 'month', month: '2051-01', thenOngoing: false } }),
    },
  ],
  [
    'year-out-of-range',
    {
      field: 'deadline.year',
      request: ask('set-task-deadline', { deadline: { kind: 'quarter', year: 2051, quarter: 1, thenOngoing: false } }),
    },
  ],
  [
    'number-malformed',
    {
      field: 'set.groups.0.criteria.0.indicators.0.target.value',
      request: publishOne({ target: { kind: 'number', operator: '>', value: Number.NaN, unit: '%' } }),
    },
  ],
  [
    'text-long',
    {
      field: 'set.groups.0.criteria.0.indicators.0.target.unit',
      request: publishOne({ target: { kind: 'number', operator: '>', value: 1, unit: 'a'.repeat(51) } }),
    },
  ],
  [
    'text-long',
    { field: 'set.groups.0.criteria.0.indicators.0.evidence', request: publishOne({ evidence: 'a'.repeat(2_001) }) },
  ],
  ['text-short', { field: 'set.source', request: publish({ source: '' }) }],
  ['text-long', { field: 'set.note', request: publish({ note: 'a'.repeat(2_001) }) }],
  ['text-long', { field: 'set.decision', request: publish({ decision: 'a'.repeat(201) }) }],
  ['text-short', { field: 'year.source', request: calendar({ source: ' ' }) }],
  [
    'text-short',
    { field: 'year.holidays.0.name', request: calendar({ holidays: [{ date: '2027-01-01', name: '' }] }) },
  ],
  ['text-short', { field: 'source', request: ask('record-village-fact', { source: '' }) }],
  ['text-short', { field: 'source', request: ask('record-recognition', { source: '' }) }],
  ['text-long', { field: 'document', request: ask('record-village-fact', { document: 'a'.repeat(201) }) }],
  [
    'calendar-day',
    {
      field: 'year.holidays.1.date',
      request: calendar({
        holidays: [
          { date: '2027-01-01', name: 'Tết' },
          { date: '2027-01-01', name: 'Tết' },
        ],
      }),
    },
  ],
  [
    'calendar-day',
    { field: 'year.swaps.0.off', request: calendar({ swaps: [{ off: '2026-12-31', on: '2027-01-09' }] }) },
  ],
  [
    'calendar-day',
    { field: 'year.swaps.0.off', request: calendar({ swaps: [{ off: '2027-01-01', on: '2027-01-09' }] }) },
  ],
  [
    'calendar-day',
    { field: 'year.swaps.0.on', request: calendar({ swaps: [{ off: '2027-04-29', on: '2029-01-06' }] }) },
  ],
  ['calendar-day', { field: 'year.swaps.0.on', request: calendar({ holidays: [{ date: '2027-05-08', name: 'Lễ' }] }) }],
]

function districtStep(unit: string): CommandRequest {
  return ask('change-setting', { key: 'districtStep', value: { kind: 'unit', unit } })
}
function publishOne(change: Parameters<typeof indicator>[1]): CommandRequest {
  return ask('publish-criteria-set', { set: criteriaSet('next', [indicator('a', change)]) })
}
/** With a village whose commune ends before today. */
function ended(): DecideContext {
  const old = [{ unit: 'commune-30076', from: '2025-07-01', to: '2025-12-31' }]
  return done(SAMPLE, ask('add-village', { village: 'ended', links: old }))
}
function carry(from: string, to: string): CommandRequest {
  return ask('carry-over-results', { pairs: [{ from, to }] })
}
/** `later` succeeds `demo2`, which would succeed `later`. */
function circle(): DecideContext {
  return done(
    SAMPLE,
    publish({}, 'demo2'),
    ask('publish-criteria-set', { set: criteriaSet('later', [indicator('a')], { predecessor: 'demo2' }) }),
  )
}
/** My-dong has results of its own under `later`, but its dossier is under `demo`. */
function laterAssessed(): DecideContext {
  const one = { set: 'later', indicator: 'a', value: null } as const
  return done(
    SAMPLE,
    ask('assess-indicator', { ...one, step: 'self' }, COMMUNE),
    ask('assess-indicator', { ...one, step: 'district' }, COMMUNE),
  )
}
