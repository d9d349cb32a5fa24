import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { TenantFacts } from '@codeword/core'
import { loadTenant } from '../config/load-tenant.ts'
import { tenantName } from '../config/settings.ts'
import { Failure } from '../failure.ts'
import { writeFiles } from '../files/write-files.ts'
import type { Host } from '../host.ts'

/**
 * Keeps what was seen, beside what was seen of the same tenant before and not tried now.
 * @throws Failure where the file cannot be written, or speaks of another tenant
 */
export async function keepFacts(facts: TenantFacts, host: Host): Promise<TenantFacts> {
  const path = resolve(host.cwd, tenantName)
  const before = existsSync(path) ? (await loadTenant(path, host)).options.tenant : undefined
  if (before !== undefined && before.tenant !== facts.tenant)
    throw new Failure(`${tenantName}: it speaks of ${before.tenant}: take it away first`)
  const kept: TenantFacts = {
    ...before,
    ...facts,
    requestLanguage: { ...before?.requestLanguage, ...facts.requestLanguage },
    syntax: { ...before?.syntax, ...facts.syntax },
  }
  const text = `${JSON.stringify(kept, null, 2)}\n`
  const problem = writeFiles([{ path: tenantName, pieces: [text] }], host.cwd)
  if (problem) throw new Failure(`${tenantName} cannot be written (${problem.code})`)
  return kept
}
