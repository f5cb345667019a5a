// A real identity provider on this machine: signs in whoever the test says stands before it, and asks nothing.
import { generateKeyPairSync } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'

export const CLIENT_ID = 'dai-sen'

export type OutsideAccount = {
  readonly sub: string
  readonly name?: string
  readonly preferred_username?: string
  readonly email?: string
  readonly groups?: readonly string[] | string
}
export type IdentityProvider = {
  readonly issuer: string
  /** Who signs in next. */
  readonly stand: (account: OutsideAccount) => void
  /** Makes known where the station is. @param secret undefined = a public client */
  readonly register: (stationUrl: string, secret?: string) => void
  /** Changes what the token endpoint answers, as a provider that lies would. */
  readonly distort: (change: ((body: Record<string, unknown>) => Record<string, unknown>) | undefined) => void
  readonly requests: string[]
  readonly stop: () => Promise<void>
}

export async function startIdentityProvider(): Promise<IdentityProvider> {
  const known = new Map<string, OutsideAccount>()
  const requests: string[] = []
  let standing: OutsideAccount = { sub: 'nobody' }
  let provider: Provider | undefined
  let distortion: ((body: Record<string, unknown>) => Record<string, unknown>) | undefined

  const server = createServer((request, response) => {
    const path = request.url ?? ''
    requests.push(path)
    if (!provider) response.writeHead(503).end()
    else if (path.startsWith('/interaction/')) void finish(provider, request, response)
    else {
      if (path.startsWith('/token') && distortion) distortEnd(response, distortion)
      provider.callback()(request, response)
    }
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })

  async function finish(to: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
    known.set(standing.sub, standing)
    await to.interactionFinished(request, response, { login: { accountId: standing.sub } })
  }

  return {
    issuer,
    requests,
    stand(account) {
      standing = account
    },
    register(stationUrl, secret) {
      provider = new Provider(issuer, {
        clients: [
          {
            client_id: CLIENT_ID,
            redirect_uris: [`${stationUrl}/access/outside/callback`],
            ...(secret === undefined ? { token_endpoint_auth_method: 'none' } : { client_secret: secret }),
          },
        ],
        jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'test' }] },
        cookies: { keys: ['a key for the tests alone'] },
        features: { devInteractions: { enabled: false } },
        ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600 },
        pkce: { required: () => true },
        claims: { openid: ['sub'], profile: ['name', 'preferred_username', 'groups'], email: ['email'] },
        interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
        findAccount: (_context: unknown, sub: string) => ({
          accountId: sub,
          claims: () => ({ ...known.get(sub), sub }),
        }),
        async loadExistingGrant(context: {
          oidc: { client: { clientId: string }; session: { accountId: string }; provider: Provider }
        }) {
          const { client, session, provider: own } = context.oidc
          const grant = new own.Grant({ accountId: session.accountId, clientId: client.clientId })
          grant.addOIDCScope('openid profile email')
          await grant.save()
          return grant
        },
      })
    },
    distort(change) {
      distortion = change
    },
    stop: () =>
      new Promise(resolve => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

function distortEnd(
  response: ServerResponse,
  change: (body: Record<string, unknown>) => Record<string, unknown>,
): void {
  const end = response.end.bind(response)
  response.end = ((body: Buffer | string) => {
    const changed = JSON.stringify(change(JSON.parse(String(body))))
    response.setHeader('Content-Length', Buffer.byteLength(changed))
    return end(changed)
  }) as typeof response.end
}
