// The frame of the pages of administration: head, the parts there are for this account, and what is open.
import './words/vocabulary.ts'
import type { ReactNode } from 'react'
import { useParameters } from '../app/address.ts'
import { addressInLanguage } from '../app/areas.ts'
import { PanelBoundary } from '../app/panel-boundary.tsx'
import { ScreenProvider } from '../app/screen-provider.tsx'
import { PageHead } from '../design/page-head.tsx'
import { SubNav } from '../kit/sub-nav.tsx'
import { ToastProvider } from '../kit/toast-region.tsx'
import styles from './admin-frame.module.css'
import { useAccessWords } from './form-words.ts'
import { useMe } from './me.ts'
import { mayOpen } from './page-rights.ts'

/** For the count in the head. */
const FOLLOWS = ['alarm'] as const
const PARTS = [
  { part: 'accounts', page: 'accounts', path: '/admin/accounts' },
  { part: 'log', page: 'access-log', path: '/admin/access-log' },
] as const

type Props = { readonly part: (typeof PARTS)[number]['part']; readonly children: ReactNode }

export function AdminFrame({ part, children }: Props) {
  const { t } = useAccessWords()
  const me = useMe()
  useParameters()
  const links = PARTS.filter(({ page }) => mayOpen(me, page)).map(one => ({
    to: addressInLanguage(one.path),
    title: t(`accounts.part.${one.part}`),
  }))
  return (
    <ScreenProvider scope="province" follows={FOLLOWS}>
      <ToastProvider words={{ region: t('form.messages'), dismiss: t('form.close') }}>
        <PageHead title={t('accounts.area')} area={undefined} />
        <div className={styles.bar}>
          <SubNav
            label={t('accounts.navigation')}
            links={links}
            currentTo={links.find(({ title }) => title === t(`accounts.part.${part}`))?.to}
          />
        </div>
        <main className={styles.body} id="main">
          <PanelBoundary>{children}</PanelBoundary>
        </main>
      </ToastProvider>
    </ScreenProvider>
  )
}
