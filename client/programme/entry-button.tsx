// A button that begins an entry: not there for whose role may not, and while the past is shown it can't be pressed and says why.
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Deed } from '../access/may.ts'
import { useMay } from '../access/me.ts'
import { Button, type ButtonKind } from '../kit/button.tsx'
import type { IconName } from '../kit/icons.tsx'
import type { ProgrammeView } from './programme-hooks.tsx'

type Props = {
  readonly view: Pick<ProgrammeView, 'isPast'>
  readonly deed: Deed
  readonly kind?: ButtonKind
  readonly icon?: IconName
  readonly onClick: () => void
  readonly children: ReactNode
}

export function EntryButton({ view, deed, kind = 'plain', icon, onClick, children }: Props) {
  const { t } = useTranslation('programme')
  const reasonId = useId()
  const may = useMay()
  if (!may(deed)) return null
  return (
    <span title={view.isPast ? t('shell.readOnlyPast') : undefined}>
      <Button
        kind={kind}
        {...(icon ? { icon } : {})}
        isDisabled={view.isPast}
        describedBy={view.isPast ? reasonId : undefined}
        onClick={onClick}
      >
        {children}
      </Button>
      {view.isPast && (
        <span id={reasonId} className="spoken">
          {t('shell.readOnlyPast')}
        </span>
      )}
    </span>
  )
}
