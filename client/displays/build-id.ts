// Which build of the pages this is; put in when it is built. Text to compare, nothing to read.
declare const BUILD_ID: string

export const buildId: string = BUILD_ID
