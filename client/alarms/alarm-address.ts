// Where one alarm is seen in full: the desk with its details open, and all its events. They keep the language.
import { addressPlus } from '../app/address.ts'
import { addressOf } from './section.ts'

export const alarmAddress = (alarm: string, search?: string): string =>
  addressPlus(addressOf('desk', undefined, search), { alarm })
export const historyOfAlarm = (alarm: string, search?: string): string =>
  addressPlus(addressOf('history', undefined, search), { alarm })
