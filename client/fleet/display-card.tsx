// One display: what it looks like, how it stands, what it reports, and what can be done with it.

import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { PairedRow } from '../../shared/access/pairing-schema.ts'
import type { FleetRow } from '../../shared/displays/api-schema.ts'
import type { DisplayProfile } from '../../shared/displays/profile.ts'
import type { OrderKind } from '../../shared/displays/report.ts'
import { isReplayKey } from '../../shared/displays/scene.ts'
import { useMay } from '../access/me.ts'
import { Button } from '../kit/button.tsx'
import styles from './display-card.module.css'
import { DisplayFacts } from './display-facts.tsx'
import { DisplayPicture } from './display-picture.tsx'
import { DisplayStanding } from './display-standing.tsx'
import { isTroubled } from './fleet-rows.ts'
import type { CardTask } from './fleet-section.tsx'
import { MANAGE } from './manage-deed.ts'
import { PairingFacts } from './pairing/pairing-facts.tsx'

export type CardPairing = {
  readonly paired: PairedRow | undefined
  readonly now: number
  readonly mayManage: boolean
}

type Props = {
  readonly row: FleetRow
  readonly name: string
  /** Undefined when it has none, or one that is no longer there. */
  readonly profile: DisplayProfile | undefined
  /** What is known of it is no longer what is. */
  readonly isOld: boolean
  /** Undefined where displays need none. */
  readonly pairing: CardPairing | undefined
  readonly onOrder: (kind: OrderKind) => void
  readonly onEndReplay: () => void
  readonly onTask: (task: CardTask) => void
}

export function DisplayCard({ row, name, profile, isOld, pairing, onOrder, onEndReplay, onTask }: Props) {
  const { t } = useTranslation('fleet')
  const id = useId()
  const titleId = `${id}-title`
  const whyId = `${id}-why`
  const cannot = !row.isConnected
  const mayManage = useMay()(MANAGE)
  const why = cannot ? whyId : undefined
  return (
    <article
      className={styles.card}
      data-troubled={(isTroubled(row) || pairing?.paired?.copiedAt != null) && !isOld}
      aria-labelledby={titleId}
    >
      <DisplayPicture row={row} name={name} isOld={isOld} />
      <header className={styles.head}>
        <h3 id={titleId}>{name}</h3>
        <DisplayStanding row={row} isOld={isOld} />
      </header>
      <DisplayFacts row={row} profile={profile}>
        {pairing && <PairingFacts {...pairing} />}
      </DisplayFacts>
      <div className={styles.actions}>
        {mayManage && cannot && (
          <p id={whyId} className={styles.why}>
            {t('order.notConnected')}
          </p>
        )}
        {mayManage && (
          <>
            {isReplayKey(row.report?.scene ?? null) && (
              <Button isDisabled={cannot} describedBy={why} onClick={onEndReplay}>
                {t('order.endReplay')}
              </Button>
            )}
            <Button isDisabled={cannot} describedBy={why} onClick={() => onOrder('identify')}>
              {t('order.identify')}
            </Button>
            <Button isDisabled={cannot} describedBy={why} onClick={() => onOrder('thumbnail')}>
              {t('order.thumbnail')}
            </Button>
            <Button isDisabled={cannot} describedBy={why} onClick={() => onTask('reload')}>
              {t('order.reload')}
            </Button>
            <Button kind={row.name === null && row.isAlive ? 'primary' : 'plain'} onClick={() => onTask('assign')}>
              {row.name === null ? t('assign.name') : t('assign.change')}
            </Button>
            <Button kind="quiet" onClick={() => onTask('pin')}>
              {t('pin.button')}
            </Button>
            {pairing?.paired && pairing.mayManage && (
              <>
                {pairing.paired.copiedAt === null && (
                  <Button onClick={() => onTask('grant')}>{t('pairing.change')}</Button>
                )}
                <Button kind="quiet" onClick={() => onTask('revoke')}>
                  {t('pairing.revoke')}
                </Button>
              </>
            )}
            {row.name !== null && (
              <Button kind="quiet" onClick={() => onTask('forget')}>
                {t('forget.button')}
              </Button>
            )}
          </>
        )}
      </div>
    </article>
  )
}
