// The pages one may open from here, as things to be looked for, each with the words people ask for it by.
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { mayDo } from '../access/may.ts'
import { useMe } from '../access/me.ts'
import { mayOpen, type PageKind } from '../access/page-rights.ts'
import { SECTIONS as ALARM_SECTIONS, addressOf as alarmsAddress } from '../alarms/section.ts'
import { addressInLanguage } from '../app/areas.ts'
import { SECTIONS as PROGRAMME_SECTIONS, addressOf as programmeAddress } from '../programme/section.ts'
import type { Thing } from './found-things.ts'

const OTHERS = [
  { id: 'map', page: 'desktop', path: '/' },
  { id: 'compare', page: 'compare', path: '/compare' },
  { id: 'wall', page: 'wall', path: '/wall' },
  { id: 'kiosk', page: 'kiosk', path: '/kiosk' },
  { id: 'displays', page: 'displays', path: '/admin/displays' },
  { id: 'accounts', page: 'accounts', path: '/admin/accounts' },
  { id: 'access-log', page: 'access-log', path: '/admin/access-log' },
] as const satisfies readonly { readonly id: string; readonly page: PageKind; readonly path: string }[]

export function usePages(): readonly Thing[] {
  const { t } = useTranslation('search')
  const me = useMe()
  return useMemo(() => {
    const thing = (id: string, name: string, to: string, detail: string, others: string): Thing => ({
      kind: 'page',
      id,
      name,
      others: [others, detail],
      detail,
      to,
    })
    return [
      ...OTHERS.filter(({ page }) => mayOpen(me, page)).map(({ id, path }) =>
        thing(id, t(`page.${id}.name`), addressInLanguage(path), t('page.detail'), t(`page.${id}.others`)),
      ),
      ...(mayOpen(me, 'programme')
        ? PROGRAMME_SECTIONS.map(one =>
            thing(`programme-${one}`, t(`section.${one}`), programmeAddress(one), t('page.programme'), ''),
          )
        : []),
      ...(mayOpen(me, 'alarms')
        ? ALARM_SECTIONS.filter(one => one !== 'outbox' || mayDo(me, { kind: 'operation', id: 'alarmOutbox' })).map(
            one => thing(`alarms-${one}`, t(`alarmSection.${one}`), alarmsAddress(one), t('page.alarms'), ''),
          )
        : []),
    ]
  }, [t, me])
}
