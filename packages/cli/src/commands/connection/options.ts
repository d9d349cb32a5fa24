import { endpointOption } from '../../endpoint.ts'

/** How an action that writes is told to. */
export const yesOption = {
  yes: { summary: 'write; without it, only show what would be' },
} as const

/** Where all actions get their credentials from, for their help. */
export const credentials = `Credentials come from AUTH0_DOMAIN and AUTH0_ACCESS_TOKEN, or AUTH0_CLIENT_ID
and AUTH0_CLIENT_SECRET. Ends with 3 if Auth0 refuses, cannot be reached or is
unclear.`

export { endpointOption }
