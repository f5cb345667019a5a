// A set whose indicators nobody could read: says so, and what is known of it, in place of an empty table.
import { useTranslation } from 'react-i18next'
import type { SetState } from '../../../shared/programme/state.ts'
import { navigate } from '../../app/address.ts'
import { Notice } from '../../kit/notice.tsx'
import { addressWith } from '../address-with.ts'
import { EntryButton } from '../entry-button.tsx'
import type { ProgrammeView } from '../programme-hooks.tsx'
import styles from './criteria.module.css'

type Props = { readonly view: ProgrammeView; readonly set: SetState }

export function TextlessSet({ view, set }: Props) {
  const { t } = useTranslation('programme')
  return (
    <>
      <Notice
        kind="warning"
        title={t('criteria.textless')}
        actions={
          <EntryButton
            view={view}
            deed={{ kind: 'import', of: 'criteria' }}
            icon="upload"
            onClick={() => navigate(addressWith('criteria', undefined, { view: 'sets', set: set.id, form: 'import' }))}
          >
            {t('criteria.importSet')}
          </EntryButton>
        }
      >
        {t('criteria.textlessNote', {
          title: set.decision ?? set.title,
          number: set.knownIndicatorCount ?? t('shell.unknown'),
          groups: set.groups.length,
        })}
      </Notice>
      {set.groups.length > 0 && (
        <section className={styles.groups} aria-labelledby="known-groups">
          <h3 id="known-groups">{t('criteria.groupsKnown')}</h3>
          <ol>
            {set.groups.map(({ id, title }) => (
              <li key={id}>{title}</li>
            ))}
          </ol>
        </section>
      )}
    </>
  )
}
