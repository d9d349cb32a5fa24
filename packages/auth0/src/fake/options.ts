import type { ScriptedFault } from '@codeword/core/node'
import type { Fields } from '../target/held.ts'

/** What Auth0 can be asked for. */
export const steps = [
  'token',
  'list',
  'get',
  'create',
  'patch',
  'apps',
  'enabled',
  'turn',
  'settings',
  'templates',
  'create-template',
  'write-template',
  'providers',
  'guardian',
  'write-guardian',
  'start',
] as const

export type Step = (typeof steps)[number]

export interface FakeConnection {
  readonly id: string
  readonly name: string
  readonly strategy: string
  display_name?: string
  options: Fields
}

export interface FakeApp {
  readonly client_id: string
  readonly name: string
}

export interface FakePhoneTemplate {
  /** Absent where the tenant still has Auth0's own. */
  id?: string
  readonly type: string
  disabled: boolean
  content: Fields
}

/** How the texts of one `options.syntax` are made. */
export interface SyntaxBehaviour {
  /** In this order. */
  readonly runs: readonly ('liquid' | 'macros')[]
}

/** What nobody but Auth0 knows of Auth0; `codeword connection probe` finds it out. */
export interface Behaviour {
  readonly liquid: SyntaxBehaviour
  readonly md_with_macros: SyntaxBehaviour
  readonly trims: boolean
}

/** What a tenant has. */
export interface FakeTenant {
  readonly connections: readonly FakeConnection[]
  readonly apps: readonly FakeApp[]
  /** Names of connections with the ids of the applications that may use them. */
  readonly enabled: Readonly<Record<string, readonly string[]>>
  readonly guardian: Fields
  readonly phoneTemplates: readonly FakePhoneTemplate[]
  readonly phoneProviders: readonly { readonly name: string; readonly disabled: boolean }[]
  /** Whether the Unified Phone Experience is on. */
  readonly unifiedPhone: boolean
}

export interface FakeOptions extends Partial<FakeTenant> {
  readonly clientId: string
  readonly clientSecret: string
  /** What its tokens may do; everything if absent. */
  readonly scopes?: readonly string[]
  readonly connections: readonly FakeConnection[]
  readonly port?: number
  readonly faults?: readonly ScriptedFault<Step>[]
  /** The code in the messages. */
  readonly code?: string
  readonly behaviour?: Behaviour
  /** Takes the texts that a login sends: hands them to the fake of Twilio, say. A gateway gets its own. */
  readonly deliver?: (to: string, text: string, options: Fields) => Promise<unknown> | undefined
}
