// How large the screens are and how far away people stand, and at once what that gives: the drawing, the sizes of type, the tiles, or
// why it can't be read and what would help.
import { useTranslation } from 'react-i18next'
import type { DisplayProfile } from '../../../shared/displays/profile.ts'
import { FormPart } from '../../alarms/rules/form-part.tsx'
import { formatNumber } from '../../design/number-format.ts'
import { FieldRow } from '../../kit/form.tsx'
import { Notice } from '../../kit/notice.tsx'
import { numberText } from '../../kit/number-text.ts'
import { FigureField } from '../../programme/fields.tsx'
import { wallType } from '../../wall/canvas/wall-type.ts'
import { CanvasSketch } from './canvas-sketch.tsx'
import { faultSentences } from './profile-faults.ts'
import styles from './profile-form.module.css'
import type { ProfilePartProps } from './profile-form.tsx'
import { readingsOf } from './sketch.ts'

type Props = ProfilePartProps & {
  /** Undefined while it can't be drawn. */ readonly profile: DisplayProfile | undefined
}

export function FormReading({ draft, onChange, profile }: Props) {
  const { t } = useTranslation('fleet')
  return (
    <FormPart title={t('form.part.reading')}>
      <FieldRow>
        <FigureField
          name="profile.inches"
          label={t('form.inches')}
          unit={t('form.inchUnit')}
          isRequired
          value={draft.inches}
          onChange={inches => onChange({ inches })}
        />
        <FigureField
          name="profile.distanceMetres"
          label={t('form.distance')}
          unit={t('form.metreUnit')}
          isRequired
          value={draft.distanceMetres}
          onChange={distanceMetres => onChange({ distanceMetres })}
        />
      </FieldRow>
      {profile && (
        <div className={styles.preview}>
          <div className={styles.sketch}>
            <CanvasSketch profile={profile} />
          </div>
          <Judgement profile={profile} />
        </div>
      )}
    </FormPart>
  )
}

function Judgement({ profile }: { readonly profile: DisplayProfile }) {
  const { t, i18n } = useTranslation('fleet')
  const faults = faultSentences(profile, i18n.language === 'en' ? 'en' : 'vi')
  if (faults.length > 0)
    return (
      <div className={styles.judgement}>
        {faults.map(fault => (
          <Notice key={fault} kind="warning" title={fault} />
        ))}
      </div>
    )
  const { label, value, headline } = wallType(profile.screens, profile)
  const readings = readingsOf(profile)
  return (
    <div className={styles.judgement} role="status">
      <p>{t('form.legend')}</p>
      <p>{t('form.result', { metres: numberText(profile.distanceMetres) })}</p>
      <p>
        <strong>
          {t('form.resultType', {
            label: formatNumber(label),
            value: formatNumber(value),
            headline: formatNumber(headline),
          })}
        </strong>
      </p>
      {readings.map(({ group, tiles }) => (
        <p key={group}>
          <strong>{t('form.resultTiles', { group: t('form.group', { number: group + 1 }), count: tiles })}</strong>
        </p>
      ))}
    </div>
  )
}
