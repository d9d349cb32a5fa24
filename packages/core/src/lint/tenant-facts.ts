/** What `codeword connection probe` has seen a tenant do; what it has not tried is absent. */
export interface TenantFacts {
  /** Where its schema stands, if it says so. */
  readonly $schema?: string
  readonly version: 1
  /** Its domain, and the connection that was tried. */
  readonly tenant: string
  readonly connection: string
  /** ISO 8601, the day. */
  readonly on: string
  /** What a template sees of the headers of a request. */
  readonly requestLanguage?: RequestLanguageFacts
  /** By `options.syntax`. */
  readonly syntax?: Readonly<Partial<Record<'liquid' | 'md_with_macros', SyntaxFacts>>>
  /** Whether white space at the ends of a text is taken away. */
  readonly trims?: boolean
  /** How many texts came as they were predicted, of how many. */
  readonly texts?: { readonly compared: number; readonly same: number }
}

export interface SyntaxFacts {
  /** Whether tags and outputs are run. */
  readonly runsLiquid: boolean
  /** Whether `@@password@@` becomes the code. */
  readonly replacesMacros: boolean
  /** Which comes first, where both are. */
  readonly first?: 'liquid' | 'macros'
}

export interface RequestLanguageFacts {
  /** Whether the template sees each header as it was sent. */
  readonly 'x-request-language'?: boolean
  readonly 'accept-language'?: boolean
  /** Whether `X-Request-Language` wins over `Accept-Language`. */
  readonly first?: boolean
  /** Whether an empty `X-Request-Language` counts as sent. */
  readonly empty?: boolean
  /** Whether `options.request_language` wins over `Accept-Language`. */
  readonly option?: boolean
  /** Whether no header at all is null. */
  readonly none?: boolean
}
