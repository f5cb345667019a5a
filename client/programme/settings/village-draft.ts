// The form of a new village. Pure; the rules are in decide-villages.ts.
import type { CommandData } from '../../../shared/programme/command.ts'

export type VillageDraft = {
  readonly name: string
  /** Undefined = made of the name. */
  readonly id: string | undefined
  readonly plannedYear: number | undefined
  readonly commune: string | undefined
  readonly from: string | undefined
  readonly longitude: number | undefined
  readonly latitude: number | undefined
  readonly source: string
}

/** "Mỹ Đông" → "my-dong": small letters and digits with single hyphens between them. */
export const villageIdOf = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')

export const idOf = ({ id, name }: VillageDraft): string => id?.trim() ?? villageIdOf(name)

export const MISSING_FIELDS = ['plannedYear', 'links.0.unit', 'links.0.from', 'centre', 'centre.latitude'] as const
export type MissingVillageField = (typeof MISSING_FIELDS)[number]

/** By the names that decide.ts uses; half a position is no position. */
export function missingOfVillage(draft: VillageDraft): readonly MissingVillageField[] {
  const { plannedYear, commune, from, longitude, latitude } = draft
  const isMissing: Readonly<Record<MissingVillageField, boolean>> = {
    plannedYear: plannedYear === undefined,
    'links.0.unit': commune === undefined,
    'links.0.from': from === undefined,
    centre: longitude === undefined && latitude !== undefined,
    'centre.latitude': latitude === undefined && longitude !== undefined,
  }
  return MISSING_FIELDS.filter(field => isMissing[field])
}

export function villageOf(draft: VillageDraft): CommandData['add-village'] | undefined {
  const { plannedYear, commune, from, longitude, latitude } = draft
  if (plannedYear === undefined || commune === undefined || from === undefined) return undefined
  if (missingOfVillage(draft).length > 0) return undefined
  return {
    village: idOf(draft),
    name: draft.name.trim(),
    plannedYear,
    links: [{ unit: commune, from, to: null }],
    centre: longitude === undefined || latitude === undefined ? null : [longitude, latitude],
    source: draft.source.trim(),
  }
}
