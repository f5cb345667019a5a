// /account/kiosk?code=…: what an officer's own phone shows after scanning a kiosk: which display asks, for which unit; approve, or not.
import '../kiosk/entry/words/vocabulary.ts'
import './words/vocabulary.ts'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LookEntryCodeReply } from '../../shared/entry/api-schema.ts'
import { useParameters } from '../app/address.ts'
import { postJson } from '../app/post-json.ts'
import { PageHead } from '../design/page-head.tsx'
import { shortId } from '../displays/display-id.ts'
import { Button } from '../kit/button.tsx'
import { Notice } from '../kit/notice.tsx'
import styles from './approve-entry-page.module.css'

type Stage =
  | { readonly kind: 'looking' | 'gone' | 'away' | 'approved' | 'refused' }
  | { readonly kind: 'found'; readonly kiosk: LookEntryCodeReply }

const ROOT = '/api/v1/entry/codes'
const stageOf = (status: number): Stage => ({ kind: status === 0 || status >= 500 ? 'away' : 'gone' })

export function ApproveEntryPage() {
  const { t } = useTranslation('entry')
  const code = useParameters().get('code') ?? ''
  const [stage, setStage] = useState<Stage>({ kind: 'looking' })
  const [isBusy, setBusy] = useState(false)
  useEffect(() => {
    let isGone = false
    void postJson<LookEntryCodeReply>(`${ROOT}/look`, { code }).then(({ body, status }) => {
      if (!isGone) setStage(body ? { kind: 'found', kiosk: body } : stageOf(status))
    })
    return () => {
      isGone = true
    }
  }, [code])
  const approve = async () => {
    setBusy(true)
    const { body, status } = await postJson(`${ROOT}/approve`, { code })
    setBusy(false)
    setStage(body ? { kind: 'approved' } : stageOf(status))
  }
  return (
    <>
      <PageHead title={t('phone.title')} area={undefined} isLive={false} />
      <main className={styles.page} id="main">
        {stage.kind === 'looking' && <p role="status">{t('loading')}</p>}
        {stage.kind === 'gone' && <Notice kind="error" title={t('phone.gone')} />}
        {stage.kind === 'away' && <Notice kind="error" title={t('phone.away')} />}
        {stage.kind === 'approved' && (
          <Notice kind="success" title={t('phone.approved')}>
            {t('phone.approvedHow')}
          </Notice>
        )}
        {stage.kind === 'refused' && (
          <Notice kind="info" title={t('phone.refusedTitle')}>
            {t('phone.refusedHow')}
          </Notice>
        )}
        {stage.kind === 'found' && (
          <>
            <Kiosk kiosk={stage.kiosk} code={code} />
            {stage.kiosk.mayEnter ? (
              <>
                <p className={styles.only}>{t('phone.only')}</p>
                <div className={styles.ways}>
                  <Button kind="primary" isBusy={isBusy} onClick={() => void approve()}>
                    {t('phone.approve')}
                  </Button>
                  <Button onClick={() => setStage({ kind: 'refused' })}>{t('phone.refuse')}</Button>
                </div>
              </>
            ) : (
              <Notice kind="warning" title={t('phone.mayNot', { unit: stage.kiosk.unitName })} />
            )}
          </>
        )}
      </main>
    </>
  )
}

function Kiosk({ kiosk, code }: { readonly kiosk: LookEntryCodeReply; readonly code: string }) {
  const { t } = useTranslation('entry')
  return (
    <section className={styles.kiosk} aria-label={t('phone.asks')}>
      <h2>{t('phone.asks')}</h2>
      <dl>
        <Row title={t('phone.display')}>
          {kiosk.displayName ?? t('phone.noName')} · {shortId(kiosk.display)}
        </Row>
        <Row title={t('phone.unit')}>{kiosk.unitName}</Row>
        <Row title={t('phone.code')}>
          <span className={styles.code}>{`${code.slice(0, 3)} ${code.slice(3)}`}</span>
        </Row>
      </dl>
    </section>
  )
}

const Row = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <div className={styles.row}>
    <dt>{title}</dt>
    <dd>{children}</dd>
  </div>
)
