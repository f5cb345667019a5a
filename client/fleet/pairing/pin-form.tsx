// Sets or takes away the PIN that opens the service page of one display, or of all that have none of their own.
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SetDisplayPin } from '../../../shared/access/display-pin-schema.ts'
import { MAX_PIN, MIN_PIN, pinFault } from '../../../shared/access/pin-rule.ts'
import { formatDate } from '../../design/time-format.ts'
import { CheckboxField } from '../../kit/checkbox-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { useToasts } from '../../kit/toast-region.tsx'
import { EntryDialog } from '../../programme/entry-dialog.tsx'
import { PINS_KEY, usePins } from './pins-query.ts'
import { usePairingSender } from './send-pairing.ts'

type Props = {
  /** Null = the one for all. */
  readonly display: string | null
  /** Of the display. */
  readonly name: string
  readonly onClose: () => void
}

export function PinForm({ display, name, onClose }: Props) {
  const { t } = useTranslation('fleet')
  const { tell } = useToasts()
  const queries = useQueryClient()
  const { send } = usePairingSender()
  const held = usePins(true)?.find(one => one.display === display)
  const [pin, setPin] = useState('')
  const [isRemoved, setRemoved] = useState(false)
  const check = () => {
    const fault = isRemoved ? undefined : pinFault(pin)
    return fault ? { pin: t(`pin.fault.${fault}`, { min: MIN_PIN, max: MAX_PIN }) } : {}
  }
  const submit = async () => {
    const errors = await send('service/pins', { display, pin: isRemoved ? null : pin } satisfies SetDisplayPin)
    if (errors) return errors
    await queries.invalidateQueries({ queryKey: PINS_KEY })
    tell('done', t(isRemoved ? 'pin.removed' : 'pin.set'))
    onClose()
    return undefined
  }
  return (
    <EntryDialog
      title={display === null ? t('pin.titleAll') : t('pin.title', { name })}
      description={t(display === null ? 'pin.aboutAll' : 'pin.about')}
      width="narrow"
      isDirty={pin !== '' || isRemoved}
      check={check}
      onSubmit={submit}
      submitWords={t('assign.save')}
      onClose={onClose}
    >
      <p>
        {held ? t('pin.held', { date: formatDate(held.setAt), by: held.setBy.replace(/^person:/, '') }) : t('pin.none')}
      </p>
      <TextField
        name="pin"
        label={t('pin.field')}
        hint={t('pin.hint', { min: MIN_PIN, max: MAX_PIN })}
        kind="password"
        autoComplete="new-password"
        maxLength={MAX_PIN}
        isRequired={!isRemoved}
        isDisabled={isRemoved}
        value={pin}
        onChange={setPin}
      />
      {held && <CheckboxField name="remove" label={t('pin.remove')} isChecked={isRemoved} onChange={setRemoved} />}
    </EntryDialog>
  )
}
