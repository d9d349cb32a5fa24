import type { DomainName } from '@codeword/core'

/** All that a user has made here: plain data. What is shown is computed from it. */
export interface Workspace {
  readonly template: string
  readonly settings: Settings
  /** What one customer's request says; absent: nothing. */
  readonly request?: SimulatedRequest
}

/** Absent headers are not sent. */
export interface SimulatedRequest {
  readonly xRequestLanguage?: string
  readonly acceptLanguage?: string
}

/** As in `codeword.config.json`. */
export interface Settings {
  /** Name of a profile; absent: what the template's variables say. */
  readonly profile?: string
  readonly domain: DomainName
  /** BCP 47 tags; absent: those that the template tests for. */
  readonly languages?: readonly string[]
}
