// How many entries wait to be sent.
export const QueueBadge = () => null
