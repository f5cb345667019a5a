// Saved views: keeps what is shown under a name, opens, renames and removes what was kept, for oneself or for everybody.
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SharedView } from '../../../shared/desk/state.ts'
import { Button } from '../../kit/button.tsx'

const ViewsDialog = lazy(async () => ({ default: (await import('./views-dialog.tsx')).ViewsDialog }))
const ShareForm = lazy(async () => ({ default: (await import('./share-form.tsx')).ShareForm }))
const RemoveSharedForm = lazy(async () => ({ default: (await import('./share-form.tsx')).RemoveSharedForm }))

export type ViewTask =
  | { readonly kind: 'list' }
  | { readonly kind: 'share'; readonly name: string; readonly view: SharedView | undefined }
  | { readonly kind: 'remove'; readonly view: SharedView }

export function ViewsButton() {
  const { t } = useTranslation('desktop')
  const [task, setTask] = useState<ViewTask>()
  const close = () => setTask(undefined)
  const back = () => setTask({ kind: 'list' })
  return (
    <>
      <Button kind="quiet" icon="file" onClick={back}>
        {t('views.button')}
      </Button>
      <Suspense>
        {task?.kind === 'list' && <ViewsDialog onTask={setTask} onClose={close} />}
        {task?.kind === 'share' && <ShareForm name={task.name} view={task.view} onClose={back} />}
        {task?.kind === 'remove' && <RemoveSharedForm view={task.view} onClose={back} />}
      </Suspense>
    </>
  )
}
