// The saved views: a name for what is shown now, one's own views, and those that are shared.
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hasRight } from '../../access/may.ts'
import { useMay, useMe } from '../../access/me.ts'
import { LinkTo } from '../../app/link-to.tsx'
import { formatDate } from '../../design/time-format.ts'
import { WRITE } from '../../desk/desk-form.tsx'
import { useDeskIfFollowed } from '../../desk/desk-hooks.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { actorWords } from '../../programme/event-words.ts'
import { addressNow } from '../use-desktop.ts'
import {
  keepViews,
  MAX_NAME,
  MAX_OWN_VIEWS,
  ownViews,
  renamed,
  useOwnViews,
  withoutView,
  withView,
} from './own-views.ts'
import styles from './views.module.css'
import type { ViewTask } from './views-button.tsx'

type Props = { readonly onTask: (task: ViewTask) => void; readonly onClose: () => void }

export function ViewsDialog({ onTask, onClose }: Props) {
  const { t } = useTranslation('desktop')
  const me = useMe()
  const mayShare = useMay()(WRITE)
  const [name, setName] = useState('')
  const [error, setError] = useState<string>()
  /** The own view that `name` is a new name for. */
  const [renaming, setRenaming] = useState<string>()
  const { views, startAt } = useOwnViews()
  const keep = (event: FormEvent) => {
    event.preventDefault()
    const typed = name.trim()
    if (typed === '') return setError(t('views.nameMissing'))
    const held = ownViews()
    const next =
      renaming === undefined ? withView(held, { name: typed, address: addressNow() }) : renamed(held, renaming, typed)
    if (!next) return setError(t(renaming === undefined ? 'views.full' : 'views.nameTaken', { most: MAX_OWN_VIEWS }))
    keepViews(next)
    setName('')
    setError(undefined)
    setRenaming(undefined)
  }
  return (
    <Dialog title={t('views.title')} words={{ close: t('shell.close') }} onClose={onClose}>
      <form className={styles.form} onSubmit={keep}>
        <TextField
          name="view-name"
          label={renaming === undefined ? t('views.nameNow') : t('views.newName', { name: renaming })}
          error={error}
          maxLength={MAX_NAME}
          value={name}
          onChange={setName}
        />
        <div className={styles.buttons}>
          <Button type="submit" kind="primary">
            {t(renaming === undefined ? 'views.keep' : 'views.rename')}
          </Button>
          {renaming === undefined && mayShare && (
            <Button onClick={() => onTask({ kind: 'share', name: name.trim(), view: undefined })}>
              {t('views.share')}
            </Button>
          )}
        </div>
      </form>
      <h3 className={styles.heading}>{t('views.own')}</h3>
      {views.length === 0 && <p className={styles.none}>{t('views.noOwn')}</p>}
      <ul className={styles.list} data-testid="own-views">
        {views.map(view => (
          <li key={view.name}>
            <span onClickCapture={onClose}>
              <LinkTo to={view.address}>{view.name}</LinkTo>
            </span>
            <span className={styles.actions}>
              <Button
                kind="quiet"
                isPressed={startAt === view.address}
                onClick={() =>
                  keepViews({ ...ownViews(), startAt: startAt === view.address ? undefined : view.address })
                }
              >
                {t('views.start')}
              </Button>
              <Button
                kind="quiet"
                onClick={() => {
                  setRenaming(view.name)
                  setName(view.name)
                }}
              >
                {t('views.rename')}
              </Button>
              <Button
                kind="quiet"
                icon="close"
                isIconOnly
                onClick={() => keepViews(withoutView(ownViews(), view.name))}
              >
                {t('views.removeOne', { name: view.name })}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {hasRight(me, 'read-desk') && <SharedViews mayShare={mayShare} onTask={onTask} onClose={onClose} />}
    </Dialog>
  )
}

type SharedProps = Props & { readonly mayShare: boolean }

function SharedViews({ mayShare, onTask, onClose }: SharedProps) {
  const { t } = useTranslation('desktop')
  const desk = useDeskIfFollowed()
  const shared = [...(desk?.views.values() ?? [])].sort((a, b) => b.savedAt - a.savedAt)
  return (
    <>
      <h3 className={styles.heading}>{t('views.sharedOnes')}</h3>
      {shared.length === 0 && <p className={styles.none}>{t(desk ? 'views.noShared' : 'attention.waiting')}</p>}
      <ul className={styles.list} data-testid="shared-views">
        {shared.map(view => (
          <li key={view.id}>
            <span onClickCapture={onClose}>
              <LinkTo to={view.address}>{view.name}</LinkTo>
              <span className={styles.by}>
                {t('views.by', { who: actorWords(view.by), day: formatDate(view.savedAt) })}
              </span>
            </span>
            {mayShare && (
              <span className={styles.actions}>
                <Button kind="quiet" onClick={() => onTask({ kind: 'share', name: view.name, view })}>
                  {t('views.rename')}
                </Button>
                <Button kind="quiet" icon="close" isIconOnly onClick={() => onTask({ kind: 'remove', view })}>
                  {t('views.removeOne', { name: view.name })}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
