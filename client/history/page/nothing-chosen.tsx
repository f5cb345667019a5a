// Stands where the charts would, while no series is chosen: what to do.
import styles from './nothing-chosen.module.css'

type Props = { readonly title: string; readonly meaning: string }

export const NothingChosen = ({ title, meaning }: Props) => (
  <div className={styles.none}>
    <h2>{title}</h2>
    <p>{meaning}</p>
  </div>
)
