// What the programme's state costs to make: 100,000 events folded, beside parsing the same events as JSON, which nothing can avoid.

import { type EventDraft, type ProgrammeEvent, subjectOf } from '../../shared/programme/event.ts'
import { ASSESSMENT_STEPS, type CriteriaSet, type Plan } from '../../shared/programme/facts.ts'
import { fold } from '../../shared/programme/fold.ts'
import { packState, unpackState } from '../../shared/programme/snapshot.ts'
import { EMPTY_STATE } from '../../shared/programme/state.ts'
import { inMebibytes, inMillis, median, type Section } from './statistics.ts'

const EVENTS = 100_000
const GOAL_MS = 1_000
const REPEATS = 5
const VILLAGES = 300
const INDICATORS = 27
const FIRST_AT = Date.UTC(2024, 3, 1)
const EVERY_MS = 900_000

export async function measureProgramme({ isQuick }: { isQuick: boolean }): Promise<Section> {
  const events = eventsOf(EVENTS)
  const text = JSON.stringify(events)
  const snapshot = JSON.stringify(packState(fold(EMPTY_STATE, events), ''))
  const works = {
    fold: () => fold(EMPTY_STATE, events),
    parse: () => JSON.parse(text) as unknown,
    unpack: () => unpackState(JSON.parse(snapshot)),
  }
  const times: Record<keyof typeof works, number[]> = { fold: [], parse: [], unpack: [] }
  for (let repeat = 0; repeat < (isQuick ? 3 : REPEATS); repeat++)
    for (const name of Object.keys(works) as (keyof typeof works)[]) times[name].push(timeOf(works[name]))
  const [folded, parsed, unpacked] = [median(times.fold), median(times.parse), median(times.unpack)]
  const state = fold(EMPTY_STATE, events)
  // A fold is a promise that every event was taken in, so its last id says that nothing was skipped.
  if (state.lastId !== events.length) throw new Error(`folded ${state.lastId} of ${events.length} events`)
  return {
    title: 'Programme',
    about: `${EVENTS.toLocaleString('en')} events of ${VILLAGES} villages (${inMebibytes(text.length)} of JSON). Median of ${times.fold.length}.`,
    lines: [
      {
        name: 'fold from nothing',
        value: inMillis(folded),
        note: `${(folded / parsed).toFixed(2)} of parsing them (${inMillis(parsed)})`,
        goal: { text: `under ${GOAL_MS} ms`, isMet: folded < GOAL_MS },
      },
      {
        name: 'load as one snapshot',
        value: inMillis(unpacked),
        note: `${inMebibytes(snapshot.length)} of JSON, not compressed`,
      },
    ],
  }
}

function timeOf(work: () => unknown): number {
  const startedAt = performance.now()
  work()
  return performance.now() - startedAt
}

/** Every kind that comes often, about things that come again and again; the rest at the start. */
function eventsOf(count: number): readonly ProgrammeEvent[] {
  const events: ProgrammeEvent[] = []
  const append = (draft: EventDraft) => {
    const id = events.length + 1
    events.push({ id, at: FIRST_AT + id * EVERY_MS, actor: 'declared:Đo tốc độ', ...draft })
  }
  append({ type: 'programme.plan-adopted', subject: subjectOf.plan(plan.id), data: { plan } })
  append({ type: 'programme.criteria-set-published', subject: subjectOf.criteriaSet(set.id), data: { set } })
  for (let village = 0; village < VILLAGES; village++)
    append({
      type: 'programme.village-added',
      subject: subjectOf.village(`v${village}`),
      data: {
        name: `Làng ${village}`,
        order: village + 1,
        plannedYear: 2025,
        links: [{ unit: `commune-${village}`, from: null, to: null }],
        centre: null,
        source: 'đo tốc độ',
      },
    })
  for (let turn = 0; events.length < count; turn++) append(turnOf(turn))
  return events
}

/** One event of the `turn`-th round over villages, indicators, tasks, money, obstacles and reports. */
function turnOf(turn: number): EventDraft {
  const village = `v${turn % VILLAGES}`
  const round = Math.floor(turn / VILLAGES)
  switch (turn % 7) {
    case 0:
    case 1:
    case 2: {
      const indicator = `i${round % INDICATORS}`
      const step = ASSESSMENT_STEPS[round % ASSESSMENT_STEPS.length] ?? 'self'
      return {
        type: 'programme.indicator-assessed',
        subject: subjectOf.result(village, set.id, indicator),
        data: {
          village,
          set: set.id,
          indicator,
          step,
          outcome: round % 3 === 0 ? 'not-met' : 'met',
          value: null,
          note: 'theo biên bản kiểm tra tại làng',
          evidence: [],
          unit: 'so-tc',
        },
      }
    }
    case 3:
      return {
        type: 'programme.funding-booked',
        subject: subjectOf.funding(village, 'central', 2024 + (round % 5)),
        data: {
          village,
          source: 'central',
          year: 2024 + (round % 5),
          kind: 'disbursed',
          amount: 1_000_000,
          on: '2025-06-01',
          document: `UNC ${turn}`,
          note: null,
        },
      }
    case 4:
      return {
        type: 'programme.task-updated',
        subject: subjectOf.task(`${turn % 27}`),
        data: {
          status: 'in-progress',
          progress: turn % 101,
          text: 'đang thực hiện',
          files: [],
          unit: 'so-tc',
          year: null,
        },
      }
    case 5:
      return {
        type: 'programme.obstacle-raised',
        subject: subjectOf.obstacle(`o${turn}`),
        data: {
          kind: 'obstacle',
          title: 'Thiếu trạm đo',
          text: 'Cần thêm một trạm',
          unit: 'so-tc',
          village,
          task: null,
          on: '2025-06-01',
        },
      }
    default:
      return {
        type: 'programme.obstacle-moved',
        subject: subjectOf.obstacle(`o${turn - 1}`),
        data: { to: 'resolved', unit: 'so-tc', text: 'Đã cấp', dueOn: null, on: '2025-06-02' },
      }
  }
}

const plan: Plan = {
  id: 'plan',
  title: 'Đo tốc độ',
  issuer: 'đo tốc độ',
  validFrom: '2024-04-01',
  validFromNote: 'đo tốc độ',
  targets: [],
  tasks: [],
  milestones: [],
  groups: {},
  roles: { lead: 'so-khcn', authority: 'ubnd-tinh', money: ['so-tc'], criteriaOwners: 'so-khcn' },
  fundingSources: [{ id: 'central', title: 'Trung ương' }],
  source: 'đo tốc độ',
}
const set: CriteriaSet = {
  id: 'set',
  title: 'Đo tốc độ',
  decision: null,
  issuedOn: null,
  validFrom: '2024-01-01',
  validTo: null,
  illustrative: true,
  groups: [
    {
      id: 'g',
      title: 'Nhóm',
      criteria: [
        {
          id: 'c',
          title: 'Tiêu chí',
          indicators: Array.from({ length: INDICATORS }, (_, at) => ({
            id: `i${at}`,
            title: `Chỉ tiêu ${at}`,
            target: { kind: 'boolean' },
            owner: null,
            evidence: null,
            measure: null,
          })),
        },
      ],
    },
  ],
  knownIndicatorCount: null,
  predecessor: null,
  source: 'đo tốc độ',
  note: null,
}
