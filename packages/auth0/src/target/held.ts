import type { ApiResult } from '../api/client.ts'

/** What is written as a whole: the options of a connection, Guardian's messages, what a phone template holds. */
export type Fields = Readonly<Record<string, unknown>>

/** Something of a tenant that holds texts, as it was read. Its fields hold secrets. */
export interface Held {
  readonly id: string
  /** Absent where the token may not read them. */
  readonly fields?: Fields
  /** Of a connection: Auth0 sets it to the name where it is not written again. */
  readonly displayName?: string
}

/** One kind of place where a tenant keeps texts. */
export interface Target {
  /** What people call it, and the path of its file without `.json`: `sms`, `guardian/templates/sms`. */
  readonly name: string
  readonly read: () => Promise<ApiResult<Held>>
  /** Replaces all fields. */
  readonly write: (held: Held, fields: Fields) => Promise<ApiResult<unknown>>
  /** Names of the texts among its fields, at any depth: what customers read is no secret. */
  readonly texts: readonly string[]
  /** The one of them that has a file of its own, `NAME.liquid`. */
  readonly apart?: string
  /** As auth0-deploy-cli writes it into a file. */
  readonly toFile: (fields: Fields) => object
  /** @returns undefined where the file holds something else */
  readonly fromFile: (value: unknown) => Fields | undefined
}

export const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
