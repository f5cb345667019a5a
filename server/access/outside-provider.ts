// The identity provider as the station talks to it: OpenID Connect, code flow with PKCE. It is looked up when somebody first asks for
// it; the station starts and runs without it.
import * as oidc from 'openid-client'
import type { OidcSettings } from '../config.ts'
import type { Flow } from './outside-flows.ts'

/** Whom the provider vouches for. */
export type OutsidePerson = {
  /** `issuer subject`: the only name that never means somebody else. */
  readonly key: string
  readonly name: string
  /** As it would like to be called; not yet a login. */
  readonly login: string
  readonly groups: ReadonlySet<string>
}
export type OutsideProvider = {
  readonly begin: (redirectUri: string) => Promise<{ readonly url: string; readonly flow: Omit<Flow, 'to'> } | 'away'>
  /** @param answered the address that the provider sent the browser to */
  readonly finish: (answered: URL, flow: Flow) => Promise<OutsidePerson | 'away' | 'refused'>
}

const TIMEOUT_SECONDS = 5
/** What the provider says of itself may change. */
const LOOK_AGAIN_MS = 3_600_000
const MOST_GROUPS = 1_000

/** @param onTrouble told why, for whoever looks after the station; people are told only that it failed */
export function createOutsideProvider(
  settings: OidcSettings,
  now: () => number,
  onTrouble: (error: unknown) => void,
): OutsideProvider {
  const { issuer, groupsClaim } = settings
  let known: { readonly at: number; readonly configuration: Promise<oidc.Configuration> } | undefined

  function discover(): Promise<oidc.Configuration> {
    if (known && now() - known.at < LOOK_AGAIN_MS) return known.configuration
    const looking = { at: now(), configuration: lookUp(settings) }
    known = looking
    looking.configuration.catch(() => {
      if (known === looking) known = undefined
    })
    return looking.configuration
  }

  return {
    async begin(redirectUri) {
      try {
        const configuration = await discover()
        const verifier = oidc.randomPKCECodeVerifier()
        const flow = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier }
        const url = oidc.buildAuthorizationUrl(configuration, {
          redirect_uri: redirectUri,
          scope: scopesOf(configuration, groupsClaim),
          state: flow.state,
          nonce: flow.nonce,
          code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
        })
        return { url: url.href, flow }
      } catch (error) {
        onTrouble(error)
        return 'away'
      }
    },
    async finish(answered, { state, nonce, verifier }) {
      try {
        const configuration = await discover()
        const tokens = await oidc.authorizationCodeGrant(configuration, answered, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        })
        const own = tokens.claims()
        if (!own) return 'refused'
        const isAll = [groupsClaim, 'name', 'preferred_username'].every(claim => own[claim] !== undefined)
        const hasMore = !isAll && configuration.serverMetadata().userinfo_endpoint !== undefined
        // Asked for this subject and refused when it answers for another.
        const more = hasMore ? await oidc.fetchUserInfo(configuration, tokens.access_token, own.sub) : {}
        return personOf(issuer, own.sub, { ...more, ...own }, groupsClaim)
      } catch (error) {
        onTrouble(error)
        return isAway(error) ? 'away' : 'refused'
      }
    },
  }
}

function lookUp({ issuer, clientId, clientSecret }: OidcSettings): Promise<oidc.Configuration> {
  const execute = [oidc.enableNonRepudiationChecks]
  // The configuration allows it on this machine only.
  if (issuer.startsWith('http:')) execute.push(oidc.allowInsecureRequests)
  return oidc.discovery(new URL(issuer), clientId, undefined, authenticationWith(clientSecret), {
    timeout: TIMEOUT_SECONDS,
    execute,
  })
}

/** As the standard has it unless the provider says that it takes only the other way. */
function authenticationWith(secret: string | undefined): oidc.ClientAuth {
  if (secret === undefined) return oidc.None()
  return (server, ...rest) => {
    const isBasic = server.token_endpoint_auth_methods_supported?.includes('client_secret_basic') ?? true
    return (isBasic ? oidc.ClientSecretBasic(secret) : oidc.ClientSecretPost(secret))(server, ...rest)
  }
}

/** Some providers tell of groups only when asked by a scope of that name, others refuse one that they don't know. */
function scopesOf(configuration: oidc.Configuration, groupsClaim: string): string {
  const { scopes_supported: supported } = configuration.serverMetadata()
  return ['openid', 'profile', 'email', ...(supported?.includes(groupsClaim) ? [groupsClaim] : [])].join(' ')
}

function personOf(issuer: string, sub: string, claims: Readonly<Record<string, unknown>>, groupsClaim: string) {
  const text = (claim: string) => (typeof claims[claim] === 'string' ? claims[claim] : '')
  const groups = [claims[groupsClaim]].flat().filter(group => typeof group === 'string')
  return {
    key: `${issuer} ${sub}`,
    name: text('name'),
    login: text('preferred_username') || text('email'),
    groups: new Set(groups.slice(0, MOST_GROUPS)),
  }
}

/** The provider can't be reached or answers nothing of sense, as against: it says no, or what it says isn't good. */
function isAway(error: unknown): boolean {
  if (error instanceof oidc.AuthorizationResponseError) return error.error === 'temporarily_unavailable'
  if (error instanceof oidc.ResponseBodyError) return error.status >= 500
  const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown }
  return name === 'TypeError' || code === 'OAUTH_TIMEOUT' || code === 'OAUTH_RESPONSE_IS_NOT_CONFORM'
}
