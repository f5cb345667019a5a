// The programme's state of one screen: the programme's fold in a followed store.
import { fold } from '../../shared/programme/fold.ts'
import { unpackState } from '../../shared/programme/snapshot.ts'
import type { ProgrammeState } from '../../shared/programme/state.ts'
import { createFollowedStore, type FollowedPicture, type FollowedStore } from '../live/followed-store.ts'

export type ProgrammePicture = FollowedPicture<ProgrammeState>
export type ProgrammeStore = FollowedStore<ProgrammeState>

export const createProgrammeStore = (monotonicNow?: () => number): ProgrammeStore =>
  createFollowedStore({ family: 'programme', path: '/api/v1/programme/state', unpack: unpackState, fold }, monotonicNow)
