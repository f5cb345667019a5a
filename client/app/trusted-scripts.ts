// The page's only Trusted Types policy. MapLibre starts its worker by a plain address, so the policy has to be the default one; it
// passes addresses of our own built scripts and nothing else: no markup, no code, no other address.

/** The part of the browser's interface that is used; browsers that don't have it enforce nothing. */
type TrustedTypes = {
  readonly createPolicy: (name: string, rules: { readonly createScriptURL: (address: string) => string }) => unknown
}

/** Parts of the build, and the kiosk's service worker, whose name can't change. */
const OWN_SCRIPT = /^(?:\/assets\/[\w-]+\.m?js|\/kiosk-worker\.js)$/

/** @throws TypeError for anything that isn't a script of this build */
export function ownScript(address: string, origin: string): string {
  const url = URL.parse(address, origin)
  if (url?.origin === origin && OWN_SCRIPT.test(url.pathname)) return url.href
  throw new TypeError('not a script of ours')
}

export function trustOwnScripts(): void {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes }
  trustedTypes?.createPolicy('default', { createScriptURL: address => ownScript(address, location.origin) })
}
