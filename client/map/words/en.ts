// Every word of the map, in English. Mirrors vi.ts.
import type { Mirror } from '../../i18n/mirror.ts'
import type { MapVocabulary } from './vi.ts'

export const en = {
  label: 'Map of the nine smart villages of Đồng Tháp',
  layersAndSigns: 'Layers, borders and signs',
  signs: 'Borders and signs',
  legend: 'Legend',
  layers: 'Map layers',
  empty: '{{layer}}: no data yet',
  borders: { label: 'Borders', communes: 'Communes of today', districts: 'Districts of the plan' },
  layer: {
    rain: 'Rain',
    pests: 'Pests',
    standing: 'Progress',
    water: 'Water levels',
    links: 'Data links',
    works: 'Cameras, lamps',
    stations: 'Stations',
    alarms: 'Alarms',
  },
  row: {
    rain: { glow: 'Rain in 24 h, larger is more' },
    pests: { glow: 'Planthoppers, larger is more' },
    standing: {
      recognised: 'Recognised',
      appraisal: 'In appraisal',
      working: 'Under way',
      unknown: 'Not judged yet',
    },
    water: { staff: 'Water level, marks I, II, III', noLevels: 'No levels set' },
    links: { bow: 'Readings on their way in' },
    works: { cameraOn: 'Camera works', cameraOff: 'Camera lost', lampOn: 'Lamp on', lampOff: 'Lamp off' },
    stations: {
      normal: 'Normal',
      caution: 'Level 1, low',
      warning: 'Level 2, medium',
      critical: 'Level 3, high',
      stale: 'Old or bad data',
      dead: 'No signal',
    },
    alarms: { asks: 'Alarm not acknowledged' },
  },
  village: 'Smart village',
  river: 'River, canal',
  gauge: 'Reference gauge',
  centre: 'Operations centre',
  attribution:
    'Boundaries: Vietnam Natural Resources, Environment and Cartography Publishing House, via vietnamese-provinces-database (MIT, © 2021 Thang Le Quoc), generalised; outlines of the 9 communes: approximate.',
  attributionBase: 'Base: © OpenStreetMap, Protomaps.',
  loading: 'Drawing the map',
  failed: 'Map data could not be loaded',
  plain: 'This screen has no WebGL: plain map',
  stationCount: '{{online}}/{{total}} stations',
  note: { met: '{{met}}/{{total}}', trap: '{{count}} caught', old: '{{text}} (old)' },
} satisfies Mirror<MapVocabulary>
