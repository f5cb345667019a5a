// Tells one display something and says in a message whether the order went out. An order is for now: it is never sent again later.
import { useTranslation } from 'react-i18next'
import type { FleetRow, ReplayReply } from '../../shared/displays/api-schema.ts'
import type { OrderKind } from '../../shared/displays/report.ts'
import { postJson, problemWords } from '../app/post-json.ts'
import { useToasts } from '../kit/toast-region.tsx'

const SENT = {
  identify: 'order.sent.identify',
  reload: 'order.sent.reload',
  thumbnail: 'order.sent.thumbnail',
} as const satisfies Record<OrderKind, string>
/** What a kiosk does with it while somebody enters. */
const IN_USE = { ...SENT, reload: 'order.reloadWaits', thumbnail: 'order.noPicture' } as const satisfies Record<
  OrderKind,
  string
>

export function useOrders() {
  const { t, i18n } = useTranslation('fleet')
  const { tell } = useToasts()
  const order = async (row: FleetRow, name: string, kind: OrderKind): Promise<void> => {
    const { body, problem } = await postJson(`/api/v1/displays/${row.display}/orders`, { kind })
    if (body) return tell('done', t(row.report?.isInUse === true ? IN_USE[kind] : SENT[kind], { name }))
    const why = problemWords(problem, i18n.language === 'en' ? 'en' : 'vi')
    tell('error', [t('order.failed', { name }), why].filter(Boolean).join(' '))
  }
  const endReplay = async ({ display }: FleetRow, name: string): Promise<void> => {
    const { body, problem } = await postJson<ReplayReply>('/api/v1/displays/replays', {
      incident: null,
      displays: [display],
    })
    if (body?.told.includes(display)) return tell('done', t('order.replayEnded', { name }))
    const why = body ? t('order.notConnected') : problemWords(problem, i18n.language === 'en' ? 'en' : 'vi')
    tell('error', [t('order.failed', { name }), why].filter(Boolean).join(' '))
  }
  return { order, endReplay }
}
