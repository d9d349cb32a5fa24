import type { ConfigResult } from './config.ts'

/**
 * Reads `codeword.config.json`. What it takes to read it is loaded with the first such file.
 * @param text the whole file
 * @returns the settings, or every mistake in source order
 */
export async function readConfig(text: string): Promise<ConfigResult> {
  const { readConfigText } = await import('./config-text.ts')
  return readConfigText(text)
}
