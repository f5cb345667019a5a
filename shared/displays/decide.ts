// From a command about displays to the event it makes, or the reasons why not. Pure: the same judgement in the form and in the station.
import { checkPerson } from '../alarms/decide-person.ts'
import type { Refusal } from '../programme/command.ts'
import { hasText, hasUnseen } from '../programme/decide-values.ts'
import type { Units } from '../programme/units.ts'
import type { DisplayCommandData, DisplayCommandRequest } from './command.ts'
import { checkProfile } from './decide-profile.ts'
import { type DisplayDraft, subjectOfDisplay, subjectOfProfile } from './event.ts'
import { DISPLAY_LIMITS } from './limits.ts'
import { displayRefusalOf, type RefuseDisplay } from './refusal.ts'
import type { DisplayState } from './state.ts'

export type DisplayScene = { readonly state: DisplayState; readonly units: Units; readonly now: number }
export type DisplayDecision =
  | {
      readonly kind: 'event'
      readonly event: DisplayDraft /** Of the event's subject, as it was seen. */
      readonly version: number
    }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] }

export function decideDisplayCommand(scene: DisplayScene, request: DisplayCommandRequest): DisplayDecision {
  const refusals: Refusal[] = []
  checkPerson(scene, request.actor, refusal => refusals.push(refusal))
  const refuse: RefuseDisplay = (code, field, ...about) => refusals.push(displayRefusalOf(code, field, ...about))
  const decided = judge(scene.state, request, refuse)
  return refusals.length > 0 ? { kind: 'refused', refusals } : { kind: 'event', ...decided }
}

type Decided = { readonly event: DisplayDraft; readonly version: number }

function judge(state: DisplayState, request: DisplayCommandRequest, refuse: RefuseDisplay): Decided {
  switch (request.command) {
    case 'save-profile':
      return saveProfile(state, request.data, refuse)
    case 'remove-profile':
      return removeProfile(state, request.data, refuse)
    case 'assign-display':
      return assign(state, request.data, refuse)
    case 'forget-display':
      return forget(state, request.data, refuse)
    default:
      return request satisfies never
  }
}

function saveProfile(state: DisplayState, data: DisplayCommandData['save-profile'], refuse: RefuseDisplay): Decided {
  const { profile, expected } = data
  const version = state.profiles.get(profile.id)?.version ?? 0
  if (version !== expected) refuse('profile-changed', 'expected')
  if (version === 0 && state.profiles.size >= DISPLAY_LIMITS.profiles) refuse('too-many-profiles', null)
  checkProfile(profile, refuse)
  const screens = new Set(profile.screens.map(({ id }) => id))
  for (const { profile: used, screen, name } of state.displays.values())
    if (used === profile.id && screen !== null && !screens.has(screen))
      refuse('screen-used', 'profile.screens', screen, name)
  return { event: { type: 'display.profile-saved', subject: subjectOfProfile(profile.id), data: { profile } }, version }
}

function removeProfile(
  state: DisplayState,
  { profile }: DisplayCommandData['remove-profile'],
  refuse: RefuseDisplay,
): Decided {
  const held = state.profiles.get(profile)
  if (!held) refuse('profile-unknown', 'profile', profile)
  const users = [...state.displays.values()].filter(one => one.profile === profile)
  if (users.length > 0) refuse('profile-used', 'profile', users.map(({ name }) => name).join(', '))
  return {
    event: { type: 'display.profile-removed', subject: subjectOfProfile(profile), data: { profile } },
    version: held?.version ?? 0,
  }
}

function assign(state: DisplayState, data: DisplayCommandData['assign-display'], refuse: RefuseDisplay): Decided {
  const { display, name, profile, screen } = data
  if (!hasText(name) || hasUnseen(name)) refuse('name-text', 'name')
  const held = state.profiles.get(profile)
  if (!held) refuse('profile-unknown', 'profile', profile)
  else if (screen !== null && !held.profile.screens.some(({ id }) => id === screen))
    refuse('screen-unknown', 'screen', screen)
  const known = state.displays.get(display)
  if (!known && state.displays.size >= DISPLAY_LIMITS.displays) refuse('too-many-displays', null)
  return { event: { type: 'display.assigned', subject: subjectOfDisplay(display), data }, version: known?.version ?? 0 }
}

function forget(
  state: DisplayState,
  { display }: DisplayCommandData['forget-display'],
  refuse: RefuseDisplay,
): Decided {
  const known = state.displays.get(display)
  if (!known) refuse('display-unknown', 'display')
  return {
    event: { type: 'display.forgotten', subject: subjectOfDisplay(display), data: { display } },
    version: known?.version ?? 0,
  }
}
