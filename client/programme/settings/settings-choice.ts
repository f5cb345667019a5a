// What the settings page shows, read from its address. Pure.
import type { Settings } from '../../../shared/programme/facts.ts'
import { UNIT_KINDS, type UnitKind } from './reorganisation.ts'

export const PARTS = ['rules', 'calendar', 'villages', 'units'] as const
export type Part = (typeof PARTS)[number]

const NEEDED = {
  districtStep: true,
  steps: true,
  criteriaSet: true,
  appraisalWorkingDays: true,
  dueSoonDays: true,
  silentDays: true,
  reportSpans: true,
  reportCutoffs: true,
  reportDueDays: true,
} as const satisfies Readonly<Record<keyof Settings, true>>
/** In the order of the page; the compiler insists that none is missing. */
export const SETTING_KEYS = Object.keys(NEEDED) as readonly (keyof Settings)[]

export type SettingsChoice = {
  readonly part: Part
  /** The setting whose form is open. */
  readonly setting: keyof Settings | undefined
  readonly form: 'calendar' | 'village' | undefined
  /** The year that is open. */
  readonly year: number | undefined
  readonly kind: UnitKind
}

/** What an address names wrongly is left out. */
export function settingsChoice(parameters: URLSearchParams): SettingsChoice {
  const text = (name: string) => parameters.get(name) || undefined
  const year = text('year')
  return {
    part: PARTS.find(part => part === text('part')) ?? 'rules',
    setting: SETTING_KEYS.find(key => key === text('setting')),
    form: (['calendar', 'village'] as const).find(form => form === text('form')),
    year: year !== undefined && /^\d{4}$/.test(year) ? Number(year) : undefined,
    kind: UNIT_KINDS.find(kind => kind === text('kind')) ?? 'department',
  }
}
