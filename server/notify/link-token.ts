// A one-time link: how long it holds, and where its token stands in it.
export const LINK_LIFE_MS = 86_400_000

/** The token stands in the fragment: no server, proxy log or Referer sees it, and a scanner that follows the link does nothing. */
export const acknowledgeLink = (publicUrl: string, token: string): string => `${publicUrl}/alarms/acknowledge#${token}`
