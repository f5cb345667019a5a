// The cell that the address names, opened over the page: what is known of it, or the form that assesses it.
import type { SetState } from '../../../shared/programme/state.ts'
import { navigate, useParameters, withParameters } from '../../app/address.ts'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { AssessForm } from './assess-form.tsx'
import { CellDialog, standingAt } from './cell-dialog.tsx'
import { cellPlaceOf } from './cell-place.ts'

type Props = { readonly view: ProgrammeView; readonly set: SetState }

/** Nothing when the address names no cell, or one that isn't there. */
export function OpenCell({ view, set }: Props) {
  const parameters = useParameters()
  const place = cellPlaceOf(parameters.get('cell'))
  const village = place && view.state.villages.get(place.village)
  const standing = place && standingAt(view, set, place.village, place.indicator)
  if (!village || !standing) return null
  const close = () => navigate(withParameters({ cell: undefined, form: undefined }))
  const isForm = parameters.get('form') === 'assess' && !view.isPast
  const common = { view, set, village, standing }
  return (
    <>
      <CellDialog {...common} onClose={close} />
      {/* Over what is known, so that the focus goes back the way it came. */}
      {isForm && <AssessForm {...common} onClose={() => navigate(withParameters({ form: undefined }))} />}
    </>
  )
}
