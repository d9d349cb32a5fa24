import { withoutSecrets } from '@codeword/core'
import type { Fields, Held, Target } from './target/held.ts'
import { versionOf } from './version.ts'

/** What a tenant holds, without secrets, as it may lie in a repository. */
export interface Pulled {
  readonly fields: Fields
  /** Of the tenant's fields, secrets included; see `versionOf`. */
  readonly version: string
}

/** @returns undefined where the token may not read the fields */
export function pulledFrom({ fields }: Held, { texts }: Target): Pulled | undefined {
  if (fields === undefined || Object.keys(fields).length === 0) return undefined
  const { value } = withoutSecrets(fields, new Set(texts))
  return { fields: value as Fields, version: versionOf(fields) }
}
