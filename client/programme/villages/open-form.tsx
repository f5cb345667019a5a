// The entry form of a village's page that the address names. None while the past is shown.
import { VILLAGE_FACTS } from '../../../shared/programme/facts.ts'
import type { VillageState } from '../../../shared/programme/state.ts'
import { useParameters } from '../../app/address.ts'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { DossierForm } from './dossier-form.tsx'
import { FactForm } from './fact-form.tsx'
import { LinkForm } from './link-form.tsx'
import { MilestoneForm } from './milestone-form.tsx'
import { RecognitionForm } from './recognition-form.tsx'
import { closeForm, VILLAGE_FORMS } from './village-form.ts'

type Props = { readonly view: ProgrammeView; readonly village: VillageState }

export function OpenForm({ view, village }: Props) {
  const parameters = useParameters()
  const form = VILLAGE_FORMS.find(one => one === parameters.get('form'))
  const item = parameters.get('item') ?? undefined
  if (!form || view.isPast) return null
  const common = { view, village, onClose: closeForm }
  switch (form) {
    case 'fact': {
      const fact = VILLAGE_FACTS.find(one => one === item)
      return fact ? <FactForm {...common} fact={fact} /> : null
    }
    case 'milestone':
      return <MilestoneForm {...common} milestone={item} />
    case 'dossier':
      return <DossierForm {...common} />
    case 'recognition':
      return <RecognitionForm {...common} />
    case 'link':
      return <LinkForm {...common} />
    default:
      return form satisfies never
  }
}
