// Where an officer makes entries at the kiosk.
export const EntryPage = (_: { readonly unitId: string }) => null
