// Sends an incident to the walls that are connected, or calls the replay off there; or opens it here.
import '../displays/words/vocabulary.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Incident } from '../../shared/desk/state.ts'
import type { FleetRow, ReplayReply } from '../../shared/displays/api-schema.ts'
import { isReplayKey } from '../../shared/displays/scene.ts'
import { useMay } from '../access/me.ts'
import { addressPlus } from '../app/address.ts'
import { postJson, problemWords } from '../app/post-json.ts'
import { formatNumber } from '../design/number-format.ts'
import { shortId } from '../displays/display-id.ts'
import { useFleet } from '../fleet/fleet-query.ts'
import { ageWords } from '../i18n/phrases.ts'
import { Button } from '../kit/button.tsx'
import { CheckboxField } from '../kit/checkbox-field.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { useToasts } from '../kit/toast-region.tsx'
import { LEAD_MS, replayPlan, STAND_MS } from '../wall/replay/replay-plan.ts'
import styles from './incidents.module.css'

type Props = { readonly incident: Incident; readonly onClose: () => void }

export function OnWallDialog({ incident, onClose }: Props) {
  const { t, i18n } = useTranslation('time')
  const { t: word } = useTranslation()
  const may = useMay()
  const { playMs, speed } = replayPlan(incident)
  const time = ageWords(word, LEAD_MS + playMs + STAND_MS)
  const language = i18n.language === 'en' ? 'en' : undefined
  return (
    <Dialog
      title={t('onWall.title', { title: incident.title })}
      description={t(speed === 1 ? 'onWall.aboutReal' : 'onWall.about', { time, speed: formatNumber(speed) })}
      words={{ close: t('incident.close') }}
      onClose={onClose}
    >
      {may({ kind: 'operation', id: 'displays' }) && may({ kind: 'operation', id: 'displayReplay' }) && (
        <Screens incident={incident} />
      )}
      <p>
        <a
          className={styles.here}
          href={addressPlus('/wall', { incident: incident.id, lang: language })}
          target="_blank"
          rel="noopener"
        >
          {t('onWall.here')}
        </a>
      </p>
    </Dialog>
  )
}

function Screens({ incident }: { readonly incident: Incident }) {
  const { t } = useTranslation('time')
  const { data: fleet, isError } = useFleet()
  const [left, leaveOut] = useState<ReadonlySet<string>>(new Set())
  const { send, isSending } = useReplayOrder()
  if (!fleet) return <p role="status">{t(isError ? 'onWall.away' : 'onWall.loading')}</p>
  const names = new Intl.Collator('vi')
  const rows = fleet.displays
    .filter(({ isConnected }) => isConnected)
    .toSorted((a, b) => names.compare(a.name ?? '', b.name ?? '') || (a.display < b.display ? -1 : 1))
  if (rows.length === 0) return <p role="status">{t('onWall.none')}</p>
  const nameOf = ({ name, display }: Pick<FleetRow, 'name' | 'display'>) =>
    name ?? `${t('onWall.unnamed')} · ${shortId(display)}`
  const chosen = rows.filter(({ display }) => !left.has(display))
  const replaying = chosen.filter(({ report }) => isReplayKey(report?.scene ?? null))
  const toggle = (display: string, isChosen: boolean) => {
    const next = new Set(left)
    if (isChosen) next.delete(display)
    else next.add(display)
    leaveOut(next)
  }
  return (
    <>
      <fieldset className={styles.screens}>
        <legend>{t('onWall.choose')}</legend>
        {rows.length > 1 && (
          <CheckboxField
            name="all"
            label={t('onWall.all', { count: rows.length })}
            isChecked={chosen.length === rows.length}
            onChange={isAll => leaveOut(new Set(isAll ? [] : rows.map(({ display }) => display)))}
          />
        )}
        {rows.map(row => (
          <CheckboxField
            key={row.display}
            name={row.display}
            label={isReplayKey(row.report?.scene ?? null) ? `${nameOf(row)} · ${t('onWall.replaying')}` : nameOf(row)}
            isChecked={!left.has(row.display)}
            onChange={isChosen => toggle(row.display, isChosen)}
          />
        ))}
      </fieldset>
      {chosen.length === 0 && <p role="status">{t('onWall.nobody')}</p>}
      <div className={styles.deeds}>
        <Button
          kind="primary"
          icon="play"
          isBusy={isSending}
          isDisabled={chosen.length === 0}
          onClick={() => void send(incident.id, chosen, nameOf)}
        >
          {t('onWall.begin')}
        </Button>
        <Button isDisabled={replaying.length === 0} onClick={() => void send(null, replaying, nameOf)}>
          {t('onWall.end')}
        </Button>
      </div>
    </>
  )
}

function useReplayOrder() {
  const { t, i18n } = useTranslation('time')
  const { tell } = useToasts()
  const [isSending, setSending] = useState(false)
  /** @param incident null = an end */
  async function send(incident: string | null, rows: readonly FleetRow[], nameOf: (row: FleetRow) => string) {
    setSending(true)
    const displays = rows.map(({ display }) => display)
    const { body, problem } = await postJson<ReplayReply>('/api/v1/displays/replays', { incident, displays })
    setSending(false)
    if (!body) {
      const why = problemWords(problem, i18n.language === 'en' ? 'en' : 'vi')
      tell('error', [t('onWall.failed'), why].filter(Boolean).join(' '))
      return
    }
    const count = body.told.length
    if (count > 0) tell('done', t(incident === null ? 'onWall.ended' : 'onWall.began', { count }))
    for (const why of ['not-connected', 'not-allowed'] as const) {
      const ids = new Set(body.left.flatMap(one => (one.why === why ? [one.display] : [])))
      const names = rows.filter(({ display }) => ids.has(display)).map(nameOf)
      if (names.length > 0) tell('error', t(`onWall.left.${why}`, { names: names.join(', ') }))
    }
  }
  return { send, isSending }
}
