// The way into an entry session: PIN or phone; where nobody signs in, a name. Without a line it says so and offers nothing that can't work.
import { type ReactNode, type SubmitEvent, useEffect, useState, useSyncExternalStore } from 'react'
import { MIN_PIN } from '../../../shared/access/pin-rule.ts'
import type { EntryReply } from '../../../shared/entry/api-schema.ts'
import { opensHereOnly } from '../../../shared/loopback.ts'
import { useMe } from '../../access/me.ts'
import { type Answer, problemWords } from '../../app/post-json.ts'
import { Button } from '../../kit/button.tsx'
import { Notice } from '../../kit/notice.tsx'
import { QrPicture } from '../../kit/qr-picture.tsx'
import { BROWSER_CLOCK } from '../../live/live-store.ts'
import { beginByName, beginByPin } from './begin-entry.ts'
import { createCodeAgent } from './code-agent.ts'
import { useDesk, useEntryWords, useLine, useSession } from './entry-hooks.ts'
import { PinPad } from './pin-pad.tsx'
import styles from './sign-in-screen.module.css'

type Props = { readonly unitId: string; readonly unitName: string | undefined }

export function SignInScreen({ unitId, unitName }: Props) {
  const { t } = useEntryWords()
  const { ended } = useSession()
  const isLineUp = useLine()
  const who = useMe()?.who.kind
  return (
    <section className={styles.screen}>
      <header>
        <h2>{t('signIn.title')}</h2>
        {unitName !== undefined && <p className={styles.for}>{t('signIn.for', { unit: unitName })}</p>}
      </header>
      {ended && (
        <Notice kind="info" title={t(ended === 'time' ? 'signIn.endedTime' : 'signIn.endedStation')}>
          {t('signIn.endedHow')}
        </Notice>
      )}
      {!isLineUp ? (
        <Notice kind="warning" title={t('signIn.offline')}>
          {t('signIn.offlineHow')}
        </Notice>
      ) : who === 'person' ? (
        <Notice kind="info" title={t('signIn.notKiosk')}>
          {t('signIn.notKioskHow')}
        </Notice>
      ) : who === 'local' ? (
        <ByName unitId={unitId} />
      ) : (
        <div className={styles.ways}>
          <ByPin unitId={unitId} />
          <ByPhone unitId={unitId} />
        </div>
      )}
    </section>
  )
}

function useBeginning() {
  const { t, language } = useEntryWords()
  const { session } = useDesk()
  const [isBusy, setBusy] = useState(false)
  const [fault, setFault] = useState<string>()
  async function begin(ask: () => Promise<Answer<EntryReply>>): Promise<void> {
    setBusy(true)
    setFault(undefined)
    const answer = await ask()
    setBusy(false)
    if (answer.body) session.begin(answer.body)
    else setFault(answer.problem?.errors?.[0]?.[language] ?? problemWords(answer.problem, language) ?? t('signIn.away'))
  }
  return { isBusy, fault, setFault, begin }
}

function ByPin({ unitId }: { readonly unitId: string }) {
  const { t } = useEntryWords()
  const { isBusy, fault, setFault, begin } = useBeginning()
  const [login, setLogin] = useState('')
  const [pin, setPin] = useState('')
  const submit = async () => {
    if (login.trim() === '') return setFault(t('signIn.missingLogin'))
    if (pin.length < MIN_PIN) return setFault(t('signIn.missingPin'))
    await begin(() => beginByPin(unitId, login, pin))
    // Whether it was right or wrong, nobody after sees it.
    setPin('')
  }
  return (
    <Way title={t('signIn.pin')} fault={fault} isBusy={isBusy} onSubmit={submit} hint={t('signIn.noPin')}>
      <TypedText label={t('signIn.login')} name="login" value={login} onChange={setLogin} />
      <PinPad pin={pin} onChange={setPin} />
    </Way>
  )
}

function ByName({ unitId }: { readonly unitId: string }) {
  const { t } = useEntryWords()
  const { isBusy, fault, setFault, begin } = useBeginning()
  const [name, setName] = useState('')
  const submit = async () => {
    if (name.trim().length < 2) return setFault(t('signIn.missingName'))
    await begin(() => beginByName(unitId, name))
  }
  return (
    <Way title={t('signIn.name')} fault={fault} isBusy={isBusy} onSubmit={submit} hint={t('signIn.nameHow')}>
      <TypedText label={t('signIn.name')} name="name" value={name} onChange={setName} />
    </Way>
  )
}

type WayProps = {
  readonly title: string
  readonly fault: string | undefined
  readonly isBusy: boolean
  readonly hint: string
  readonly onSubmit: () => Promise<void>
  readonly children: ReactNode
}

function Way({ title, fault, isBusy, hint, onSubmit, children }: WayProps) {
  const { t } = useEntryWords()
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!isBusy) void onSubmit()
  }
  return (
    <form className={styles.way} aria-label={title} noValidate onSubmit={submit}>
      <h3>{title}</h3>
      {children}
      {fault !== undefined && <Notice kind="error" title={fault} />}
      <Button kind="primary" type="submit" isBusy={isBusy} busyWords={t('signIn.beginning')}>
        {t('signIn.begin')}
      </Button>
      <p className={styles.hint}>{hint}</p>
    </form>
  )
}

type TypedProps = {
  readonly label: string
  readonly name: string
  readonly value: string
  readonly onChange: (value: string) => void
}

function TypedText({ label, name, value, onChange }: TypedProps) {
  return (
    <label className={styles.typed}>
      <span>{label}</span>
      <input
        type="text"
        name={name}
        // The next person's browser must not offer who was here before.
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={64}
        value={value}
        onChange={event => onChange(event.target.value)}
      />
    </label>
  )
}

function ByPhone({ unitId }: { readonly unitId: string }) {
  const { t } = useEntryWords()
  const { session } = useDesk()
  const [agent] = useState(() => createCodeAgent({ unit: unitId, clock: BROWSER_CLOCK }, session.begin))
  useEffect(() => agent.run(), [agent])
  const shown = useSyncExternalStore(agent.onChange, agent.shown)
  return (
    <section className={styles.way} aria-label={t('signIn.phone')}>
      <h3>{t('signIn.phone')}</h3>
      {!(shown && opensHereOnly(shown.address)) && <p className={styles.hint}>{t('signIn.phoneHow')}</p>}
      {shown && opensHereOnly(shown.address) ? (
        <Notice kind="info" title={t('signIn.phoneHereOnly')}>
          {t('signIn.phoneHereOnlyHow', { address: new URL(shown.address).origin })}
        </Notice>
      ) : shown ? (
        <>
          <QrPicture className={styles.picture} address={shown.address} label={t('signIn.phonePicture')} />
          <p className={styles.code}>
            {t('signIn.phoneCode', { code: `${shown.code.slice(0, 3)} ${shown.code.slice(3)}` })}
          </p>
        </>
      ) : (
        <p className={styles.hint}>{t('signIn.phoneAsking')}</p>
      )}
    </section>
  )
}
