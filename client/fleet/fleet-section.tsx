// The fleet: how many displays there are and how they stand, then one card for each, most troubled first.
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FleetRow } from '../../shared/displays/api-schema.ts'
import type { DisplayState } from '../../shared/displays/state.ts'
import { useMay } from '../access/me.ts'
import { formatClock } from '../design/time-format.ts'
import { shortId } from '../displays/display-id.ts'
import { Button } from '../kit/button.tsx'
import { Notice } from '../kit/notice.tsx'
import { useMoment } from '../live/live-hooks.tsx'
import { AssignForm } from './assign-form.tsx'
import { DisplayCard } from './display-card.tsx'
import { FLEET_KEY, isUnheard, useFleet } from './fleet-query.ts'
import { mostTroubledFirst, summaryOf } from './fleet-rows.ts'
import styles from './fleet-section.module.css'
import { FleetSummaryLine } from './fleet-summary-line.tsx'
import { ForgetForm } from './forget-form.tsx'
import { MANAGE } from './manage-deed.ts'
import { ChangeGrantForm } from './pairing/change-grant-form.tsx'
import { CopiedNotice } from './pairing/copied-notice.tsx'
import { PairForm } from './pairing/pair-form.tsx'
import { usePairings } from './pairing/paired-query.ts'
import { pairingOf, pairingTroubleFirst, withPaired } from './pairing/pairing-standing.ts'
import { PinForm } from './pairing/pin-form.tsx'
import { RevokeForm } from './pairing/revoke-form.tsx'
import { ReloadQuestion } from './reload-question.tsx'
import { useOrders } from './use-orders.ts'

export type CardTask = 'assign' | 'forget' | 'reload' | 'grant' | 'revoke' | 'pin'

export function FleetSection({ state }: { readonly state: DisplayState }) {
  const { t } = useTranslation('fleet')
  const { t: word } = useTranslation('displays')
  const { serverNow } = useMoment()
  const { data: fleet, isError } = useFleet()
  const [open, setOpen] = useState<{ readonly row: FleetRow; readonly task: CardTask }>()
  const { order, endReplay } = useOrders()
  useFleetAfter(state.lastId)

  const { isNeeded, mayManage, reply } = usePairings()
  const [isPairing, setPairing] = useState(false)
  const [isSettingPin, setSettingPin] = useState(false)
  const mayOrder = useMay()(MANAGE)
  const pairedOf = ({ display }: FleetRow) => reply?.displays.find(one => one.display === display)
  const now = serverNow ?? reply?.now ?? 0
  const rows = pairingTroubleFirst(mostTroubledFirst(withPaired(fleet?.displays ?? [], reply)), row =>
    pairingOf(pairedOf(row), now),
  )
  const isOld = fleet !== undefined && (isUnheard(fleet.now, serverNow) || isError)
  const nameOf = ({ name, display }: FleetRow) => name ?? `${word('unnamed')} · ${shortId(display)}`
  const close = () => setOpen(undefined)
  const openPaired = open && pairedOf(open.row)
  return (
    <div className={styles.section}>
      <header className={styles.head}>
        <div>
          <h2>{t('fleet.title')}</h2>
          <p>{t('fleet.about')}</p>
        </div>
        {fleet && rows.length > 0 && <FleetSummaryLine summary={summaryOf(rows)} isOld={isOld} />}
        {mayOrder && <Button onClick={() => setSettingPin(true)}>{t('pin.buttonAll')}</Button>}
        {isNeeded && mayManage && (
          <Button kind="primary" icon="plus" onClick={() => setPairing(true)}>
            {t('pairing.button')}
          </Button>
        )}
      </header>
      {rows.map(row => {
        const at = pairedOf(row)?.copiedAt ?? null
        return at === null ? null : <CopiedNotice key={row.display} name={nameOf(row)} at={at} />
      })}
      {isOld && (
        <Notice kind="warning" title={t('fleet.unheard', { time: formatClock(fleet.now) })}>
          {t('fleet.unheardMeaning')}
        </Notice>
      )}
      {!fleet &&
        (isError ? <Notice kind="warning" title={t('fleet.neverHeard')} /> : <p role="status">{t('loading')}</p>)}
      {fleet && rows.length === 0 && (
        <Notice kind="info" title={t('fleet.empty')}>
          <p>{t(isNeeded ? 'fleet.emptyPair' : 'fleet.emptyHow')}</p>
          <p className={styles.address}>{`${location.origin}/wall`}</p>
        </Notice>
      )}
      <ul className={styles.cards}>
        {rows.map(row => (
          <li key={row.display}>
            <DisplayCard
              row={row}
              name={nameOf(row)}
              profile={row.profile === null ? undefined : state.profiles.get(row.profile)?.profile}
              isOld={isOld}
              pairing={isNeeded && reply ? { paired: pairedOf(row), now, mayManage } : undefined}
              onOrder={kind => void order(row, nameOf(row), kind)}
              onEndReplay={() => void endReplay(row, nameOf(row))}
              onTask={task => setOpen({ row, task })}
            />
          </li>
        ))}
      </ul>
      {isSettingPin && <PinForm display={null} name="" onClose={() => setSettingPin(false)} />}
      {open?.task === 'pin' && <PinForm display={open.row.display} name={nameOf(open.row)} onClose={close} />}
      {open?.task === 'assign' && <AssignForm state={state} row={open.row} onClose={close} />}
      {open?.task === 'forget' && <ForgetForm row={open.row} name={nameOf(open.row)} onClose={close} />}
      {isPairing && <PairForm state={state} onClose={() => setPairing(false)} />}
      {open?.task === 'grant' && openPaired && (
        <ChangeGrantForm paired={openPaired} name={nameOf(open.row)} onClose={close} />
      )}
      {open?.task === 'revoke' && <RevokeForm display={open.row.display} name={nameOf(open.row)} onClose={close} />}
      {open?.task === 'reload' && (
        <ReloadQuestion
          name={nameOf(open.row)}
          onReload={() => void order(open.row, nameOf(open.row), 'reload')}
          onClose={close}
        />
      )}
    </div>
  )
}

/** What somebody changed shows at once, not with the next poll. */
function useFleetAfter(lastId: number): void {
  const queries = useQueryClient()
  useEffect(() => {
    if (lastId > 0) void queries.invalidateQueries({ queryKey: FLEET_KEY })
  }, [queries, lastId])
}
