// Where one goes on from an alarm: its rule, its village, its readings, the thing of the programme it is about. Pure but for the
// address bar, whose language they keep.
import type { Alarm } from '../../../shared/alarms/state.ts'
import { addressPlus } from '../../app/address.ts'
import { addressOfArea } from '../../app/areas.ts'
import { addressOf as programmeAddress } from '../../programme/section.ts'
import { historyOfAlarm } from '../alarm-address.ts'
import { addressOf } from '../section.ts'

export type DetailLink = {
  readonly kind: 'rule' | 'map' | 'series' | 'task' | 'dossier' | 'reports' | 'history'
  readonly to: string
  /** What the link's words name: a rule, a village, a task. */
  readonly names: string
}

export function detailLinks({ id, rule, target, about }: Alarm, search = location.search): readonly DetailLink[] {
  const links: DetailLink[] = [{ kind: 'rule', to: addressOf('rules', rule, search), names: rule }]
  const { village, series } = about
  const map = addressOfArea('map', search)
  if (village !== null) links.push({ kind: 'map', to: addressPlus(map, { village }), names: village })
  if (village !== null && series !== null)
    links.push({ kind: 'series', to: addressPlus(map, { village, series }), names: series })
  const [kind = '', first = ''] = target.split(':')
  if (kind === 'task') links.push({ kind, to: programmeAddress('tasks', first, search), names: first })
  if (kind === 'dossier') links.push({ kind, to: programmeAddress('villages', first, search), names: first })
  if (kind === 'report')
    links.push({ kind: 'reports', to: programmeAddress('reports', undefined, search), names: first })
  return [...links, { kind: 'history', to: historyOfAlarm(id, search), names: id }]
}
