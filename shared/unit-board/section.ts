// The pages of a kiosk behind a unit's address: `/kiosk/<unit>/<section>`. Without one it is the start.
export const KIOSK_SECTIONS = ['tasks', 'reports', 'alarms', 'stations', 'map', 'citizens', 'help', 'entry'] as const
export type KioskSection = (typeof KIOSK_SECTIONS)[number]

export const kioskSection = (text: string | undefined): KioskSection | undefined =>
  KIOSK_SECTIONS.find(one => one === text)
