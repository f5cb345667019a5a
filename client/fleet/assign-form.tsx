// Gives a display its name, its profile, and the screen of it that its window fills.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FleetRow } from '../../shared/displays/api-schema.ts'
import type { DisplayState } from '../../shared/displays/state.ts'
import { shortId } from '../displays/display-id.ts'
import { DisplayCommandForm } from './display-command-form.tsx'
import { type DisplayPlace, PlaceFields, WHOLE } from './place-fields.tsx'

type Props = { readonly state: DisplayState; readonly row: FleetRow; readonly onClose: () => void }

export function AssignForm({ state, row, onClose }: Props) {
  const { t } = useTranslation('fleet')
  const { display } = row
  const before = { name: row.name ?? '', profile: row.profile ?? undefined, screen: row.screen ?? WHOLE }
  const [place, setPlace] = useState<DisplayPlace>(before)
  const { name, profile, screen } = place
  const others = [...state.displays.values()].filter(other => other.display !== display && other.profile === profile)
  const screenWords = (id: string, own: string) => {
    const shownBy = others.filter(other => (other.screen ?? WHOLE) === id).map(other => other.name)
    return shownBy.length === 0 ? own : t('assign.shownBy', { screen: own, name: shownBy.join(', ') })
  }
  return (
    <DisplayCommandForm
      title={t('assign.title')}
      description={t('assign.about', { id: shortId(display) })}
      submitWords={t('assign.save')}
      said={t('assign.sent', { name })}
      isDirty={name !== before.name || profile !== before.profile || screen !== before.screen}
      command={() =>
        profile === undefined
          ? undefined
          : {
              command: 'assign-display',
              data: { display, name: name.trim(), profile, screen: screen === WHOLE ? null : screen },
            }
      }
      missing={() => ({
        ...(name.trim() === '' ? { name: t('form.missing.name') } : {}),
        ...(profile === undefined ? { profile: t('assign.missingProfile') } : {}),
      })}
      onClose={onClose}
    >
      <PlaceFields state={state} place={place} onChange={setPlace} aboutScreen={screenWords} />
    </DisplayCommandForm>
  )
}
