// What each group of screens shows: scenes in their order, each with its seconds, and how long a round of them lasts.
import { useTranslation } from 'react-i18next'
import { FormPart } from '../../alarms/rules/form-part.tsx'
import { Button } from '../../kit/button.tsx'
import { useRegistry } from '../../registry/registry-query.ts'
import { PlaceOfError } from './place-of-error.tsx'
import type { GroupDraft } from './profile-draft.ts'
import styles from './profile-form.module.css'
import type { ProfilePartProps } from './profile-form.tsx'
import { roundMs, spanWords } from './span-words.ts'
import { TurnList } from './turn-list.tsx'

export function FormGroups({ draft: { wall }, onChange }: ProfilePartProps) {
  const { t } = useTranslation('fleet')
  const { t: common } = useTranslation()
  const { data: registry } = useRegistry()
  const villageIds = registry?.villages.map(({ id }) => id)
  const change = (group: GroupDraft) =>
    onChange({ wall: { ...wall, groups: wall.groups.map(one => (one.key === group.key ? group : one)) } })
  const remove = (key: string) =>
    onChange({ wall: { ...wall, groups: wall.groups.filter(group => group.key !== key) } })
  return (
    <FormPart title={t('form.part.groups')}>
      <PlaceOfError name="profile.groups" />
      <div className={styles.groups}>
        {wall.groups.map((group, i) => {
          const screens = wall.screens.filter(screen => screen.group === group.key).map(({ id }) => id)
          const turns = group.turns.map(({ scene, seconds }) => ({ scene, seconds: seconds ?? 0 }))
          const number = i + 1
          return (
            <section key={group.key} className={styles.group} aria-label={t('form.group', { number })}>
              <header>
                <h3>{t('form.group', { number })}</h3>
                {screens.length > 0 ? (
                  <span>{t('form.groupScreens', { ids: screens.join(', ') })}</span>
                ) : (
                  <Button kind="quiet" onClick={() => remove(group.key)}>
                    {t('form.removeGroup', { number })}
                  </Button>
                )}
                {villageIds && (
                  <strong>{t('form.cycle', { span: spanWords(common, roundMs(turns, villageIds)) })}</strong>
                )}
              </header>
              <PlaceOfError name={`profile.groups.${i}`} />
              <TurnList
                name={`profile.groups.${i}.turns`}
                turns={group.turns}
                villages={villageIds?.length}
                onChange={next => change({ ...group, turns: next })}
              />
            </section>
          )
        })}
      </div>
    </FormPart>
  )
}
