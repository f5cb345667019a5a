// A message in one line: marked, how urgent, where, what, how much. Subject of a mail, text in a chat. Pure.
import type { AlarmMessage } from '../../shared/alarms/notification.ts'
import type { Language } from './channel.ts'
import { oneLine, PRIORITY_WORDS, TEXTS, TRANSITION_WORDS } from './notice-words.ts'

export const isSimulated = ({ alarm }: AlarmMessage): boolean => alarm.about.source === 'simulated'

/** "[MÔ PHỎNG] [CAO] Đã hết: Mỹ Đông · Mực nước cao · Trạm Mỹ Đông 1 · Mực nước · BĐ II · 2,35 m" */
export function headline(message: AlarmMessage, language: Language): string {
  const { transition, alarm, place, value, rule } = message
  const marks = [
    ...(isSimulated(message) ? [TEXTS.simulated[language]] : []),
    PRIORITY_WORDS[alarm.priority][language],
  ].map(mark => `[${mark}]`)
  const verb = transition === 'raised' ? '' : `${TRANSITION_WORDS[transition][language]}: `
  const parts = [
    ...(place === null ? [] : [place]),
    ...(rule ? [rule.name[language]] : []),
    alarm.about.title[language],
    alarm.level,
    (value ?? TEXTS.unknown)[language],
  ]
  return oneLine(`${marks.join(' ')} ${verb}${parts.join(' · ')}`)
}
