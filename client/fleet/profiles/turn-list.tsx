// The scenes of one group in their order. Whoever moves one by keyboard stays on it.
import { useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { DISPLAY_LIMITS } from '../../../shared/displays/limits.ts'
import { SCENES } from '../../../shared/displays/scene.ts'
import { Button } from '../../kit/button.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { FigureField } from '../../programme/fields.tsx'
import { newKey } from '../../programme/send-command.ts'
import type { TurnDraft } from './profile-draft.ts'
import styles from './profile-form.module.css'
import { movedTurn } from './wall-edits.ts'

const USUAL_SECONDS = 25

type Props = {
  /** Of the field that the station knows the scenes by. */
  readonly name: string
  readonly turns: readonly TurnDraft[]
  /** How many there are; undefined = not known yet. */
  readonly villages: number | undefined
  readonly onChange: (turns: readonly TurnDraft[]) => void
}

export function TurnList({ name, turns, villages, onChange }: Props) {
  const { t } = useTranslation('fleet')
  const { t: wall } = useTranslation('wall')
  const list = useRef<HTMLOListElement>(null)
  const focusAfter = useRef<{ readonly at: number; readonly isUp: boolean }>(undefined)
  useLayoutEffect(() => {
    const { at, isUp } = focusAfter.current ?? {}
    if (at === undefined) return
    focusAfter.current = undefined
    const [up, down] = list.current?.children[at]?.querySelectorAll('button') ?? []
    const wanted = isUp ? [up, down] : [down, up]
    wanted.find(button => button?.disabled === false)?.focus()
  })
  const move = (at: number, by: -1 | 1) => {
    focusAfter.current = { at: at + by, isUp: by < 0 }
    onChange(movedTurn(turns, at, by))
  }
  const change = (key: string, part: Partial<TurnDraft>) =>
    onChange(turns.map(turn => (turn.key === key ? { ...turn, ...part } : turn)))
  const options = SCENES.map(scene => ({
    value: scene,
    label: scene === 'village' ? t('form.village') : wall(`frame.title.${scene}`),
  }))
  return (
    <>
      <ol ref={list} className={styles.rows}>
        {turns.map(({ key, scene, seconds }, i) => (
          <li key={key} className={styles.turn}>
            <SelectField
              name={`${name}.${i}.scene`}
              label={t('form.scene', { number: i + 1 })}
              {...(scene === 'village' && villages !== undefined
                ? { hint: t('form.villageNote', { count: villages }) }
                : {})}
              options={options}
              value={scene}
              onChange={chosen => change(key, { scene: chosen ?? scene })}
            />
            <FigureField
              name={`${name}.${i}.seconds`}
              label={t('form.seconds')}
              unit={t('form.secondUnit')}
              value={seconds}
              onChange={value => change(key, { seconds: value })}
            />
            <div className={styles.moves}>
              <Button kind="quiet" icon="sort-up" isIconOnly isDisabled={i === 0} onClick={() => move(i, -1)}>
                {t('form.up', { number: i + 1 })}
              </Button>
              <Button
                kind="quiet"
                icon="sort-down"
                isIconOnly
                isDisabled={i === turns.length - 1}
                onClick={() => move(i, 1)}
              >
                {t('form.down', { number: i + 1 })}
              </Button>
              <Button
                kind="quiet"
                icon="close"
                isIconOnly
                onClick={() => onChange(turns.filter(turn => turn.key !== key))}
              >
                {t('form.removeTurn', { number: i + 1 })}
              </Button>
            </div>
          </li>
        ))}
      </ol>
      <Button
        icon="plus"
        isDisabled={turns.length >= DISPLAY_LIMITS.turns.max}
        onClick={() => onChange([...turns, { key: newKey(), scene: 'overview', seconds: USUAL_SECONDS }])}
      >
        {t('form.addTurn')}
      </Button>
    </>
  )
}
