import type { DomainName } from '@codeword/core'

/** All that a user has made here: plain data. What is shown is computed from it. */
export interface Workspace {
  readonly template: string
  readonly settings: Settings
  /** What the simulated customer's request says. */
  readonly request: SimulatedRequest
  readonly cases: readonly Case[]
  /** The version to compare with; absent: that of the opening. */
  readonly before?: string
}

/** As in `codeword.config.json`. */
export interface Settings {
  /** Name of a profile; absent: what the template's variables say. */
  readonly profile?: string
  readonly domain: DomainName
  /** BCP 47 tags; absent: what the template serves. */
  readonly languages?: readonly string[]
  /** BCP 47 tag of the text for everybody else. */
  readonly fallback?: string
  /** The most segments that a message may take. */
  readonly segments?: number
}

/** Absent headers are not sent. */
export interface SimulatedRequest {
  readonly xRequestLanguage?: string
  readonly acceptLanguage?: string
}

/** One case of a `*.codeword.yaml` fixture. */
export interface Case {
  readonly name: string
  /** null: the request names no language. */
  readonly value: string | null
  readonly expect: {
    readonly language?: string
    readonly contains?: string
    readonly segments?: number
  }
}
