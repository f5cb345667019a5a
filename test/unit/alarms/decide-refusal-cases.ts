// For every refusal of our own, a command that gets it and no other; the compiler and a test insist that none is left out.
import {
  type AlarmCommandRequest,
  MAX_ALARMS_A_COMMAND,
  MAX_REASON,
  MAX_RULES,
} from '../../../shared/alarms/command.ts'
import type { AlarmRefusalCode } from '../../../shared/alarms/refusal.ts'
import type { Level, Rule } from '../../../shared/alarms/rule.ts'
import type { AlarmState } from '../../../shared/alarms/state.ts'
import { stateOf } from './lifecycle-states.ts'
import { ALARM, aRule, ask } from './sample.ts'

export type RefusalCase = {
  readonly field: string
  /** Null = the command as a whole. */
  readonly alarm: string | null
  readonly request: AlarmCommandRequest
  readonly state: AlarmState
}

const raised = stateOf('unacknowledged')
const whole = (field: string, request: AlarmCommandRequest, state = raised): RefusalCase => ({
  field,
  alarm: null,
  request,
  state,
})
const one = (request: AlarmCommandRequest, state = raised, alarm = ALARM): RefusalCase => ({
  field: 'alarms.0',
  alarm,
  request,
  state,
})
/** A new rule with one thing wrong. */
const rule = (field: string, change: Partial<Rule>, state = raised): RefusalCase =>
  whole(`rule.${field}`, ask(raised, 'publish-rule', { rule: aRule({ id: 'ph-other', ...change }) }), state)
const level = (name: string, at: number | null, priority: Level['priority'] = 'low'): Level => ({ name, at, priority })
const latched = stateOf('returned, to be latched')
const outOfService = stateOf('out of service')
const quiet = stateOf('suppressed from the start')
const shelved = stateOf('shelved')
const [held] = raised.rules.values()
const full = new Map(Array.from({ length: MAX_RULES }, (_, at) => [`r${at}`, held] as const))

export const REFUSAL_CASES: { readonly [C in AlarmRefusalCode]: RefusalCase } = {
  'unknown-alarm': one(ask(raised, 'comment', { alarms: [{ id: 'x', occurrence: 1 }] }), raised, 'x'),
  'asked-again': one(ask(raised, 'acknowledge', { alarms: [{ id: ALARM, occurrence: 1 }] })),
  'already-acknowledged': one(ask(raised, 'acknowledge'), stateOf('acknowledged')),
  'nothing-to-acknowledge': one(ask(quiet, 'acknowledge'), quiet),
  'still-active': one(ask(raised, 'reset')),
  'not-latched': one(ask(raised, 'reset'), stateOf('normal')),
  'not-acknowledged': one(ask(latched, 'reset'), latched),
  'already-shelved': one(ask(shelved, 'shelve'), shelved),
  'not-shelved': one(ask(raised, 'unshelve')),
  'out-of-service': one(ask(outOfService, 'acknowledge'), outOfService),
  'not-out-of-service': one(ask(raised, 'return-to-service')),
  'reason-missing': whole('reason', ask(raised, 'shelve', { reason: ' ' })),
  'assignee-name': whole('to.name', ask(raised, 'assign', { to: { name: '1234', unit: 'so-yt' } })),
  'shelve-time': whole('forMs', ask(raised, 'shelve', { forMs: 0 })),
  'text-long': whole('comment', ask(raised, 'acknowledge', { comment: 'x'.repeat(MAX_REASON + 1) })),
  'text-characters': whole('text', ask(raised, 'comment', { text: 'chuông \u0007' })),
  'list-empty': whole('alarms', ask(raised, 'acknowledge', { alarms: [] })),
  'too-many': whole(
    'alarms',
    ask(raised, 'comment', {
      alarms: Array.from({ length: MAX_ALARMS_A_COMMAND + 1 }, () => ({ id: ALARM, occurrence: 2 })),
    }),
  ),

  'rule-id': rule('id', { id: 'ph:high' }),
  'rule-unknown': whole('rule.id', ask(raised, 'publish-rule', { expected: 1 })),
  'rule-exists': rule('id', { id: 'ph-high' }),
  'rule-changed': whole('expected', ask(raised, 'publish-rule', { rule: aRule(), expected: 2 })),
  'too-many-rules': rule('id', {}, { ...raised, rules: full as AlarmState['rules'] }),
  'rule-text': rule('basis.source.en', { basis: { kind: 'internal', source: { vi: 'để thử', en: '' } } }),
  'rule-number': rule('deadband', { deadband: Number.NaN }),
  'rule-whole': rule('signal.nights', { signal: { kind: 'surge', nights: 0, atLeast: 1 } }),
  'rule-negative': rule('signal.atLeast', { signal: { kind: 'surge', nights: 7, atLeast: -1 } }),
  'rule-time': rule('signal.overMs', { signal: { kind: 'change', overMs: 59_999 } }),
  'rule-hours': rule('hours.to', { hours: { from: '06:00', to: '06:00' } }),
  'rule-list-empty': rule('scope.villages', { scope: { villages: [], devices: null, except: [] } }),
  'rule-list-long': rule('scope.except', {
    scope: { villages: null, devices: null, except: Array.from({ length: 501 }, (_, at) => `device:d${at}`) },
  }),
  'quantity-needed': rule('quantity', { quantity: null }),
  'quantity-unexpected': rule('quantity', { signal: { kind: 'aqi' } }),
  'side-wrong': rule('side', {
    signal: { kind: 'flood' },
    side: 'low',
    levels: [level('BĐ I', null)],
  }),
  'count-at': rule('signal.at', { signal: { kind: 'count', of: 'beyond', at: null, overMs: 3_600_000 } }),
  'level-count': rule('levels', { levels: [] }),
  'level-name': rule('levels.0.name', { levels: [level('H'.repeat(13), 8)] }),
  'level-twice': rule('levels.1.name', { levels: [level('H', 8), level('H', 9)] }),
  'level-at-needed': rule('levels.0.at', { levels: [level('H', null)] }),
  'level-at-unexpected': rule('levels.0.at', { signal: { kind: 'flood' }, levels: [level('BĐ I', 1.9)] }),
  'level-order': rule('levels.1.at', { levels: [level('H', 9), level('HH', 8.5)] }),
  'level-priority': rule('levels.1.priority', { levels: [level('H', 8, 'high'), level('HH', 9, 'medium')] }),
  'state-level': rule('levels.0.at', { signal: { kind: 'state', value: 1 }, levels: [level('Mở', 1.1)] }),
  'deadband-wide': rule('deadband', { deadband: 0.5 }),
  'programme-scope': rule('scope.devices', {
    quantity: null,
    signal: { kind: 'programme', clock: 'task-overdue' },
    scope: { villages: null, devices: ['pond-1'], except: [] },
  }),
  'suppressor-unknown': rule('suppressedBy', { suppressedBy: 'x' }),
  'suppressor-circle': rule('suppressedBy', { suppressedBy: 'ph-other' }),
}
