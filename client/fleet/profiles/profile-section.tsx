// The profiles there are, and what the address says is done with one of them.

import { useTranslation } from 'react-i18next'
import type { DisplayState } from '../../../shared/displays/state.ts'
import { useMay } from '../../access/me.ts'
import { navigate, useParameters } from '../../app/address.ts'
import { ButtonLink } from '../../kit/button.tsx'
import { Notice } from '../../kit/notice.tsx'
import styles from '../fleet-section.module.css'
import { addressOf, taskOf } from '../section.ts'
import { ProfileCard } from './profile-card.tsx'
import { ProfileForm } from './profile-form.tsx'
import { RemoveForm } from './remove-form.tsx'

type Props = { readonly state: DisplayState; readonly id: string | undefined }

export function ProfileSection({ state, id }: Props) {
  const { t } = useTranslation('fleet')
  const task = taskOf(id, useParameters())
  const held = id === undefined ? undefined : state.profiles.get(id)
  const names = new Intl.Collator('vi')
  const profiles = [...state.profiles.values()].sort((a, b) => names.compare(a.profile.name, b.profile.name))
  const close = () => navigate(addressOf('profiles'))
  const mayManage = useMay()({ kind: 'display', command: 'save-profile' })
  return (
    <div className={styles.section}>
      <header className={styles.head}>
        <div>
          <h2>{t('profiles.title')}</h2>
          <p>{t('profiles.about')}</p>
        </div>
        {mayManage && (
          <ButtonLink kind="primary" icon="plus" to={addressOf('profiles', { task: 'new' })}>
            {t('profiles.new')}
          </ButtonLink>
        )}
      </header>
      {id !== undefined && !held && (
        <Notice
          kind="warning"
          title={t('profiles.unknown', { id })}
          actions={<ButtonLink to={addressOf('profiles')}>{t('profiles.back')}</ButtonLink>}
        />
      )}
      <ul className={styles.cards}>
        {profiles.map(({ profile }) => (
          <li key={profile.id}>
            <ProfileCard
              profile={profile}
              usedBy={[...state.displays.values()].filter(one => one.profile === profile.id).map(({ name }) => name)}
            />
          </li>
        ))}
      </ul>
      {task === 'new' && <ProfileForm state={state} start={{ kind: 'new' }} onClose={close} />}
      {held && (task === 'edit' || task === 'copy') && (
        <ProfileForm key={`${task} ${id}`} state={state} start={{ kind: task, held }} onClose={close} />
      )}
      {held && task === 'remove' && <RemoveForm profile={held.profile} onClose={close} />}
    </div>
  )
}
