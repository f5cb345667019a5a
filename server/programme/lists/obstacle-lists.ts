// Obstacles and proposals with their age, and the light records of training, handbook, infrastructure, equipment, data. Pure.
import { obstacleStandings } from '../../../shared/programme/obstacle-standing.ts'
import { OBSTACLE_TERMS } from '../../../shared/programme/refusal-terms.ts'
import type { ObstacleRow, RecordRow } from '../../../shared/programme/work-row-schema.ts'
import type { List } from './list.ts'
import { originColumns, originOf, unitNameOf, villageNameOf } from './row-parts.ts'
import { OBSTACLE_KIND_TERMS, RECORD_KIND_TERMS, RECORD_STATE_TERMS } from './terms.ts'

/** Open ones first, oldest first. */
export const OBSTACLES: List<ObstacleRow> = {
  name: 'obstacles',
  vi: 'Vướng mắc, đề xuất',
  en: 'Obstacles and proposals',
  columns: [
    { key: 'id', vi: 'Mã', en: 'Id', kind: 'text', width: 14 },
    { key: 'kind', vi: 'Loại', en: 'Kind', kind: 'text', width: 12, terms: OBSTACLE_KIND_TERMS },
    { key: 'title', vi: 'Tiêu đề', en: 'Title', kind: 'text', width: 40 },
    { key: 'text', vi: 'Nội dung', en: 'Text', kind: 'text', width: 60 },
    { key: 'unitName', vi: 'Đơn vị nêu', en: 'Raised by', kind: 'text', width: 28 },
    { key: 'villageName', vi: 'Làng', en: 'Village', kind: 'text', width: 22 },
    { key: 'task', vi: 'Nhiệm vụ', en: 'Task', kind: 'text', width: 10 },
    { key: 'state', vi: 'Tình trạng', en: 'State', kind: 'text', width: 18, terms: OBSTACLE_TERMS },
    { key: 'responsibleName', vi: 'Đơn vị phải xử lý', en: 'Responsible', kind: 'text', width: 28 },
    { key: 'raisedOn', vi: 'Ngày nêu', en: 'Raised on', kind: 'date', width: 13 },
    { key: 'dueOn', vi: 'Hạn xử lý', en: 'Due on', kind: 'date', width: 13 },
    { key: 'ageDays', vi: 'Tuổi (ngày)', en: 'Age (days)', kind: 'number', width: 11 },
    { key: 'waitingDays', vi: 'Chờ (ngày)', en: 'Waiting (days)', kind: 'number', width: 11 },
    { key: 'isOverdue', vi: 'Quá hạn', en: 'Overdue', kind: 'text', width: 9 },
    { key: 'lastText', vi: 'Ý kiến gần nhất', en: 'Last word', kind: 'text', width: 50 },
    ...originColumns<ObstacleRow>(),
  ],
  rowsOf: view =>
    obstacleStandings(view.state, view.day).map(({ item, ageDays, waitingDays, isOverdue }) => {
      const last = item.moves.at(-1)
      return {
        id: item.id,
        kind: item.kind,
        title: item.title,
        text: item.text,
        unit: item.unit,
        unitName: unitNameOf(view, item.unit),
        village: item.village,
        villageName: villageNameOf(view, item.village),
        task: item.task,
        state: item.state,
        responsible: item.responsible,
        responsibleName: unitNameOf(view, item.responsible),
        raisedOn: item.raisedOn,
        dueOn: item.dueOn,
        ageDays,
        waitingDays,
        isOverdue,
        lastText: last?.text ?? item.text,
        moves: item.moves.length,
        eventId: last?.eventId ?? 0,
        ...originOf(item.moves),
      }
    }),
}

export const RECORDS: List<RecordRow> = {
  name: 'records',
  vi: 'Tập huấn, hạ tầng, thiết bị',
  en: 'Records',
  columns: [
    { key: 'id', vi: 'Mã', en: 'Id', kind: 'text', width: 14 },
    { key: 'kind', vi: 'Loại', en: 'Kind', kind: 'text', width: 16, terms: RECORD_KIND_TERMS },
    { key: 'title', vi: 'Nội dung', en: 'Title', kind: 'text', width: 50 },
    { key: 'ownerName', vi: 'Đơn vị phụ trách', en: 'Owner', kind: 'text', width: 28 },
    { key: 'villageName', vi: 'Làng', en: 'Village', kind: 'text', width: 22 },
    { key: 'state', vi: 'Tình trạng', en: 'State', kind: 'text', width: 16, terms: RECORD_STATE_TERMS },
    { key: 'on', vi: 'Ngày', en: 'Day', kind: 'date', width: 13 },
    { key: 'note', vi: 'Ghi chú', en: 'Note', kind: 'text', width: 50 },
    ...originColumns<RecordRow>(),
  ],
  rowsOf: view =>
    [...view.state.records.values()].map(({ id, kind, title, owner, state, on, village, note, ...stamp }) => ({
      id,
      kind,
      title,
      owner,
      ownerName: unitNameOf(view, owner),
      state,
      on,
      village,
      villageName: villageNameOf(view, village),
      note,
      eventId: stamp.eventId,
      ...originOf([stamp]),
    })),
}
