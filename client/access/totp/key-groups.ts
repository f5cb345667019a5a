// A key in groups of four, as one types it from a screen. Pure.
export const inGroups = (key: string): string => (key.match(/.{1,4}/g) ?? []).join(' ')
