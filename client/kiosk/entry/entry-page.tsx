// /kiosk/{unit}/entry: officers enter for the kiosk's unit.
type Props = { readonly unitId: string }

export function EntryPage({ unitId }: Props) {
  return <main data-entry={unitId} />
}
