// Whether a password may be typed at this address: over https, or on the machine itself, as the station judges too. Pure.
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]'])

export const isSecureAddress = ({ protocol, hostname }: Pick<Location, 'protocol' | 'hostname'>): boolean =>
  protocol === 'https:' || LOOPBACK.has(hostname)
