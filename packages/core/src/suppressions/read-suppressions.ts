import type { SuppressionsResult } from './suppressions.ts'

/**
 * Reads `codeword-suppressions.json`. What it takes to read it is loaded with the first such file.
 * @param text the whole file
 * @returns what it holds, or every mistake in source order
 */
export async function readSuppressions(text: string): Promise<SuppressionsResult> {
  const { readSuppressionsText } = await import('./suppressions-text.ts')
  return readSuppressionsText(text)
}
