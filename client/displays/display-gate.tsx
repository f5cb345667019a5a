// Stands before a wall or a kiosk: shows it to whoever was let in, and else the code by which it is let in.
import { createContext, type ReactNode, use, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { Me } from '../../shared/access/api-schema.ts'
import type { Family } from '../../shared/wire.ts'
import { queryClient } from '../app/rest.ts'
import { forgetKiosk } from '../kiosk/offline/forget-kiosk.ts'
import styles from './display-gate.module.css'
import { createOwnAccess, isOut } from './own-access.ts'
import { type OwnReach, reachOf } from './own-reach.ts'
import { PairingScreen } from './pairing-screen.tsx'

const OwnMeContext = createContext<Me | undefined>(undefined)
/** Shorter than this, a page that waits is only a page that loads. */
const PATIENCE_MS = 2_000

/** What this display may watch and follow. Without a gate: everything. The same one until it changes: sockets hang on it. */
export function useOwnReach(families: readonly Family[]): OwnReach {
  const said = JSON.stringify(reachOf(use(OwnMeContext), families))
  return useMemo(() => JSON.parse(said) as OwnReach, [said])
}

export function DisplayGate({ children }: { readonly children: ReactNode }) {
  // What it had loaded isn't for whoever is let in next.
  const [access] = useState(() =>
    createOwnAccess(() => {
      queryClient.clear()
      void forgetKiosk()
    }),
  )
  useEffect(() => access.run(), [access])
  const me = useSyncExternalStore(access.onChange, access.me)
  if (!me) return <Waiting />
  if (isOut(me)) return <PairingScreen onPaired={() => void access.ask()} />
  // Let in with another scope or class, it begins anew.
  const key = me.who.kind === 'display' ? `${me.who.display} ${me.who.scope} ${me.audience}` : me.who.kind
  return (
    <OwnMeContext key={key} value={me}>
      {children}
    </OwnMeContext>
  )
}

function Waiting() {
  const { t } = useTranslation('displays')
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    const waiting = setTimeout(() => setLong(true), PATIENCE_MS)
    return () => clearTimeout(waiting)
  }, [])
  return (
    <main id="main" className={styles.waiting} role="status">
      {isLong && <p>{t('pairing.away')}</p>}
    </main>
  )
}
