import type { Auth0Api } from '../api/index.ts'
import { connectionTarget } from './connection.ts'
import { guardianName, guardianTarget } from './guardian.ts'
import type { Target } from './held.ts'
import { phoneTemplateFolder, phoneTemplateTarget } from './phone-template.ts'

/**
 * What a name stands for: an SMS connection, or the path at which auth0-deploy-cli keeps other texts.
 * @returns undefined for what can be no name
 */
export function targetNamed(name: string, api: Auth0Api): Target | undefined {
  if (name === guardianName) return guardianTarget(api)
  if (name.startsWith(phoneTemplateFolder)) {
    const type = name.slice(phoneTemplateFolder.length)
    return /^[a-z_]{1,40}$/.test(type) ? phoneTemplateTarget(type, api) : undefined
  }
  // https://auth0.com/docs/api/management/v2/connections/post-connections
  return /^[a-zA-Z0-9](?:-?[a-zA-Z0-9]){0,127}$/.test(name)
    ? connectionTarget(name, api)
    : undefined
}
