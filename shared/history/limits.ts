// How much the history gives at once. Pure data, read by both sides.

/** Of one chart and of one exported file. */
export const MAX_EXPORT_SERIES = 8
/** Limits whose time is asked for together. */
export const MAX_LIMITS = 12
/** Hours of one answer, and of the inputs of what is computed: three years and a little. */
export const MAX_HOUR_DAYS = 1_100
/** Lines of an Excel file; a longer range is a CSV. */
export const MAX_WORKBOOK_ROWS = 50_000
