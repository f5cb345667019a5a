// Lets a screen in: its code, which machine that is, then its name, what it shows, and what it is let in for.
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LookPairingReply } from '../../../shared/access/pairing-schema.ts'
import type { DisplayState } from '../../../shared/displays/state.ts'
import { useActor } from '../../access/actor.ts'
import { AlarmActorFields } from '../../alarms/alarm-actor.tsx'
import { formatClock } from '../../design/time-format.ts'
import { shortId } from '../../displays/display-id.ts'
import type { FieldErrors } from '../../kit/form-errors.ts'
import { Notice } from '../../kit/notice.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { useToasts } from '../../kit/toast-region.tsx'
import { EntryDialog } from '../../programme/entry-dialog.tsx'
import { type DisplayPlace, PlaceFields, WHOLE } from '../place-fields.tsx'
import type { Audience } from './grant.ts'
import { GrantFields } from './grant-fields.tsx'
import styles from './pairing.module.css'
import { usePairingSender } from './send-pairing.ts'

const DIGITS = 6

const ACTION = { kind: 'display', command: 'assign-display' } as const

type Props = { readonly state: DisplayState; readonly onClose: () => void }

export function PairForm({ state, onClose }: Props) {
  const { t } = useTranslation('fleet')
  const { tell } = useToasts()
  const actor = useActor(ACTION)
  const { send, errorsOf, ask } = usePairingSender()
  const [code, setCode] = useState('')
  const [found, setFound] = useState<LookPairingReply>()
  const [wrong, setWrong] = useState<string>()
  const [place, setPlace] = useState<DisplayPlace>({ name: '', profile: undefined, screen: WHOLE })
  const { name, profile, screen } = place
  const [scope, setScope] = useState('province')
  const [audience, setAudience] = useState<Audience>()
  const asked = useRef('')

  const typeCode = (text: string) => {
    const digits = text.replaceAll(/\D/g, '').slice(0, DIGITS)
    setCode(digits)
    if (digits === asked.current) return
    asked.current = digits
    setFound(undefined)
    setWrong(undefined)
    if (digits.length === DIGITS) void look(digits)
  }
  const look = async (digits: string) => {
    const answer = await ask<LookPairingReply>('pairings/look', { code: digits })
    if (asked.current !== digits) return
    setFound(answer.body)
    if (answer.body) {
      const known = state.displays.get(answer.body.display)
      if (known)
        setPlace(typed => ({
          ...(typed.profile === undefined ? { profile: known.profile, screen: known.screen ?? WHOLE } : typed),
          name: typed.name === '' ? known.name : typed.name,
        }))
      return
    }
    const errors = errorsOf(answer)
    setWrong(errors['code'] ?? errors[''])
    // The same digits can be tried again: after a wait, or when the screen has come to show them.
    asked.current = ''
  }
  const check = (): FieldErrors => ({
    ...(code.length < DIGITS ? { code: t('pairing.missing.code') } : {}),
    ...(name.trim() === '' ? { name: t('form.missing.name') } : {}),
    ...(profile === undefined ? { profile: t('assign.missingProfile') } : {}),
    ...(audience === undefined ? { audience: t('pairing.missing.class') } : {}),
  })
  const submit = async () => {
    const body = { code, name: name.trim(), profile, screen: screen || null, scope, audience, actor }
    const errors = await send('pairings/approve', body)
    if (errors) return errors
    tell('done', t('pairing.done', { name: name.trim() }))
    onClose()
    return undefined
  }
  return (
    <EntryDialog
      title={t('pairing.title')}
      description={t('pairing.about')}
      isDirty={code !== '' || name !== ''}
      check={check}
      onSubmit={submit}
      submitWords={t('pairing.send')}
      onClose={onClose}
    >
      <div className={styles.code}>
        <TextField
          name="code"
          label={t('pairing.code')}
          hint={t('pairing.codeHint')}
          error={wrong}
          isRequired
          kind="tel"
          maxLength={DIGITS + 1}
          value={code.length > 3 ? `${code.slice(0, 3)} ${code.slice(3)}` : code}
          onChange={typeCode}
        />
      </div>
      {found && (
        <Notice
          kind={found.isPaired ? 'warning' : 'info'}
          title={t('pairing.machine', { id: shortId(found.display), address: found.address })}
        >
          {t('pairing.asked', { time: formatClock(found.askedAt) })} {found.isPaired && t('pairing.replaces')}
        </Notice>
      )}
      <PlaceFields state={state} place={place} onChange={setPlace} />
      <GrantFields {...{ scope, audience }} onScope={setScope} onAudience={setAudience} />
      <AlarmActorFields doing={ACTION} />
    </EntryDialog>
  )
}
