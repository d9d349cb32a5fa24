import { dirname, join } from 'node:path'
import { configName, nearest } from '../config/settings.ts'
import { Failure } from '../failure.ts'
import type { Host } from '../host.ts'
import type { Values } from '../options.ts'
import type { Suppressing } from './suppressions-file.ts'

export const suppressionOptions = {
  'suppress-all': { summary: 'accept what is found, in codeword-suppressions.json' },
  reason: { value: 'TEXT', summary: 'why, for --suppress-all' },
  'prune-suppressions': { summary: 'remove from that file what is no longer found' },
} as const

const suppressionsName = 'codeword-suppressions.json'

/**
 * Reads the nearest `codeword-suppressions.json`, in the current folder or above it.
 * @returns undefined where there is none and none is to be written
 * @throws Failure for a file that makes no sense, and for options that do not
 */
export async function suppressingOf(
  values: Values<typeof suppressionOptions>,
  host: Host,
): Promise<Suppressing | undefined> {
  const { 'suppress-all': all, 'prune-suppressions': prune, reason } = values
  if (reason !== undefined && !all) throw new Failure('--reason needs --suppress-all')
  if (reason?.trim() === '') throw new Failure('--reason is empty: say why')
  const existing = nearest(suppressionsName, host.cwd)
  if (existing === undefined && prune && !all) {
    throw new Failure(`there is no ${suppressionsName} to prune`)
  }
  if (existing === undefined && !all) return undefined
  const { suppressingBy } = await import('./suppressions-file.ts')
  return suppressingBy(existing ?? newPath(host), { all, prune, reason }, host)
}

/** Beside the configuration, else in the current folder. */
function newPath({ cwd }: Host): string {
  const config = nearest(configName, cwd)
  return join(config === undefined ? cwd : dirname(config), suppressionsName)
}
