// The keys of the desk, and the switch that turns single letters off.
import { useTranslation } from 'react-i18next'
import { CheckboxField } from '../../kit/checkbox-field.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import styles from './desk-dialogs.module.css'
import { KEY_COMMANDS, KEY_OF } from './desk-keys.ts'
import { prefer, useDeskPreferences } from './desk-preferences.ts'

type Props = { readonly onClose: () => void }

export function KeyHelp({ onClose }: Props) {
  const { t } = useTranslation('alarms')
  const { hasKeys } = useDeskPreferences()
  const lines: readonly (readonly [keys: readonly string[], words: string])[] = [
    [['↓', 'J', '↑', 'K'], t('desk.command.keys.move')],
    [[t('desk.command.keys.space')], t('desk.command.keys.select')],
    [['Shift + ↓ ↑'], t('desk.command.keys.extend')],
    ...KEY_COMMANDS.map(command => [[KEY_OF[command]], t(`desk.command.name.${command}`)] as const),
    [['Enter'], t('desk.command.keys.open')],
    [['Esc'], t('desk.command.keys.leave')],
    [['Ctrl + A'], t('desk.command.keys.all')],
    [['Home', 'End'], t('desk.command.keys.ends')],
    [['/'], t('desk.command.keys.search')],
    [['?'], t('desk.command.keys.help')],
  ]
  return (
    <Dialog
      title={t('desk.command.keys.title')}
      words={{ close: t('shell.close') }}
      width="wide"
      isDirty={false}
      onClose={onClose}
    >
      <div className={styles.parts}>
        <dl className={styles.keys}>
          {lines.map(([keys, words]) => (
            <div key={words}>
              <dt>
                {keys.map(key => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
        <p className={styles.note}>{t('desk.command.keys.note')}</p>
        <CheckboxField
          name="keys"
          label={t('desk.command.keys.on')}
          hint={t('desk.command.keys.onHint')}
          isChecked={hasKeys}
          onChange={isChecked => prefer({ hasKeys: isChecked })}
        />
      </div>
    </Dialog>
  )
}
