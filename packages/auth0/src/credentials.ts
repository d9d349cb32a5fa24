/** What a tenant lets somebody in for. Never stored, never shown. */
export type Credentials = { readonly domain: string } & (
  | { readonly token: string }
  | { readonly clientId: string; readonly clientSecret: string }
)

/**
 * Reads the variables that Auth0's own tools read, a token before an application:
 * https://auth0.com/docs/deploy-monitor/deploy-cli-tool/configure-the-deploy-cli
 * @returns a problem that repeats no value
 */
export function credentialsFrom(
  env: Readonly<Record<string, string | undefined>>,
): Credentials | { readonly problem: string } {
  const { AUTH0_DOMAIN: domain = '', AUTH0_ACCESS_TOKEN: token = '' } = env
  const { AUTH0_CLIENT_ID: clientId = '', AUTH0_CLIENT_SECRET: clientSecret = '' } = env
  if (!/^[\w-]+(?:\.[\w-]+)+$/.test(domain))
    return { problem: 'set AUTH0_DOMAIN to the domain of the tenant: acme.eu.auth0.com' }
  if (token !== '') return { domain, token }
  if (clientId !== '' && clientSecret !== '') return { domain, clientId, clientSecret }
  return { problem: 'set AUTH0_ACCESS_TOKEN, or AUTH0_CLIENT_ID and AUTH0_CLIENT_SECRET' }
}
