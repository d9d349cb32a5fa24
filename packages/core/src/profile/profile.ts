/**
 * What one kind of template may use. A profile is data; each fact names the vendor page it comes from.
 */
export interface Profile {
  readonly name: string
  /** For people: `Auth0 passwordless SMS`. */
  readonly title: string
  /** The page that documents this kind of template. */
  readonly source: string
  /** The dotted path of the variable that carries the language, e.g. `request_language` or `requestInfo.lang`. */
  readonly languageVariable: string
  /** Whether that variable holds one tag, chosen among the tenant's languages; else a header as it came. */
  readonly resolvesLanguage: boolean
  /** JSON Schema of all variables (properties nest); the language variable included. Examples stand in `examples`. */
  readonly variables: VariableSchema
  /** The variables that hold the code. Empty for a message that needs none (`blocked_account`). */
  readonly codeVariables: readonly string[]
  /** `@@name@@` → the variable that replaces it after Liquid. */
  readonly placeholders: Readonly<Record<string, string>>
  readonly tags: Documented
  readonly filters: Documented
  readonly limits: {
    /** Characters of source that the vendor stores. */
    readonly template: number
    /** Characters of one rendered message. */
    readonly message: number
  }
  /** How the text reaches people; see `hasSegments`. */
  readonly channel: 'sms' | 'email' | 'sms-and-voice'
  /** Where the code may stand twice: everywhere, or where an input has a value. Set for what is no SMS. */
  readonly repeatsCode?: true | { readonly variable: string; readonly value: string }
  /** What gives a template of this kind away where nobody names the profile. */
  readonly signs: Signs
}

export interface Signs {
  /** The connection's strategy, as in Auth0's API. */
  readonly strategy?: string
  /** The field or kind of template, e.g. `subject` or `blocked_account`. */
  readonly templateTypes?: readonly string[]
  /** Dotted variables that only this kind of template has. */
  readonly variables?: readonly string[]
}

/** A list as the vendor documents it, with its page. */
export interface Documented {
  readonly source: string
  readonly names: readonly string[]
}

/** The part of JSON Schema 2020-12 that profiles use. */
export interface VariableSchema {
  readonly type:
    | 'object'
    | 'string'
    | 'number'
    | 'integer'
    | 'boolean'
    | readonly ('string' | 'null')[]
  readonly description: string
  readonly properties?: Readonly<Record<string, VariableSchema>>
  /** False: only the listed properties exist. Absent or true: anything may stand here. */
  readonly additionalProperties?: boolean
  readonly enum?: readonly (string | null)[]
  readonly examples?: readonly unknown[]
}

/** Whether messages are sent, cut and billed as SMS, some of them at least. */
export const hasSegments = ({ channel }: Profile): boolean => channel !== 'email'
