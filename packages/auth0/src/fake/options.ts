import type { ScriptedFault } from '@codeword/core/node'
import type { Options } from '../connection.ts'

/** What Auth0 can be asked for. */
export type Step = 'token' | 'list' | 'get' | 'patch' | 'start'

export interface FakeConnection {
  readonly id: string
  readonly name: string
  readonly strategy: string
  display_name?: string
  options: Options
}

export interface FakeOptions {
  readonly clientId: string
  readonly clientSecret: string
  /** What its tokens may do; everything if absent. */
  readonly scopes?: readonly string[]
  readonly connections: readonly FakeConnection[]
  readonly port?: number
  readonly faults?: readonly ScriptedFault<Step>[]
  /** The code in the messages. */
  readonly code?: string
  /** Takes the texts that a login sends: hands them to the fake of Twilio, say. */
  readonly deliver?: (to: string, text: string, options: Options) => Promise<unknown> | undefined
}
