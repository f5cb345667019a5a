// Where one alarm is seen in full: the desk with its details open, and all its events. They keep the language.
import { addressOf, type Section } from './section.ts'

export const alarmAddress = (alarm: string, search?: string): string => withAlarm('desk', alarm, search)
export const historyOfAlarm = (alarm: string, search?: string): string => withAlarm('history', alarm, search)

function withAlarm(section: Section, alarm: string, search?: string): string {
  const page = addressOf(section, undefined, search)
  return `${page}${page.includes('?') ? '&' : '?'}${new URLSearchParams({ alarm })}`
}
