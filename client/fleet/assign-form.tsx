// Gives a display its name, its profile, and the screen of it that its window fills.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FleetRow } from '../../shared/displays/api-schema.ts'
import { DISPLAY_LIMITS } from '../../shared/displays/limits.ts'
import type { DisplayState } from '../../shared/displays/state.ts'
import { shortId } from '../displays/display-id.ts'
import { RadioGroup } from '../kit/radio-group.tsx'
import { SelectField } from '../kit/select-field.tsx'
import { TextField } from '../kit/text-field.tsx'
import { DisplayCommandForm } from './display-command-form.tsx'

/** No screen has an empty id. */
const WHOLE = ''

type Props = { readonly state: DisplayState; readonly row: FleetRow; readonly onClose: () => void }

export function AssignForm({ state, row, onClose }: Props) {
  const { t } = useTranslation('fleet')
  const { t: word } = useTranslation('displays')
  const { display } = row
  const [name, setName] = useState(row.name ?? '')
  const [profileId, setProfileId] = useState(row.profile ?? undefined)
  const [screen, setScreen] = useState(row.screen ?? WHOLE)
  const profile = profileId === undefined ? undefined : state.profiles.get(profileId)?.profile
  const others = [...state.displays.values()].filter(other => other.display !== display && other.profile === profileId)
  const screenWords = (id: string) => {
    const own = id === WHOLE ? word('wholeCanvas') : word('screen', { id })
    const shownBy = others.filter(other => (other.screen ?? WHOLE) === id).map(other => other.name)
    return shownBy.length === 0 ? own : t('assign.shownBy', { screen: own, name: shownBy.join(', ') })
  }
  const chooseProfile = (id: string | undefined) => {
    setProfileId(id)
    setScreen(WHOLE)
  }
  return (
    <DisplayCommandForm
      title={t('assign.title')}
      description={t('assign.about', { id: shortId(display) })}
      submitWords={t('assign.save')}
      said={t('assign.sent', { name })}
      isDirty={
        name !== (row.name ?? '') || profileId !== (row.profile ?? undefined) || screen !== (row.screen ?? WHOLE)
      }
      command={() =>
        profileId === undefined
          ? undefined
          : {
              command: 'assign-display',
              data: { display, name: name.trim(), profile: profileId, screen: screen === WHOLE ? null : screen },
            }
      }
      missing={() => ({
        ...(name.trim() === '' ? { name: t('form.missing.name') } : {}),
        ...(profileId === undefined ? { profile: t('assign.missingProfile') } : {}),
      })}
      onClose={onClose}
    >
      <TextField
        name="name"
        label={t('assign.nameField')}
        hint={t('assign.nameHint')}
        isRequired
        maxLength={DISPLAY_LIMITS.name.max}
        value={name}
        onChange={setName}
      />
      <SelectField
        name="profile"
        label={t('assign.profile')}
        isRequired
        noneWords={t('assign.chooseProfile')}
        options={[...state.profiles.values()].map(held => ({ value: held.profile.id, label: held.profile.name }))}
        value={profile?.id}
        onChange={chooseProfile}
      />
      {profile && (
        <RadioGroup
          name="screen"
          label={t('assign.screen')}
          options={[WHOLE, ...profile.screens.map(({ id }) => id)].map(id => ({ value: id, label: screenWords(id) }))}
          value={screen}
          onChange={setScreen}
        />
      )}
    </DisplayCommandForm>
  )
}
