import type { TenantResult } from './tenant.ts'

/**
 * Reads `codeword.tenant.json`. What it takes to read it is loaded with the first such file.
 * @param text the whole file
 * @returns what it holds, or every mistake in source order
 */
export async function readTenant(text: string): Promise<TenantResult> {
  const { readTenantText } = await import('./tenant-text.ts')
  return readTenantText(text)
}
