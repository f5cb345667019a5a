// The last day of a task's deadline, where it has one, and how near that day is. Pure; knows the plan's kinds of deadline,
// not what anybody did about them.
import type { Day, Deadline } from './facts.ts'
import { daysBetween, lastDayOfMonth, yearOf } from './working-calendar.ts'

/** A deadline with one last day, whenever it is looked at. */
export type DatedDeadline = Extract<Deadline, { readonly kind: 'day' | 'month' | 'quarter' }>

export type DateMark = 'on-track' | 'due-soon' | 'overdue'

/** The last day that is still in time: months and quarters end on their last day. */
export function lastDayOf(deadline: DatedDeadline): Day {
  switch (deadline.kind) {
    case 'day':
      return deadline.day
    case 'month':
      return lastDayOfMonth(yearOf(deadline.month), Number(deadline.month.slice(5)))
    case 'quarter':
      return lastDayOfMonth(deadline.year, deadline.quarter * 3)
    default:
      return deadline satisfies never
  }
}

export const lastDayOfYear = (year: number): Day => lastDayOfMonth(year, 12)

/**
 * The last day that is still in time, as seen on `day`: of a yearly deadline, the end of the year that `day` lies in.
 * Null = this kind of deadline has no such day, or (working days after an event) it isn't in the plan alone.
 */
export function dueDayOf(deadline: Deadline, day: Day): Day | null {
  switch (deadline.kind) {
    case 'day':
    case 'month':
    case 'quarter':
      return lastDayOf(deadline)
    case 'yearly':
      return lastDayOfYear(yearOf(day))
    case 'periodic':
    case 'ongoing':
    case 'on-request':
    case 'by-plan':
    case 'working-days':
    case 'unknown':
      return null
    default:
      return deadline satisfies never
  }
}

/** Overdue from the day after `dueOn`; due soon on that day and the `dueSoonDays` calendar days before it. */
export function dateMarkOf(dueOn: Day, day: Day, dueSoonDays: number): DateMark {
  const left = daysBetween(day, dueOn)
  if (left < 0) return 'overdue'
  return left <= dueSoonDays ? 'due-soon' : 'on-track'
}
