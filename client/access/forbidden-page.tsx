// A page that isn't for this account: said calmly, with the ways that are open.
import { useTranslation } from 'react-i18next'
import { AREAS, addressInLanguage, addressOfArea, PAGE_OF_AREA } from '../app/areas.ts'
import { PageHead } from '../design/page-head.tsx'
import { ButtonLink } from '../kit/button.tsx'
import { useRegistry } from '../registry/registry-query.ts'
import styles from './forbidden-page.module.css'
import { useMe } from './me.ts'
import { mayOpen, ownUnits, type PageKind } from './page-rights.ts'

export function ForbiddenPage({ page }: { readonly page: PageKind }) {
  const { t } = useTranslation()
  const me = useMe()
  const units = ownUnits(me) ?? []
  const { data: registry } = useRegistry()
  const name = me?.who.kind === 'person' ? me.who.name : ''
  // Who looks after one unit and comes to the start page is shown the way, not a refusal.
  const isStart = page === 'desktop' && units.length > 0
  return (
    <>
      <PageHead title={t('tagline')} area={undefined} isLive={false} />
      <main className={styles.page} id="main">
        <h2>{t(isStart ? 'who.goTo' : 'who.forbidden')}</h2>
        {!isStart && <p>{t('who.forbiddenHint', { name })}</p>}
        <div className={styles.ways}>
          {AREAS.filter(area => mayOpen(me, PAGE_OF_AREA[area])).map(area => (
            <ButtonLink key={area} to={addressOfArea(area)}>
              {t(`areas.${area}`)}
            </ButtonLink>
          ))}
          {units.map(id => (
            <ButtonLink key={id} to={addressInLanguage(`/kiosk/${id}`)}>
              {registry?.units.find(unit => unit.id === id)?.name ?? id}
            </ButtonLink>
          ))}
        </div>
      </main>
    </>
  )
}
