// Where a refusal stands that belongs to no single control: two screens that overlap, a group without scenes.
import { useField } from '../../kit/form-context.ts'
import { Icon } from '../../kit/icons.tsx'
import styles from './profile-form.module.css'

/** @param name the refusal's field */
export function PlaceOfError({ name }: { readonly name: string }) {
  const { id, error } = useField({ name, label: '' })
  return (
    <p id={id} tabIndex={-1} className={styles.error} hidden={error === undefined}>
      <Icon name="error" />
      <span>{error}</span>
    </p>
  )
}
