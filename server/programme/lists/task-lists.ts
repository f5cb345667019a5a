// The plan's tasks and milestones as they stand on a day. Pure.
import { dateMarkOf } from '../../../shared/programme/deadline.ts'
import { planMilestoneStandings } from '../../../shared/programme/plan-milestone-standing.ts'
import { STATUS_TERMS } from '../../../shared/programme/refusal-terms.ts'
import { keyOf, type VillageState } from '../../../shared/programme/state.ts'
import { type TaskStanding, taskStandings } from '../../../shared/programme/task-standing.ts'
import type { MilestoneRow, TaskRow } from '../../../shared/programme/work-row-schema.ts'
import type { List, ListView } from './list.ts'
import { originColumns, originOf, unitNameOf, villageNameOf, villagesOf } from './row-parts.ts'
import { MILESTONE_KIND_TERMS, TASK_MARK_TERMS } from './terms.ts'

export const TASKS: List<TaskRow> = {
  name: 'tasks',
  vi: 'Nhiệm vụ',
  en: 'Tasks',
  columns: [
    { key: 'id', vi: 'Mã', en: 'Id', kind: 'text', width: 8 },
    { key: 'title', vi: 'Nhiệm vụ', en: 'Task', kind: 'text', width: 60 },
    { key: 'lead', vi: 'Mã đơn vị chủ trì', en: 'Lead id', kind: 'text', width: 16 },
    { key: 'leadName', vi: 'Chủ trì', en: 'Lead', kind: 'text', width: 30 },
    { key: 'partners', vi: 'Phối hợp', en: 'Partners', kind: 'text', width: 36 },
    { key: 'deadlineText', vi: 'Thời hạn', en: 'Deadline', kind: 'text', width: 32 },
    { key: 'dueOn', vi: 'Ngày đến hạn', en: 'Due on', kind: 'date', width: 13 },
    { key: 'mark', vi: 'Tình trạng', en: 'Standing', kind: 'text', width: 18, terms: TASK_MARK_TERMS },
    { key: 'daysLeft', vi: 'Còn (ngày)', en: 'Days left', kind: 'number', width: 11 },
    { key: 'doneLateDays', vi: 'Xong trễ (ngày)', en: 'Done late by days', kind: 'number', width: 12 },
    { key: 'silentDays', vi: 'Chưa cập nhật (ngày)', en: 'Silent for days', kind: 'number', width: 13 },
    { key: 'status', vi: 'Trạng thái', en: 'Status', kind: 'text', width: 16, terms: STATUS_TERMS },
    { key: 'progress', vi: 'Tiến độ (%)', en: 'Progress (%)', kind: 'number', width: 11 },
    { key: 'text', vi: 'Cập nhật gần nhất', en: 'Last update', kind: 'text', width: 60 },
    { key: 'updates', vi: 'Số lần cập nhật', en: 'Updates', kind: 'number', width: 11 },
    { key: 'openRequests', vi: 'Đề nghị đang mở', en: 'Open requests', kind: 'number', width: 11 },
    ...originColumns<TaskRow>(),
  ],
  rowsOf: view => taskStandings(view.state, view.day).map(standing => taskRow(view, standing)),
}

export function taskRow(view: ListView, standing: TaskStanding): TaskRow {
  const { task, state, deadline, mark, dueOn, daysLeft, doneLateDays, silentDays, isCertain } = standing
  const { id, title, lead, partners, deadlineText } = task
  const { latest, updates, openRequests } = state
  return {
    id,
    title,
    lead,
    leadName: unitNameOf(view, lead),
    // A partner that isn't a unit stands in the plan's own words.
    partners: partners.map(partner =>
      view.units.has(partner) ? (unitNameOf(view, partner) ?? view.units.get(partner)?.name ?? partner) : partner,
    ),
    deadline: deadline.kind,
    deadlineText,
    isDeadlineSet: state.deadline !== null,
    status: latest?.status ?? null,
    progress: latest?.progress ?? null,
    mark,
    dueOn,
    daysLeft,
    doneLateDays,
    silentDays,
    isCertain,
    text: latest?.text ?? null,
    updates,
    openRequests: openRequests.length,
    eventId: latest?.eventId ?? null,
    ...originOf([latest]),
  }
}

/** The plan's, one for each unit that must reach it, and then the villages' own. */
export const MILESTONES: List<MilestoneRow> = {
  name: 'milestones',
  vi: 'Mốc thực hiện',
  en: 'Milestones',
  columns: [
    { key: 'kind', vi: 'Của', en: 'Of', kind: 'text', width: 11, terms: MILESTONE_KIND_TERMS },
    { key: 'milestone', vi: 'Mã mốc', en: 'Milestone id', kind: 'text', width: 12 },
    { key: 'title', vi: 'Mốc', en: 'Milestone', kind: 'text', width: 50 },
    { key: 'unit', vi: 'Mã đơn vị', en: 'Unit id', kind: 'text', width: 14 },
    { key: 'unitName', vi: 'Đơn vị', en: 'Unit', kind: 'text', width: 28 },
    { key: 'villageName', vi: 'Làng', en: 'Village', kind: 'text', width: 22 },
    { key: 'plannedOn', vi: 'Hạn', en: 'Planned on', kind: 'date', width: 13 },
    { key: 'reachedOn', vi: 'Ngày đạt', en: 'Reached on', kind: 'date', width: 13 },
    { key: 'mark', vi: 'Tình trạng', en: 'Standing', kind: 'text', width: 16, terms: TASK_MARK_TERMS },
    { key: 'note', vi: 'Ghi chú', en: 'Note', kind: 'text', width: 40 },
    ...originColumns<MilestoneRow>(),
  ],
  rowsOf: view => [
    ...planMilestoneRows(view),
    ...villagesOf(view).flatMap(village => villageMilestoneRows(view, village)),
  ],
}

/** These days were the districts', so their own names stand here on either basis. */
function planMilestoneRows({ state, units, day }: ListView): readonly MilestoneRow[] {
  return planMilestoneStandings(state, units, day).map(({ milestone, unit, mark, on }) => {
    const held = state.planMilestones.get(keyOf.planMilestone(milestone.id, unit.id))
    return {
      kind: 'plan',
      milestone: milestone.id,
      title: milestone.title,
      unit: unit.id,
      unitName: unit.name,
      village: null,
      villageName: null,
      plannedOn: milestone.on,
      reachedOn: on,
      mark,
      note: held?.note ?? null,
      eventId: held?.eventId ?? null,
      ...originOf([held]),
    }
  })
}

export function villageMilestoneRows(view: ListView, village: VillageState): readonly MilestoneRow[] {
  return village.milestones.map(({ id, title, plannedOn, reachedOn, ...stamp }) => ({
    kind: 'village',
    milestone: id,
    title,
    unit: null,
    unitName: null,
    village: village.id,
    villageName: villageNameOf(view, village.id),
    plannedOn,
    reachedOn,
    mark:
      reachedOn !== null
        ? 'done'
        : plannedOn === null
          ? 'no-date'
          : dateMarkOf(plannedOn, view.day, view.state.settings.dueSoonDays),
    note: null,
    eventId: stamp.eventId,
    ...originOf([stamp]),
  }))
}
