// The buttons that open entry forms, as far as the person's role goes. While the past is shown they are off, and say why.
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Deed } from '../access/may.ts'
import { useMay } from '../access/me.ts'
import { Button, type ButtonKind } from '../kit/button.tsx'
import type { IconName } from '../kit/icons.tsx'
import styles from './parts.module.css'
import type { ProgrammeView } from './programme-hooks.tsx'

export type EntryButton = {
  readonly key: string
  readonly words: string
  readonly deed: Deed
  readonly icon?: IconName
  readonly kind?: ButtonKind
  readonly open: () => void
}
type Props = { readonly view: Pick<ProgrammeView, 'isPast'>; readonly entries: readonly EntryButton[] }

export function EntryButtons({ view, entries }: Props) {
  const { t } = useTranslation('programme')
  const reasonId = useId()
  const may = useMay()
  const offered = entries.filter(({ deed }) => may(deed))
  if (offered.length === 0) return null
  return (
    <div className={styles.entries}>
      {offered.map(({ key, words, icon, kind = 'plain', open }) => (
        <Button
          key={key}
          kind={kind}
          {...(icon === undefined ? {} : { icon })}
          isDisabled={view.isPast}
          describedBy={view.isPast ? reasonId : undefined}
          onClick={open}
        >
          {words}
        </Button>
      ))}
      {view.isPast && (
        <p id={reasonId} className={styles.muted}>
          {t('shell.readOnlyPast')}
        </p>
      )}
    </div>
  )
}
