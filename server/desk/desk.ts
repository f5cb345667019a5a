// The desk in the station: what was written down so far, and commands decided on it. No HTTP, no sockets.
import type { DeskCommandRequest } from '../../shared/desk/command.ts'
import { decideDeskCommand } from '../../shared/desk/decide.ts'
import { DESK_FAMILY } from '../../shared/desk/event.ts'
import { foldDesk } from '../../shared/desk/fold.ts'
import { deskRefusalOf } from '../../shared/desk/refusal.ts'
import { type DeskState, EMPTY_DESK_STATE } from '../../shared/desk/state.ts'
import { type CommandLog, type CommandLogDeps, createCommandLog } from '../log/command-log.ts'

export type Desk = CommandLog<DeskState, DeskCommandRequest>
export type DeskDeps = Pick<CommandLogDeps<DeskState, DeskCommandRequest>, 'store' | 'units' | 'now' | 'onEvents'>

export const createDesk = (deps: DeskDeps): Promise<Desk> =>
  createCommandLog({
    ...deps,
    family: DESK_FAMILY,
    empty: EMPTY_DESK_STATE,
    fold: foldDesk,
    decide: decideDeskCommand,
    // Not somebody quicker, but something that was removed or is too old to be kept: its id is taken for ever.
    whenForgotten: () => ({ kind: 'refused', refusals: [deskRefusalOf('id-used', 'id')] }),
  })
