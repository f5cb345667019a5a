// In the head of a page: into the past, an hour back to begin with.
import { useTranslation } from 'react-i18next'
import { navigate, withParameters } from '../app/address.ts'
import { Button } from '../kit/button.tsx'
import { useMoment } from '../live/live-hooks.tsx'
import { textOfInstant } from './past-address.ts'
import { useTime } from './time-hooks.ts'

const FIRST_LOOK_MS = 3_600_000
const MINUTE_MS = 60_000

/** Nothing on pages that only show now, and in the past, where the time bar leads back. */
export function PastSwitch() {
  const { t } = useTranslation()
  const time = useTime()
  const { serverNow } = useMoment()
  if (!time || time.isPast) return null
  const open = () => {
    if (serverNow === undefined) return
    const at = Math.floor((serverNow - FIRST_LOOK_MS) / MINUTE_MS) * MINUTE_MS
    navigate(withParameters({ at: textOfInstant(at) }))
  }
  return (
    <span title={t('past.open')}>
      <Button kind="quiet" icon="history" isIconOnly isDisabled={serverNow === undefined} onClick={open}>
        {t('past.open')}
      </Button>
    </span>
  )
}
