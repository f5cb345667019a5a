// /alarms/acknowledge#<code>: what a link in a message opens, on whatever phone is at hand. Shows which alarm it is and acknowledges it
// by one press. Needs no live link.
import '../words/vocabulary.ts'
import '../../programme/words/vocabulary.ts'
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { MAX_REASON } from '../../../shared/alarms/command.ts'
import { useParameters } from '../../app/address.ts'
import { ThemeSwitch } from '../../design/theme-switch.tsx'
import { LanguageSwitch } from '../../i18n/language-switch.tsx'
import { Button, ButtonLink } from '../../kit/button.tsx'
import { Form, SubmitButton } from '../../kit/form.tsx'
import { Icon, type IconName } from '../../kit/icons.tsx'
import { EntryText } from '../../programme/entry-text.tsx'
import { momentWords } from '../alarm-names.ts'
import { addressOf } from '../section.ts'
import styles from './acknowledge-page.module.css'
import { type LinkStage, type OpenLink, stageAfterAcknowledge, stageAfterLook } from './link-stage.ts'
import { token as heldToken, takeToken, watchToken } from './link-token.ts'
import { LinkedAlarm } from './linked-alarm.tsx'
import { acknowledgeByLink, lookAtLink } from './send-link.ts'

export function AcknowledgePage() {
  const { t } = useTranslation()
  const { t: word } = useTranslation('alarms')
  useParameters()
  // Before anything is drawn.
  useState(takeToken)
  const token = useSyncExternalStore(watchToken, heldToken)
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>
          <span className={styles.brand}>{t('brand')}</span> {word('acknowledge.title')}
        </h1>
        <ThemeSwitch />
        <LanguageSwitch />
      </header>
      <main className={styles.body} id="main">
        {token === undefined ? (
          <Said icon="warning" title={word('acknowledge.noToken.title')}>
            {word('acknowledge.noToken.text')}
          </Said>
        ) : (
          <LinkOf key={token} token={token} />
        )}
      </main>
    </div>
  )
}

function LinkOf({ token }: { readonly token: string }) {
  const { t, i18n } = useTranslation('alarms')
  const [stage, setStage] = useState<LinkStage>({ kind: 'looking' })
  useEffect(() => {
    let isGone = false
    void lookAtLink(token).then(answer => {
      if (!isGone) setStage(stageAfterLook(answer))
    })
    return () => {
      isGone = true
    }
  }, [token])
  const lookAgain = async () => {
    setStage({ kind: 'looking' })
    setStage(stageAfterLook(await lookAtLink(token)))
  }
  switch (stage.kind) {
    case 'looking':
      return (
        <p className={styles.looking} role="status">
          {t('acknowledge.looking')}
        </p>
      )
    case 'open':
      return (
        <LinkedAlarm link={stage.link}>
          <AcknowledgeForm token={token} link={stage.link} onStage={setStage} />
        </LinkedAlarm>
      )
    case 'settled':
      return (
        <LinkedAlarm link={stage.link}>
          <Said icon="info" title={t('acknowledge.settled.title')}>
            {t('acknowledge.settled.text', { standing: t(`term.standing.${stage.link.standing}`) })}
          </Said>
        </LinkedAlarm>
      )
    case 'superseded':
      return (
        <LinkedAlarm link={stage.link}>
          <Said icon="warning" title={t('acknowledge.superseded.title')}>
            {t('acknowledge.superseded.text')}
          </Said>
        </LinkedAlarm>
      )
    case 'done':
      return (
        <Said icon="done" title={t('acknowledge.done.title')}>
          {t('acknowledge.done.text')}
        </Said>
      )
    case 'used':
      return (
        <Said icon="done" title={t('acknowledge.used.title')}>
          {t('acknowledge.used.text', { moment: momentWords(stage.usedAt) })}
        </Said>
      )
    case 'gone':
      return (
        <Said icon="warning" title={t('acknowledge.gone.title')}>
          {t('acknowledge.gone.text')}
        </Said>
      )
    case 'refused':
      return (
        <Said icon="warning" title={t('acknowledge.refused.title')}>
          {stage.reasons.map(reason => reason[i18n.language === 'en' ? 'en' : 'vi']).join(' ')}
        </Said>
      )
    case 'unreachable':
      return (
        <Said
          icon="warning"
          title={t('acknowledge.unreachable.title')}
          action={
            <Button kind="primary" onClick={() => void lookAgain()}>
              {t('acknowledge.unreachable.again')}
            </Button>
          }
        >
          {t('acknowledge.unreachable.text')}
        </Said>
      )
    default:
      return stage satisfies never
  }
}

type FormProps = {
  readonly token: string
  readonly link: OpenLink
  readonly onStage: (stage: LinkStage) => void
}

/** Stays with what was typed when the station can't be reached. */
function AcknowledgeForm({ token, link, onStage }: FormProps) {
  const { t } = useTranslation('alarms')
  const [comment, setComment] = useState('')
  const send = async () => {
    const stage = stageAfterAcknowledge(await acknowledgeByLink(token, comment.trim() === '' ? null : comment.trim()))
    if (stage.kind === 'unreachable')
      return { '': t(stage.isUnsure ? 'acknowledge.unreachable.unsure' : 'acknowledge.unreachable.text') }
    onStage(stage)
    return undefined
  }
  return (
    <div className={styles.form}>
      <Form
        label={t('acknowledge.title')}
        words={{ summary: () => t('acknowledge.unreachable.title'), failed: t('shell.failed') }}
        onSubmit={send}
        actions={
          <SubmitButton icon="check" busyWords={t('acknowledge.acknowledging')}>
            {t('acknowledge.acknowledge')}
          </SubmitButton>
        }
      >
        <EntryText
          max={MAX_REASON}
          name="comment"
          label={t('acknowledge.comment')}
          note={t('acknowledge.commentNote')}
          hint={t('acknowledge.commentHint')}
          rows={2}
          value={comment}
          onChange={setComment}
        />
      </Form>
      <p className={styles.about}>{t('acknowledge.about', { moment: momentWords(link.expiresAt) })}</p>
    </div>
  )
}

type SaidProps = {
  readonly icon: IconName
  readonly title: string
  readonly action?: ReactNode
  readonly children: ReactNode
}

function Said({ icon, title, action, children }: SaidProps) {
  const { t } = useTranslation('alarms')
  return (
    <section className={styles.said} data-icon={icon} role="status">
      <span className={styles.sign}>
        <Icon name={icon} />
      </span>
      <h2>{title}</h2>
      <p>{children}</p>
      {action}
      <ButtonLink to={addressOf('desk')}>{t('acknowledge.desk')}</ButtonLink>
    </section>
  )
}
