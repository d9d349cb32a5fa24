/** The options of a connection, whatever they are: a PATCH replaces all of them. */
export type Options = Readonly<Record<string, unknown>>

/** A connection as the tenant has it. Its options hold secrets. */
export interface TenantConnection {
  readonly id: string
  readonly name: string
  readonly strategy: string
  readonly displayName?: string
  /** Absent where the token may not read them. */
  readonly options?: Options
}
