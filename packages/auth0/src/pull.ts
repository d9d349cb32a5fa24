import { withoutSecrets } from '@codeword/core'
import type { Options, TenantConnection } from './connection.ts'
import { versionOf } from './version.ts'

/** A connection without its secrets, as it may lie in a repository. */
export interface Pulled {
  readonly id: string
  readonly name: string
  readonly strategy: string
  readonly options: Options
  /** Of the tenant's options, secrets included; see `versionOf`. */
  readonly version: string
}

/** @returns undefined where the token may not read the options */
export function pulledFrom({ id, name, strategy, options }: TenantConnection): Pulled | undefined {
  if (options === undefined || Object.keys(options).length === 0) return undefined
  const { template, ...others } = options
  const { value } = withoutSecrets(others)
  const kept = template === undefined ? {} : { template }
  return {
    id,
    name,
    strategy,
    options: { ...(value as Options), ...kept },
    version: versionOf(options),
  }
}
