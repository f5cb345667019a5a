// Puts a village or a series on the list of what is to stand side by side, and takes it off again. The list lives in the address.
import { useTranslation } from 'react-i18next'
import { Icon } from '../kit/icons.tsx'
import { useToasts } from '../kit/toast-region.tsx'
import styles from './compare.module.css'
import { MAX_COMPARED, withCompared } from './compared.ts'
import { change, useDesktopChoice } from './use-desktop.ts'

type Props = { readonly list: 'villages' | 'curves'; readonly id: string; readonly name: string }

export function CompareButton({ list, id, name }: Props) {
  const { t } = useTranslation('desktop')
  const { tell } = useToasts()
  const compared = useDesktopChoice()[list]
  const isOn = compared.includes(id)
  const press = () => {
    const next = withCompared(compared, id)
    if (next) change({ [list]: next })
    else tell('info', t(`compare.full.${list}`, { most: MAX_COMPARED }))
  }
  return (
    <button
      type="button"
      className={styles.add}
      aria-pressed={isOn}
      aria-label={t('compare.add', { name })}
      title={t('compare.add', { name })}
      onClick={press}
    >
      <Icon name={isOn ? 'check' : 'plus'} />
    </button>
  )
}
