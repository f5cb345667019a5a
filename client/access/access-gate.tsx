// Stands before every page that people sit in front of: lets through whoever may, asks the others to sign in. What was being typed when a session ran out stays
// under the question.
import { useQuery } from '@tanstack/react-query'
import { Fragment, lazy, type ReactNode, useEffect, useState } from 'react'
import type { Me } from '../../shared/access/api-schema.ts'
import { replaceAddress } from '../app/address.ts'
import { useMe } from './me.ts'
import { meQuery } from './me-query.ts'
import { isForAnyone, mayOpen, type PageKind } from './page-rights.ts'

const SignInPage = lazy(async () => ({ default: (await import('./sign-in-page.tsx')).SignInPage }))
const SignInOver = lazy(async () => ({ default: (await import('./sign-in-over.tsx')).SignInOver }))
const ForbiddenPage = lazy(async () => ({ default: (await import('./forbidden-page.tsx')).ForbiddenPage }))

type Standing = { readonly page: PageKind; readonly account: string | undefined; readonly login: string }

type Props = {
  readonly page: PageKind
  readonly children: ReactNode
}

export function AccessGate({ page, children }: Props) {
  const { failureCount } = useQuery(meQuery)
  const me = useMe()
  const account = me?.who.kind === 'person' ? me.who.account : me?.who.kind
  /** Whose page stands here: it is left standing when their session runs out. */
  const [standing, setStanding] = useState<Standing>()
  const login = me?.who.kind === 'person' ? me.who.login : ''
  const isNobody = account === 'nobody'
  const isOpen = !isNobody && me !== undefined && mayOpen(me, page)
  const isOwn = standing?.page === page && (standing.account === account || isNobody)
  if (!isOwn && (isOpen || standing)) setStanding(isOpen ? { page, account, login } : undefined)

  useReturnToKiosk(isForAnyone(page) ? undefined : unitOfDisplay(me))

  if (isForAnyone(page)) return children
  // Nobody can be asked: the page itself says that the station is away.
  if (!me) return failureCount > 1 ? children : null
  if (isNobody && !isOwn) return <SignInPage />
  if (!isNobody && !isOpen) return <ForbiddenPage page={page} />
  return (
    <>
      {/* Another person begins with a page of their own. */}
      <Fragment key={isNobody ? standing?.account : account}>{children}</Fragment>
      {isNobody && <SignInOver login={standing?.login ?? ''} />}
    </>
  )
}

/** Of a display that was let in for one unit. */
const unitOfDisplay = (me: Me | undefined): string | undefined =>
  me?.who.kind === 'display' && me.who.scope.startsWith('unit:') ? me.who.scope.slice('unit:'.length) : undefined

/** Such a display has one page, wherever it was sent. */
function useReturnToKiosk(unitId: string | undefined): void {
  useEffect(() => {
    if (unitId !== undefined) replaceAddress(`/kiosk/${unitId}`)
  }, [unitId])
}
