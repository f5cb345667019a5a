// What an officer may do here, as five large buttons, each with how much of it there is.
import type { EntryChoices } from '../../../shared/entry/choices.ts'
import { ENTRY_DEEDS, type EntryDeed } from '../../../shared/entry/entry.ts'
import { withParameters } from '../../app/address.ts'
import { LinkTo } from '../../app/link-to.tsx'
import styles from './choice-list.module.css'
import { type EntryWords, useEntryWords } from './entry-hooks.ts'

export function DeedChoice({ choices }: { readonly choices: EntryChoices }) {
  const { t } = useEntryWords()
  return (
    <ul className={styles.deeds}>
      {ENTRY_DEEDS.map(deed => (
        <li key={deed}>
          <LinkTo to={withParameters({ do: deed, subject: undefined })} className={styles.deed}>
            <strong>{t(`deed.${deed}`)}</strong>
            <span>{aboutWords(t, deed, choices)}</span>
          </LinkTo>
        </li>
      ))}
    </ul>
  )
}

function aboutWords(t: EntryWords, deed: EntryDeed, { tasks, indicators, reports }: EntryChoices): string {
  switch (deed) {
    case 'update-task':
      return t('deedAbout.tasks', { count: tasks.length })
    case 'assess':
      return t('deedAbout.indicators', { count: indicators.length })
    case 'report':
      return t('deedAbout.reports', { count: reports.length })
    case 'obstacle':
    case 'evidence':
      return t(`deedAbout.${deed}`)
    default:
      return deed satisfies never
  }
}
