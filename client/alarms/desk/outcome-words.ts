// What became of a command, as one says it: what was done, and what was refused and why. Needs a translator; knows no component.
import type { TFunction } from 'i18next'
import { type AlarmNames, titleAndPlace } from '../alarm-names.ts'
import { alarmOfEvent } from '../alarm-words.ts'
import type { AlarmReply } from '../send-alarm-command.ts'
import type { DeskCommand } from './desk-commands.ts'

type Words = TFunction<'alarms'>

/** Refusals that are told one by one. */
const MAX_TOLD = 2

export type Outcome = { readonly done: string | undefined; readonly refused: string | undefined }

export function outcomeWords(
  t: Words,
  names: AlarmNames,
  command: DeskCommand,
  { events, refusals }: AlarmReply,
): Outcome {
  const done = new Set(events.flatMap(event => alarmOfEvent(event) ?? []))
  return {
    done: done.size === 0 ? undefined : t(`desk.command.done.${command}`, { what: whatWords(t, names, [...done]) }),
    refused: refusals.length === 0 ? undefined : refusedWords(t, names, refusals),
  }
}

/** One by its title, more by their number. */
export function whatWords(t: Words, names: AlarmNames, alarms: readonly string[]): string {
  const [only = ''] = alarms
  if (alarms.length !== 1) return t('desk.command.many', { number: alarms.length })
  const alarm = names.state.alarms.get(only)
  return alarm ? titleAndPlace(names, alarm) : only
}

/** Alarms that were refused for the same reason are told together. */
function refusedWords(t: Words, names: AlarmNames, refusals: AlarmReply['refusals']): string {
  const { language } = names
  const byReason = [...Map.groupBy(refusals, refusal => refusal[language])]
  const told = byReason.slice(0, MAX_TOLD).map(([why, alike]) => {
    const alarms = alike.flatMap(({ alarm }) => alarm ?? [])
    return alarms.length === 0 ? why : t('desk.command.refused', { what: whatWords(t, names, alarms), why })
  })
  const others = byReason.slice(MAX_TOLD).reduce((sum, [, alike]) => sum + alike.length, 0)
  return [...told, ...(others > 0 ? [t('desk.command.refusedOthers', { number: others })] : [])].join(' ')
}
