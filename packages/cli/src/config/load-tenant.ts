import { relative } from 'node:path'
import { readTenant } from '@codeword/core'
import { readTextFile } from '@codeword/core/node'
import { Failure } from '../failure.ts'
import type { Host } from '../host.ts'
import type { Layer } from './layers.ts'
import { mistakesLine } from './load-config.ts'

/**
 * Reads what is known of a tenant.
 * @throws Failure with the place of the first mistake
 */
export async function loadTenant(path: string, host: Host): Promise<Layer> {
  const shown = relative(host.cwd, path)
  const file = readTextFile(path)
  if ('problem' in file) throw new Failure(`${shown}: ${file.problem}`)
  const result = await readTenant(file.text)
  if (!result.ok) throw new Failure(mistakesLine(shown, result.mistakes))
  return { from: shown, options: { tenant: result.value } }
}
