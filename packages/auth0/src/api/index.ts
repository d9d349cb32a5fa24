import type { Credentials } from '../credentials.ts'
import { type AppCalls, appCalls } from './apps.ts'
import { type ApiOptions, managementClient } from './client.ts'
import { type ConnectionCalls, connectionCalls } from './connections.ts'
import { type PhoneCalls, phoneCalls } from './phone.ts'

/** The part of the Management API that is needed. Nothing throws, nothing secret comes out but what was asked for. */
export interface Auth0Api {
  readonly connections: ConnectionCalls
  readonly apps: AppCalls
  readonly phone: PhoneCalls
}

export function auth0Api(credentials: Credentials, options: ApiOptions = {}): Auth0Api {
  const ask = managementClient(credentials, options)
  return { connections: connectionCalls(ask), apps: appCalls(ask), phone: phoneCalls(ask) }
}
