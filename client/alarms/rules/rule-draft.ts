// A rule while it is being edited: everything a form can hold, also what isn't complete yet. Pure.
import type { Level, Priority, ProgrammeClock, Reference, Rule, Signal } from '../../../shared/alarms/rule.ts'

export const SIGNAL_KINDS = [
  'value',
  'change',
  'deviation',
  'state',
  'silence',
  'count',
  'flood',
  'aqi',
  'surge',
  'programme',
] as const satisfies readonly Signal['kind'][]

export type LevelDraft = {
  /** Tells the rows apart while they move. */
  readonly key: string
  readonly name: string
  readonly at: number | undefined
  readonly priority: Priority
}
/** Both languages as typed. */
export type Texts = { readonly vi: string; readonly en: string }
/** `undefined` = not said yet. Each kind of signal has its fields; those of other kinds wait, so that going back loses nothing. */
export type RuleDraft = {
  readonly id: string
  readonly name: Texts
  readonly quantity: string | undefined
  readonly kind: Signal['kind']
  readonly overMs: number | undefined
  readonly reference: Reference['kind']
  readonly referenceValue: number | undefined
  readonly referenceOverMs: number | undefined
  readonly referenceSeries: string
  readonly isAbsolute: boolean
  readonly stateValue: number | undefined
  readonly silenceOf: 'series' | 'device'
  readonly countOf: 'changes' | 'bad' | 'beyond'
  readonly countAt: number | undefined
  readonly nights: number | undefined
  readonly atLeast: number | undefined
  readonly clock: ProgrammeClock
  readonly side: Rule['side']
  readonly levels: readonly LevelDraft[]
  readonly deadband: number | undefined
  readonly onDelayMs: number | undefined
  readonly offDelayMs: number | undefined
  readonly isLatching: boolean
  readonly isReAlarming: boolean
  readonly reAlarmMs: number | undefined
  readonly hasHours: boolean
  readonly hoursFrom: string
  readonly hoursTo: string
  /** Null = all. */
  readonly villages: readonly string[] | null
  readonly devices: readonly string[] | null
  readonly except: readonly string[]
  readonly suppressedBy: string | undefined
  readonly cause: Texts
  readonly consequence: Texts
  readonly action: Texts
  readonly responder: Texts
  readonly respondWithinMs: number | undefined
  readonly basis: Rule['basis']['kind']
  readonly basisSource: Texts
  readonly isOn: boolean
}

const HOUR_MS = 3_600_000
const NO_TEXT: Texts = { vi: '', en: '' }

const EMPTY: RuleDraft = {
  id: '',
  name: NO_TEXT,
  quantity: undefined,
  kind: 'value',
  overMs: undefined,
  reference: 'own-mean',
  referenceValue: undefined,
  referenceOverMs: undefined,
  referenceSeries: '',
  isAbsolute: true,
  stateValue: undefined,
  silenceOf: 'series',
  countOf: 'changes',
  countAt: undefined,
  nights: undefined,
  atLeast: undefined,
  clock: 'task-overdue',
  side: 'high',
  levels: [],
  deadband: undefined,
  // As ISA-18.2's practice for slow field sensors, and the defaults of our own rules.
  onDelayMs: 60_000,
  offDelayMs: 120_000,
  isLatching: false,
  isReAlarming: true,
  reAlarmMs: 24 * HOUR_MS,
  hasHours: false,
  hoursFrom: '',
  hoursTo: '',
  villages: null,
  devices: null,
  except: [],
  suppressedBy: undefined,
  cause: NO_TEXT,
  consequence: NO_TEXT,
  action: NO_TEXT,
  responder: NO_TEXT,
  respondWithinMs: undefined,
  basis: 'internal',
  basisSource: NO_TEXT,
  // Nobody is woken by a rule that was just written: it is tested, then switched on.
  isOn: false,
}

export const levelDraft = (key: string, level?: Level): LevelDraft => ({
  key,
  name: level?.name ?? '',
  at: level?.at ?? undefined,
  priority: level?.priority ?? 'low',
})

/** A rule that isn't there yet. @param newKey another text with each call */
export const newRuleDraft = (newKey: () => string): RuleDraft => ({ ...EMPTY, levels: [levelDraft(newKey())] })

export function draftOfRule(rule: Rule, newKey: () => string): RuleDraft {
  return {
    ...EMPTY,
    ...signalDraft(rule.signal),
    id: rule.id,
    name: rule.name,
    quantity: rule.quantity ?? undefined,
    side: rule.side,
    levels: rule.levels.map(level => levelDraft(newKey(), level)),
    deadband: rule.deadband,
    onDelayMs: rule.onDelayMs,
    offDelayMs: rule.offDelayMs,
    isLatching: rule.isLatching,
    isReAlarming: rule.reAlarmMs !== null,
    reAlarmMs: rule.reAlarmMs ?? EMPTY.reAlarmMs,
    hasHours: rule.hours !== null,
    hoursFrom: rule.hours?.from ?? '',
    hoursTo: rule.hours?.to ?? '',
    villages: rule.scope.villages,
    devices: rule.scope.devices,
    except: rule.scope.except,
    suppressedBy: rule.suppressedBy ?? undefined,
    cause: rule.cause,
    consequence: rule.consequence,
    action: rule.action,
    responder: rule.responder,
    respondWithinMs: rule.respondWithinMs,
    basis: rule.basis.kind,
    basisSource: rule.basis.source,
    isOn: rule.isOn,
  }
}

function signalDraft(signal: Signal): Partial<RuleDraft> {
  const { kind } = signal
  switch (kind) {
    case 'change':
      return { kind, overMs: signal.overMs }
    case 'deviation':
      return { kind, isAbsolute: signal.isAbsolute, ...referenceDraft(signal.reference) }
    case 'state':
      return { kind, stateValue: signal.value }
    case 'silence':
      return { kind, silenceOf: signal.of }
    case 'count':
      return { kind, countOf: signal.of, countAt: signal.at ?? undefined, overMs: signal.overMs }
    case 'surge':
      return { kind, nights: signal.nights, atLeast: signal.atLeast }
    case 'programme':
      return { kind, clock: signal.clock }
    case 'value':
    case 'flood':
    case 'aqi':
      return { kind }
    default:
      return signal satisfies never
  }
}

function referenceDraft(reference: Reference): Partial<RuleDraft> {
  switch (reference.kind) {
    case 'constant':
      return { reference: 'constant', referenceValue: reference.value }
    case 'own-mean':
      return { reference: 'own-mean', referenceOverMs: reference.overMs }
    case 'series':
      return { reference: 'series', referenceSeries: reference.series }
    default:
      return reference satisfies never
  }
}
