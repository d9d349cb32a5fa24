import type { DomainName } from '@codeword/core'
import type { PastedConnection } from './connection/pasted-connection.ts'

/** All that a user has made here: plain data. What is shown is computed from it. */
export interface Workspace {
  readonly template: string
  readonly settings: Settings
  /** What one customer's request says; absent: nothing. */
  readonly request?: SimulatedRequest
  /** The template with which this one is compared. */
  readonly before: string
  /** The test cases, as the YAML of a fixture. */
  readonly fixture?: string
  /** Without its secrets. */
  readonly connection?: PastedConnection
}

/** What of a workspace can stand in a link. */
export type Shareable = Pick<Workspace, 'template' | 'settings' | 'fixture'>

/** Absent headers are not sent. */
export interface SimulatedRequest {
  readonly xRequestLanguage?: string
  readonly acceptLanguage?: string
}

/** The headers of a simulated request, by their names in lower case. */
export const headersOf = ({
  xRequestLanguage,
  acceptLanguage,
}: SimulatedRequest): Readonly<Record<string, string>> => ({
  ...(xRequestLanguage !== undefined && { 'x-request-language': xRequestLanguage }),
  ...(acceptLanguage !== undefined && { 'accept-language': acceptLanguage }),
})

/** As in `codeword.config.json`. */
export interface Settings {
  /** Name of a profile; absent: what the template's variables say. */
  readonly profile?: string
  readonly domain: DomainName
  /** BCP 47 tags; absent: those that the template tests for. */
  readonly languages?: readonly string[]
  /** BCP 47 tag of the text for everybody else; absent: nobody knows. */
  readonly fallback?: string
  /** The most segments that a message may take. */
  readonly segments?: number
}
