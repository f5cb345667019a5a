// The desk's state of one screen: the desk's fold in a followed store.
import { foldDesk } from '../../shared/desk/fold.ts'
import { unpackDesk } from '../../shared/desk/snapshot.ts'
import type { DeskState } from '../../shared/desk/state.ts'
import { createFollowedStore, type FollowedStore } from '../live/followed-store.ts'

export type DeskStore = FollowedStore<DeskState>

export const createDeskStore = (): DeskStore =>
  createFollowedStore({ family: 'desk', path: '/api/v1/desk/state', unpack: unpackDesk, fold: foldDesk })
