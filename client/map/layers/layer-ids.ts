// The live layers of the map by name, in the order in which they lie above each other. What each draws is its own file.

export const MAP_LAYERS = ['rain', 'pests', 'standing', 'water', 'links', 'works', 'stations', 'alarms'] as const
export type MapLayerId = (typeof MAP_LAYERS)[number]
