// Asks before a wall loads itself anew: people may be looking at it.
import { useTranslation } from 'react-i18next'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'

type Props = { readonly name: string; readonly onReload: () => void; readonly onClose: () => void }

export function ReloadQuestion({ name, onReload, onClose }: Props) {
  const { t } = useTranslation('fleet')
  const { t: shell } = useTranslation('programme')
  const reload = () => {
    onReload()
    onClose()
  }
  return (
    <Dialog
      title={t('order.reloadQuestion', { name })}
      words={{ close: shell('shell.close') }}
      width="narrow"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{shell('shell.cancel')}</Button>
          <Button kind="primary" onClick={reload}>
            {t('order.reload')}
          </Button>
        </>
      }
    >
      <p>{t('order.reloadMeaning')}</p>
    </Dialog>
  )
}
