// What an alarm stands at, and the one spelling of it: `series:<id>`, `device:<id>`, `task:<id>`, `dossier:<village>:<round>`,
// `report:<unit>:<period>`. An alarm is named by its rule and its target; there is one of each. Pure.
export const targetOf = {
  series: (id: string) => `series:${id}`,
  device: (id: string) => `device:${id}`,
  task: (id: string) => `task:${id}`,
  dossier: (village: string, round: number) => `dossier:${village}:${round}`,
  report: (unit: string, period: string) => `report:${unit}:${period}`,
} as const

/** A rule's id holds no colon, so that this reads back in one way. */
export const alarmIdOf = (rule: string, target: string): string => `${rule}:${target}`
/** Subject of an alarm's events in the log, and of a rule's. */
export const subjectOfAlarm = (alarm: string): string => `alarm:${alarm}`
export const subjectOfRule = (rule: string): string => `alarm-rule:${rule}`
