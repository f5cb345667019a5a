// Writes a profile: a new one, a copy, or the next version of one that is there. What it comes to is drawn and judged while one types.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DisplayState, HeldProfile } from '../../../shared/displays/state.ts'
import { Button } from '../../kit/button.tsx'
import { Notice } from '../../kit/notice.tsx'
import { numberText } from '../../kit/number-text.ts'
import { newKey } from '../../programme/send-command.ts'
import { DisplayCommandForm } from '../display-command-form.tsx'
import { FormGroups } from './form-groups.tsx'
import { FormName } from './form-name.tsx'
import { FormReading } from './form-reading.tsx'
import { FormRest } from './form-rest.tsx'
import { FormScreens } from './form-screens.tsx'
import { freshProfile } from './fresh-profile.ts'
import { draftOfProfile, type ProfileDraft, rebaseProfile } from './profile-draft.ts'
import { type Missing, missingOfProfile, profileOf } from './profile-of-draft.ts'
import { freeSlug } from './slug.ts'

type Start = { readonly kind: 'new' } | { readonly kind: 'edit' | 'copy'; readonly held: HeldProfile }
type Props = { readonly state: DisplayState; readonly start: Start; readonly onClose: () => void }

/** What each part of the form is given. */
export type ProfilePartProps = {
  readonly draft: ProfileDraft
  readonly onChange: (change: Partial<ProfileDraft>) => void
}

export function ProfileForm({ state, start: given, onClose }: Props) {
  const { t } = useTranslation('fleet')
  // What the form opened on stays, whatever is saved meanwhile.
  const [start] = useState(given)
  const held = start.kind === 'edit' ? start.held : undefined
  const [base, setBase] = useState((): ProfileDraft => {
    if (start.kind === 'new') return { ...draftOfProfile(freshProfile(), newKey), id: undefined }
    const draft = draftOfProfile(start.held.profile, newKey)
    return start.kind === 'edit' ? draft : { ...draft, id: undefined, name: t('form.copyName', { name: draft.name }) }
  })
  const [draft, setDraft] = useState(base)
  const [seenVersion, setSeenVersion] = useState(held?.version ?? 0)
  const [isRefused, setRefused] = useState(false)

  const id = draft.id ?? freeSlug(draft.name, slug => state.profiles.has(slug))
  const isIdTaken = !held && draft.id !== undefined && state.profiles.has(draft.id)
  const newest = held && state.profiles.get(held.profile.id)
  const hasMoved = held !== undefined && (newest?.version ?? 0) !== seenVersion
  const missing = missingOfProfile(draft, id)
  const profile = profileOf(draft, id)
  const change = (part: Partial<ProfileDraft>) => setDraft(before => ({ ...before, ...part }))
  const goOn = () => {
    if (newest) {
      const theirs = draftOfProfile(newest.profile, newKey)
      setDraft(rebaseProfile(base, draft, theirs))
      setBase(theirs)
    }
    setSeenVersion(newest?.version ?? 0)
    setRefused(false)
  }
  const missingWords = (one: Missing): string =>
    one.what === 'number'
      ? t('form.missing.number', { min: numberText(one.min), max: numberText(one.max) })
      : t(`form.missing.${one.what}`, { max: one.what === 'slug' ? one.max : undefined })
  return (
    <DisplayCommandForm
      title={held ? t('form.editTitle', { name: held.profile.name }) : t('form.newTitle')}
      description={t('form.about')}
      submitWords={t('form.save')}
      said={t('form.saved', { name: draft.name.trim() })}
      width="wide"
      isDirty={draft !== base}
      command={() =>
        missing.length === 0 && profile
          ? { command: 'save-profile', data: { profile, expected: seenVersion } }
          : undefined
      }
      missing={() => ({
        ...Object.fromEntries(missing.map(one => [one.field, missingWords(one)])),
        ...(isIdTaken ? { 'profile.id': t('form.idTaken') } : {}),
      })}
      isSubmitDisabled={hasMoved || isRefused}
      onConflict={() => setRefused(true)}
      onClose={onClose}
    >
      {(hasMoved || isRefused) && (
        <Notice
          kind="warning"
          isUrgent
          title={t('form.conflict')}
          actions={
            <Button isDisabled={!hasMoved} onClick={goOn}>
              {t('form.goOn')}
            </Button>
          }
        >
          {t('form.conflictHint')}
        </Notice>
      )}
      <FormName draft={draft} onChange={change} id={id} isIdFixed={held !== undefined} />
      <FormReading draft={draft} onChange={change} profile={profile} />
      <FormScreens draft={draft} onChange={change} />
      <FormGroups draft={draft} onChange={change} />
      <FormRest draft={draft} onChange={change} />
    </DisplayCommandForm>
  )
}
