// Which layers say that they have nothing to show.
import { expect, test } from 'vitest'
import { createLiveState, type LiveState } from '../../../../../client/live/live-state.ts'
import { emptyLayers } from '../../../../../client/map/layers/empty-layers.ts'
import { MAP_LAYERS } from '../../../../../client/map/layers/layer-ids.ts'

const held = (state: LiveState = createLiveState([])) => ({
  state,
  judged: { at: 0, isLinkLost: false },
  hasProgramme: false,
  hasAlarms: false,
})

test('without any station, programme or alarms every layer that is on says so, in the order of the map', () =>
  expect(emptyLayers(new Set(MAP_LAYERS), held())).toEqual(MAP_LAYERS))

test('a layer that is off says nothing', () => expect(emptyLayers(new Set(['water']), held())).toEqual(['water']))

test('no open alarm is an answer, alarms that are not known are none', () => {
  expect(emptyLayers(new Set(['alarms', 'standing']), { ...held(), hasAlarms: true })).toEqual(['standing'])
  expect(emptyLayers(new Set(['alarms', 'standing']), { ...held(), hasProgramme: true })).toEqual(['alarms'])
})
