// The one right that stands for every order and command to displays.
export const MANAGE = { kind: 'display', command: 'assign-display' } as const
