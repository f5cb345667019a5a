// How the screen is used, and what its signs mean.
import { useTranslation } from 'react-i18next'
import { MARKS_WORST_FIRST } from '../../overview/stations.ts'
import { useBoard } from '../board-hooks.ts'
import { Group, MarkWord, Page } from '../card.tsx'
import { vi } from '../words/vi.ts'
import styles from './help-section.module.css'

const LINES = Object.keys(vi.help.lines) as (keyof typeof vi.help.lines)[]
/** A display in a public place has neither. */
const OFFICE_LINES: ReadonlySet<string> = new Set(['pages', 'map', 'entry', 'waiting'])

export function HelpSection() {
  const { t } = useTranslation('kiosk')
  const { t: general } = useTranslation()
  const isPublic = useBoard().work === null
  const lines = LINES.filter(line => !(isPublic && OFFICE_LINES.has(line)))
  return (
    <Page>
      <Group title={t('help.title')}>
        <ul className={styles.lines}>
          {lines.map(line => (
            <li key={line}>{t(`help.lines.${line}`)}</li>
          ))}
        </ul>
      </Group>
      <Group title={t('help.signsTitle')}>
        <ul className={styles.signs}>
          {MARKS_WORST_FIRST.toReversed().map(mark => (
            <li key={mark}>
              <MarkWord mark={mark} word={general(`mark.${mark}`)} />
            </li>
          ))}
        </ul>
      </Group>
    </Page>
  )
}
