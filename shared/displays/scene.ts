// What a wall can show: its scenes by name. Types and names only; what a scene looks like is the screen's.

export const SCENES = ['overview', 'village', 'water', 'air', 'crops', 'programme', 'funding', 'alarms'] as const
export type SceneId = (typeof SCENES)[number]

/** One scene as it stands on the wall: `village` is shown of one village at a time. */
export type ShownScene =
  | { readonly scene: Exclude<SceneId, 'village'> }
  | { readonly scene: 'village'; readonly villageId: string }

const REPLAY = 'replay:'
/** What a display says it shows while it replays an incident. */
export const replayKey = (incident: string): string => `${REPLAY}${incident}`
export const isReplayKey = (key: string | null): boolean => key?.startsWith(REPLAY) ?? false

/** Equal keys = the same picture. */
export const sceneKey = (shown: ShownScene): string =>
  shown.scene === 'village' ? `village:${shown.villageId}` : shown.scene
