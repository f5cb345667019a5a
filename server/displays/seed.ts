// The profiles a new station begins with: data with a shape, planted once.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { profileFaults } from '../../shared/displays/decide-profile.ts'
import { subjectOfProfile } from '../../shared/displays/event.ts'
import type { DisplayProfile } from '../../shared/displays/profile.ts'
import { profileSchema } from '../../shared/displays/profile-schema.ts'
import type { Store } from '../store/store.ts'

const FILE = join(import.meta.dirname, 'seed', 'profiles.json')
const ACTOR = 'seed:display-profiles'
const KEY = 'seed:display-profiles'
const fileSchema = z.strictObject({ version: z.literal(1), about: z.string(), profiles: z.array(profileSchema).min(1) })

/** @throws Error naming the profile that isn't sound */
export function profileSeed(): readonly DisplayProfile[] {
  const { profiles } = fileSchema.parse(JSON.parse(readFileSync(FILE, 'utf8')))
  for (const profile of profiles) {
    const [fault] = profileFaults(profile)
    if (fault) throw new Error(`seed/profiles.json: ${profile.id}: ${fault.code}`)
  }
  return profiles
}

/** Once for a database: its key is remembered, also when somebody has removed them since. */
export async function plantProfiles(
  store: Pick<Store, 'appendEvents'>,
  profiles: readonly DisplayProfile[],
  at: number,
): Promise<void> {
  await store.appendEvents({
    events: profiles.map(profile => ({
      type: 'display.profile-saved',
      subject: subjectOfProfile(profile.id),
      data: { profile },
      at,
      actor: ACTOR,
    })),
    expected: [],
    key: KEY,
    fingerprint: KEY,
  })
}
