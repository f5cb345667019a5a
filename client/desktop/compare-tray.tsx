// What was put on the list for the comparison, and the way to it. Nothing while the list is empty.
import { useTranslation } from 'react-i18next'
import { compareAddress } from '../compare/compare-address.ts'
import { Button, ButtonLink } from '../kit/button.tsx'
import { useMoment } from '../live/live-hooks.tsx'
import { useQuantities } from '../registry/quantity-words.ts'
import { useRegistry } from '../registry/registry-query.ts'
import styles from './compare.module.css'
import { change, useDesktopChoice } from './use-desktop.ts'

export function CompareTray() {
  const { villages, curves } = useDesktopChoice()
  const { data: registry } = useRegistry()
  const { state } = useMoment()
  const words = useQuantities()
  const villageName = (id: string) => registry?.villages.find(one => one.id === id)?.name ?? id
  const curveName = (id: string) => {
    const series = state.catalogue.find(one => one.id === id)
    return series ? `${words.name(series.quantity)} ${villageName(series.village)}` : id
  }
  return (
    <>
      {villages.length > 0 && <Tray list="villages" ids={villages} names={villages.map(villageName)} />}
      {curves.length > 0 && <Tray list="curves" ids={curves} names={curves.map(curveName)} />}
    </>
  )
}

type TrayProps = {
  readonly list: 'villages' | 'curves'
  readonly ids: readonly string[]
  readonly names: readonly string[]
}

function Tray({ list, ids, names }: TrayProps) {
  const { t } = useTranslation('desktop')
  return (
    <div className={styles.tray} role="status" data-testid={`compare-${list}`}>
      <p>{t(`compare.tray.${list}`, { names: names.join(', ') })}</p>
      <ButtonLink kind="primary" to={compareAddress({ [list]: ids })}>
        {t('compare.open')}
      </ButtonLink>
      <Button kind="quiet" icon="close" isIconOnly onClick={() => change({ [list]: [] })}>
        {t('compare.clear')}
      </Button>
    </div>
  )
}
