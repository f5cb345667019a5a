// The displays' state of one screen: the displays' fold in a followed store.
import { foldDisplays } from '../../shared/displays/fold.ts'
import { unpackDisplays } from '../../shared/displays/snapshot.ts'
import type { DisplayState } from '../../shared/displays/state.ts'
import { createFollowedStore, type FollowedStore } from '../live/followed-store.ts'

export type DisplayStore = FollowedStore<DisplayState>

export const createDisplayStore = (): DisplayStore =>
  createFollowedStore({ family: 'display', path: '/api/v1/displays/state', unpack: unpackDisplays, fold: foldDisplays })
