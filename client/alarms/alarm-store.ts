// The alarms' state of one screen: the alarms' fold in a followed store.
import { foldAlarms } from '../../shared/alarms/fold.ts'
import { unpackAlarms } from '../../shared/alarms/snapshot.ts'
import type { AlarmState } from '../../shared/alarms/state.ts'
import { createFollowedStore, type FollowedPicture, type FollowedStore } from '../live/followed-store.ts'

export type AlarmPicture = FollowedPicture<AlarmState>
export type AlarmStore = FollowedStore<AlarmState>

export const createAlarmStore = (monotonicNow?: () => number): AlarmStore =>
  createFollowedStore(
    { family: 'alarm', path: '/api/v1/alarms/state', unpack: unpackAlarms, fold: foldAlarms },
    monotonicNow,
  )
