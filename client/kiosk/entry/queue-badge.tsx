// How many entries wait for the line; nothing when none does.
export function QueueBadge() {
  return null
}
