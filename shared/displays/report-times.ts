// When displays report, and how long they may be silent. Without a schema, for the screens themselves.

/** A display reports so often; one that hasn't for ALIVE_MS is not there. */
export const REPORT_MS = 10_000
export const ALIVE_MS = 25_000
/** A page that loads itself anew is back sooner; one whose socket is gone for longer is not there. */
export const RELOAD_MS = 5_000
