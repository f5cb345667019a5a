// The id of a new profile from its name, as an address can hold it. Pure.
import { DISPLAY_LIMITS } from '../../../shared/displays/limits.ts'

/** "Sảnh tầng 2" is "sanh-tang-2"; empty when nothing of the name can stand in an address. */
export function slugOf(name: string, max: number = DISPLAY_LIMITS.id.max): string {
  const plain = name.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[đĐ]/g, 'd').toLowerCase()
  return plain
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, max)
    .replace(/-$/, '')
}

/** The slug, with a number behind it where another profile has it. */
export function freeSlug(name: string, isTaken: (slug: string) => boolean): string {
  const slug = slugOf(name)
  if (slug === '' || !isTaken(slug)) return slug
  for (let number = 2; ; number++) {
    const end = `-${number}`
    const next = `${slugOf(name, DISPLAY_LIMITS.id.max - end.length)}${end}`
    if (!isTaken(next)) return next
  }
}
