// What is wrong with a profile while it is edited, as sentences: screens of one size with the same fault are named in one. Pure.
import { profileFaults } from '../../../shared/displays/decide-profile.ts'
import type { DisplayProfile } from '../../../shared/displays/profile.ts'
import { unreadable } from '../../../shared/displays/readability.ts'
import { displayRefusalOf } from '../../../shared/displays/refusal.ts'

export function faultSentences(profile: DisplayProfile, language: 'vi' | 'en'): readonly string[] {
  const { inches, distanceMetres } = profile
  const bySize = Map.groupBy(profile.screens, ({ width, height }) => `${width}×${height}`)
  const unread = [...bySize.values()].flatMap(screens => {
    const [first] = screens
    const refused = first && unreadable(first, inches, distanceMetres)
    const ids = screens.map(({ id }) => id).join(', ')
    return refused ? displayRefusalOf('unreadable', null, ids, distanceMetres, inches, refused) : []
  })
  // Names are judged at their field, when the form is sent.
  const others = profileFaults(profile).filter(
    ({ code }) => !['unreadable', 'name-text', 'screen-groups'].includes(code),
  )
  return [...new Set([...unread, ...others].map(refusal => refusal[language]))]
}
