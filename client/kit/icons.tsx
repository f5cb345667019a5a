// One family of line icons, 1.75 on a square of 24. Signs only: the word stands beside, so readers that listen skip them.
import styles from './icons.module.css'

const PATHS = {
  plus: 'M12 5v14M5 12h14',
  close: 'M6 6l12 12M18 6L6 18',
  'chevron-down': 'M6 9.500l6 6 6-6',
  'chevron-right': 'M9.500 6l6 6-6 6',
  'sort-up': 'M12 19V5M6.500 10.500L12 5l5.500 5.500',
  'sort-down': 'M12 5v14M6.500 13.500L12 19l5.500-5.500',
  'sort-none': 'M8 9.500l4-4.500 4 4.500M8 14.500l4 4.500 4-4.500',
  check: 'M5 12.500l4.500 4.500L19 7.500',
  warning: 'M12 4L21.500 20H2.500ZM12 10v4.500M12 17.200v.1',
  info: 'M12 3.500a8.500 8.500 0 1 1 0 17a8.500 8.500 0 1 1 0-17ZM12 11v5.500M12 7.700v.1',
  error: 'M4 4h16v16H4ZM9 9l6 6M15 9l-6 6',
  done: 'M12 3.500a8.500 8.500 0 1 1 0 17a8.500 8.500 0 1 1 0-17ZM8 12.300l2.800 2.800L16 9.600',
  clock: 'M12 3.500a8.500 8.500 0 1 1 0 17a8.500 8.500 0 1 1 0-17ZM12 7.500V12l3.200 2',
  file: 'M13.500 3H6v18h12V7.500ZM13.500 3v4.500H18',
  download: 'M12 4v11M7 10.500l5 5 5-5M5 20h14',
  upload: 'M12 16V5M7 9.500l5-5 5 5M5 20h14',
  search: 'M10.500 4a6.500 6.500 0 1 1 0 13a6.500 6.500 0 1 1 0-13ZM15.500 15.500L20.500 20.500',
  filter: 'M4 6h16M7 12h10M10 18h4',
  history: 'M4 12a8 8 0 1 0 2.600-5.900L4 8.500M4 4v4.500h4.500M12 8v4.300l3 1.800',
  link: 'M10 14a4 4 0 0 0 5.700 0l3.100-3.100a4 4 0 0 0-5.700-5.700l-1.300 1.300M14 10a4 4 0 0 0-5.700 0l-3.100 3.100a4 4 0 0 0 5.700 5.700l1.300-1.300',
  play: 'M7.500 5v14l11-7Z',
  pause: 'M8.500 5.500v13M15.500 5.500v13',
  'step-back': 'M15.500 6v12L7.500 12ZM5 6v12',
  'step-forward': 'M8.500 6v12l8-6ZM19 6v12',
  repeat: 'M4 11V9.500a3 3 0 0 1 3-3h12M16 3.500l3 3-3 3M20 13v1.500a3 3 0 0 1-3 3H5M8 20.500l-3-3 3-3',
  stretch: 'M5 5v14M19 5v14M5 12h14M8 9l-3 3 3 3M16 9l3 3-3 3',
  bookmark: 'M6.500 4h11v16l-5.500-4-5.500 4Z',
  sun: 'M12 7.500a4.500 4.500 0 1 1 0 9a4.500 4.500 0 1 1 0-9ZM12 2.500v2M12 19.500v2M2.500 12h2M19.500 12h2M5.300 5.300l1.400 1.400M17.300 17.300l1.400 1.400M5.300 18.700l1.400-1.400M17.300 6.700l1.400-1.400',
  moon: 'M19.500 14.500A8 8 0 0 1 9.500 4.500a8 8 0 1 0 10 10Z',
  calendar: 'M4.500 6h15v14h-15ZM4.500 10.500h15M8.500 3.500V8M15.500 3.500V8',
} as const satisfies Record<string, string>

export type IconName = keyof typeof PATHS

type Props = { readonly name: IconName }

export function Icon({ name }: Props) {
  return (
    <svg className={styles.icon} viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  )
}
