// Which list, and what it is narrowed to: one row, kept in the address.
import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { navigate, replaceAddress, withParameters } from '../../app/address.ts'
import { Button } from '../../kit/button.tsx'
import control from '../../kit/control.module.css'
import { Icon } from '../../kit/icons.tsx'
import { SubNav } from '../../kit/sub-nav.tsx'
import { useRegistry } from '../../registry/registry-query.ts'
import type { AlarmNames } from '../alarm-names.ts'
import { type DeskChoice, TABS, type Tab } from './desk-choice.ts'
import styles from './desk-filters.module.css'
import { OTHER_KINDS } from './desk-rows.ts'

type Props = {
  readonly choice: DeskChoice
  readonly counts: Readonly<Record<Tab, number>>
  readonly kinds: readonly string[]
  readonly names: AlarmNames
  readonly isGrouped: boolean
  /** Alarms of the list as it is narrowed, and of its tab. */
  readonly shown: number
  readonly total: number
  readonly search: Ref<HTMLInputElement>
}

export function DeskFilters({ choice, counts, kinds, names, isGrouped, shown, total, search }: Props) {
  const { t } = useTranslation('alarms')
  const { data: registry } = useRegistry()
  const tabAddress = (tab: Tab) => withParameters({ tab: tab === 'open' ? undefined : tab, alarm: undefined })
  const villages = registry?.villages.toSorted((a, b) => a.order - b.order) ?? []
  const kindWords = (kind: string) => {
    const other = OTHER_KINDS.find(one => one === kind)
    return other ? t(`desk.filter.${other}`) : names.quantities.name(kind)
  }
  return (
    <div className={styles.filters} role="group" aria-label={t('desk.filter.label')}>
      <SubNav
        label={t('desk.tab.label')}
        links={TABS.map(tab => ({ to: tabAddress(tab), title: t(`desk.tab.${tab}`), count: counts[tab] }))}
        currentTo={tabAddress(choice.tab)}
      />
      <div className={styles.controls}>
        <p className={styles.shown} role="status">
          <span aria-hidden="true">{shown !== total && t('desk.filter.shown', { number: shown, total })}</span>
          <span className="spoken">{t('desk.filter.shownFull', { number: shown, total })}</span>
        </p>
        <label className={`${control.box} ${styles.search}`}>
          <span className="spoken">{t('desk.filter.search')}</span>
          <span className={styles.sign}>
            <Icon name="search" />
          </span>
          <input
            ref={search}
            type="search"
            className={control.control}
            autoComplete="off"
            placeholder={t('desk.filter.searchHint')}
            value={choice.text}
            onChange={event => replaceAddress(withParameters({ text: event.target.value || undefined }))}
          />
        </label>
        <Choice
          label={t('desk.filter.village')}
          none={t('desk.filter.allVillages')}
          value={choice.village}
          options={villages.map(({ id, name }) => [id, name])}
          onChoose={village => navigate(withParameters({ village }))}
        />
        <Choice
          label={t('desk.filter.kind')}
          none={t('desk.filter.allKinds')}
          value={choice.kind}
          options={kinds.map(kind => [kind, kindWords(kind)])}
          onChoose={kind => navigate(withParameters({ kind }))}
        />
        <Button isPressed={isGrouped} onClick={() => navigate(withParameters({ grouped: isGrouped ? '0' : '1' }))}>
          {t('desk.filter.group')}
        </Button>
      </div>
    </div>
  )
}

type ChoiceProps = {
  readonly label: string
  readonly none: string
  readonly value: string | undefined
  readonly options: readonly (readonly [value: string, words: string])[]
  readonly onChoose: (value: string | undefined) => void
}

/** Its first option says what it chooses among, so that the row needs no labels. */
function Choice({ label, none, value, options, onChoose }: ChoiceProps) {
  return (
    <span className={`${control.box} ${styles.choice}`}>
      <select
        className={`${control.control} ${control.chosen}`}
        aria-label={label}
        value={value ?? ''}
        data-chosen={value !== undefined}
        onChange={event => onChoose(event.target.value || undefined)}
      >
        <option value="">{none}</option>
        {options.map(([id, words]) => (
          <option key={id} value={id}>
            {words}
          </option>
        ))}
      </select>
      <span className={control.sign}>
        <Icon name="chevron-down" />
      </span>
    </span>
  )
}
