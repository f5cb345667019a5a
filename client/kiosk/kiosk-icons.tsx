// The signs of the kiosk's buttons: one family of line icons, 1.75 on a square of 24. The word stands beside.
const PATHS = {
  home: 'M4 11.500L12 4l8 7.500M6.500 9.500V20h11V9.500M10 20v-5.500h4V20',
  tasks:
    'M4 6.500l1.500 1.500L8 5M4 13l1.500 1.500L8 11.500M4 19.500L5.500 21L8 18M11.500 6.500H20M11.500 13H20M11.500 19.500H20',
  reports: 'M13.500 3H6v18h12V7.500ZM13.500 3v4.500H18M9 12.500h6M9 16.500h6',
  alarms: 'M6 16.500V11a6 6 0 0 1 12 0v5.500l1.500 2h-15ZM10 21h4',
  stations:
    'M12 12v9M8.500 15.500a5 5 0 0 1 0-7M15.500 15.500a5 5 0 0 0 0-7M5.500 18.500a9.200 9.200 0 0 1 0-13M18.500 18.500a9.200 9.200 0 0 0 0-13',
  map: 'M9 4L3.500 6.500V20L9 17.500L15 20l5.500-2.500V4L15 6.500ZM9 4v13.500M15 6.500V20',
  citizens:
    'M8.500 11a3.200 3.200 0 1 1 0-6.400a3.200 3.200 0 1 1 0 6.400ZM2.500 20c0-4 2.600-6 6-6s6 2 6 6M15.500 5a3 3 0 0 1 0 5.900M17.500 14.400c2.400.7 4 2.500 4 5.600',
  entry: 'M4 20l1-4.500L16.500 4a2.100 2.100 0 0 1 3 3L8.500 19ZM14.500 6l3.500 3.500',
  help: 'M12 3.500a8.500 8.500 0 1 1 0 17a8.500 8.500 0 1 1 0-17ZM9.500 9.500a2.500 2.500 0 1 1 3.600 2.300c-.8.4-1.100.9-1.100 1.900M12 16.900v.1',
  back: 'M19 12H5M12 19l-7-7 7-7',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  whole: 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5',
  evidence: 'M4 8h3.500L9 5.500h6L16.500 8H20v11.500H4ZM12 10.500a3.200 3.200 0 1 1 0 6.400a3.200 3.200 0 1 1 0-6.400Z',
} as const satisfies Record<string, string>
export type KioskIconName = keyof typeof PATHS

export const KioskIcon = ({ name }: { readonly name: KioskIconName }) => (
  <svg
    viewBox="0 0 24 24"
    width="1.5em"
    height="1.5em"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.75"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
  >
    <path d={PATHS[name]} />
  </svg>
)
