// Light, dark, or as the system wishes: a sign of what stands, and the browser's own list under it.
import { useTranslation } from 'react-i18next'
import { Icon } from '../kit/icons.tsx'
import { chooseTheme, THEME_CHOICES, useTheme, useThemeChoice } from './theme.ts'
import styles from './theme-switch.module.css'

export function ThemeSwitch() {
  const { t } = useTranslation()
  const theme = useTheme()
  const choice = useThemeChoice()
  return (
    <label className={styles.switch}>
      <Icon name={theme === 'dark' ? 'moon' : 'sun'} />
      <span className="spoken">{t('theme.label')}</span>
      <select
        value={choice}
        title={t('theme.label')}
        onChange={({ target }) => chooseTheme(THEME_CHOICES.find(one => one === target.value) ?? 'system')}
      >
        {THEME_CHOICES.map(one => (
          <option key={one} value={one}>
            {t(`theme.${one}`)}
          </option>
        ))}
      </select>
    </label>
  )
}
