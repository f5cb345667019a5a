// The sets of criteria, one of them opened beside another: list, what is known of the one, comparison, carrying results over.
import { useTranslation } from 'react-i18next'
import { indicatorsOf } from '../../../shared/programme/criteria.ts'
import type { SetState } from '../../../shared/programme/state.ts'
import { navigate, useParameters, withParameters } from '../../app/address.ts'
import { ButtonLink } from '../../kit/button.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { addressWith } from '../address-with.ts'
import { ExportLink } from '../exchange/export-link.tsx'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { CarryForm } from './carry-form.tsx'
import { sideBySide } from './comparison-lines.ts'
import styles from './criteria.module.css'
import { SetComparison } from './set-comparison.tsx'
import { SetList } from './set-list.tsx'
import { TextlessSet } from './textless-set.tsx'

type Props = { readonly view: ProgrammeView; readonly set: SetState | null }

export function SetView({ view, set }: Props) {
  return (
    <>
      <SetList view={view} selected={set} />
      {set && <OpenedSet view={view} set={set} />}
    </>
  )
}

function OpenedSet({ view, set }: { readonly view: ProgrammeView; readonly set: SetState }) {
  const { t } = useTranslation('programme')
  const parameters = useParameters()
  const others = [...view.state.criteriaSets.values()].filter(({ id }) => id !== set.id)
  const asked = parameters.get('compare') ?? set.predecessor
  const before = others.find(({ id }) => id === asked)
  const isCarrying = parameters.get('form') === 'carry' && !view.isPast
  return (
    <section className={styles.page} aria-labelledby="opened-set">
      <div className={styles.head}>
        <h3 id="opened-set">{set.title}</h3>
        <div className={styles.actions}>
          <ButtonLink to={addressWith('criteria', undefined, { set: set.id })}>{t('criteria.seeMatrix')}</ButtonLink>
          <ExportLink kind="criteria" set={set.id} words={t('criteria.exportSet')} />
        </div>
      </div>
      {set.note !== null && <p className={styles.about}>{set.note}</p>}
      {indicatorsOf(set).length === 0 && <TextlessSet view={view} set={set} />}
      {others.length > 0 && (
        <div className={styles.choice}>
          <SelectField
            name="compare"
            label={t('criteria.compareWith')}
            noneWords={t('criteria.compareNothing')}
            options={others.map(({ id, title }) => ({
              value: id,
              label: id === set.predecessor ? `${title} (${t('criteria.predecessor')})` : title,
            }))}
            value={before?.id}
            onChange={id => navigate(withParameters({ compare: id ?? 'none' }))}
          />
        </div>
      )}
      {before && <SetComparison view={view} before={before} after={set} />}
      {before && isCarrying && (
        <CarryForm
          view={view}
          before={before}
          after={set}
          pairs={sideBySide(before, set).pairs}
          onClose={() => navigate(withParameters({ form: undefined }))}
        />
      )}
    </section>
  )
}
