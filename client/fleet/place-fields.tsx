// What a display is called and shows: its name, a profile, and the screen of it that its window fills.
import { useTranslation } from 'react-i18next'
import { DISPLAY_LIMITS } from '../../shared/displays/limits.ts'
import type { DisplayState } from '../../shared/displays/state.ts'
import { RadioGroup } from '../kit/radio-group.tsx'
import { SelectField } from '../kit/select-field.tsx'
import { TextField } from '../kit/text-field.tsx'

/** The whole canvas; no screen has an empty id. */
export const WHOLE = ''

export type DisplayPlace = { readonly name: string; readonly profile: string | undefined; readonly screen: string }

type Props = {
  readonly state: DisplayState
  readonly place: DisplayPlace
  readonly onChange: (place: DisplayPlace) => void
  /** What is said of a screen beside its name. */
  readonly aboutScreen?: (id: string, words: string) => string
}

const asItIs = (_: string, words: string) => words

export function PlaceFields({ state, place, onChange, aboutScreen = asItIs }: Props) {
  const { t } = useTranslation('fleet')
  const { t: word } = useTranslation('displays')
  const { name, profile: id, screen } = place
  const profile = id === undefined ? undefined : state.profiles.get(id)?.profile
  return (
    <>
      <TextField
        name="name"
        label={t('assign.nameField')}
        hint={t('assign.nameHint')}
        isRequired
        maxLength={DISPLAY_LIMITS.name.max}
        value={name}
        onChange={typed => onChange({ ...place, name: typed })}
      />
      <SelectField
        name="profile"
        label={t('assign.profile')}
        isRequired
        noneWords={t('assign.chooseProfile')}
        options={[...state.profiles.values()].map(held => ({ value: held.profile.id, label: held.profile.name }))}
        value={profile?.id}
        onChange={chosen => onChange({ ...place, profile: chosen, screen: WHOLE })}
      />
      {profile && (
        <RadioGroup
          name="screen"
          label={t('assign.screen')}
          options={[WHOLE, ...profile.screens.map(one => one.id)].map(value => ({
            value,
            label: aboutScreen(value, value === WHOLE ? word('wholeCanvas') : word('screen', { id: value })),
          }))}
          value={screen}
          onChange={chosen => onChange({ ...place, screen: chosen })}
        />
      )}
    </>
  )
}
