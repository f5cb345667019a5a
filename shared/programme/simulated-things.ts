// What of the programme was written by a simulated field, so that no screen shows it without its mark. Pure.
import { isSimulated } from './event.ts'
import { ASSESSMENT_STEPS } from './facts.ts'
import type { ProgrammeState, Stamp } from './state.ts'

type Written = { readonly by: string }
export type SimulatedThing = { readonly table: keyof ProgrammeState; readonly key: string }

/** Everything that a simulated actor has a part in, by the table it is in and its key there. */
export function simulatedThings(state: ProgrammeState): readonly SimulatedThing[] {
  return found(state).toArray()
}

export const hasSimulated = (state: ProgrammeState): boolean => !found(state).next().done

function* found(state: ProgrammeState): Generator<SimulatedThing, undefined> {
  if (state.plan && isSimulated(state.plan.by)) yield { table: 'plan', key: state.plan.id }
  yield* among(state, 'changedSettings', stamp => [stamp])
  yield* among(state, 'villages', ({ facts, milestones, recognition }) => [
    ...Object.values(facts),
    ...milestones,
    ...(recognition ? [recognition] : []),
  ])
  yield* among(state, 'criteriaSets', itself)
  yield* among(state, 'results', ({ steps }) => ASSESSMENT_STEPS.flatMap(step => steps[step] ?? []))
  yield* among(state, 'dossiers', ({ moves }) => moves)
  yield* among(state, 'tasks', ({ latest }) => (latest ? [latest] : []))
  yield* among(state, 'planMilestones', itself)
  for (const [key, cell] of state.funding) if (cell.isSimulated) yield { table: 'funding', key }
  yield* among(state, 'supervision', itself)
  yield* among(state, 'reports', itself)
  yield* among(state, 'consolidations', itself)
  yield* among(state, 'obstacles', ({ moves }) => moves)
  yield* among(state, 'records', itself)
}

const itself = (one: Stamp): readonly Written[] => [one]

type Tables = {
  [K in keyof ProgrammeState as ProgrammeState[K] extends ReadonlyMap<string, unknown>
    ? K
    : never]: ProgrammeState[K] extends ReadonlyMap<string, infer Value> ? ReadonlyMap<string, Value> : never
}

function* among<K extends keyof Tables>(
  state: Tables,
  table: K,
  written: (one: Tables[K] extends ReadonlyMap<string, infer Value> ? Value : never) => readonly Written[],
): Generator<SimulatedThing, undefined> {
  const things = state[table] as ReadonlyMap<string, Parameters<typeof written>[0]>
  for (const [key, one] of things) if (written(one).some(({ by }) => isSimulated(by))) yield { table, key }
}
