// The displays in the station: the profiles as folded so far, and commands decided on them. No HTTP, no sockets.
import type { DisplayCommandRequest } from '../../shared/displays/command.ts'
import { decideDisplayCommand } from '../../shared/displays/decide.ts'
import { DISPLAY_FAMILY } from '../../shared/displays/event.ts'
import { foldDisplays } from '../../shared/displays/fold.ts'
import { type DisplayState, EMPTY_DISPLAY_STATE } from '../../shared/displays/state.ts'
import { type CommandLog, type CommandLogDeps, createCommandLog } from '../log/command-log.ts'

export type Displays = CommandLog<DisplayState, DisplayCommandRequest>
export type DisplaysDeps = Pick<
  CommandLogDeps<DisplayState, DisplayCommandRequest>,
  'store' | 'units' | 'now' | 'onEvents'
>

export const createDisplays = (deps: DisplaysDeps): Promise<Displays> =>
  createCommandLog({
    ...deps,
    family: DISPLAY_FAMILY,
    empty: EMPTY_DISPLAY_STATE,
    fold: foldDisplays,
    decide: decideDisplayCommand,
  })
