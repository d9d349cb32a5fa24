import type { DiffFormat } from './comparison.ts'

export type DiffFormatName = 'text' | 'md' | 'json'

/** Every format of `codeword diff` by name; only the one that is asked for is loaded. */
export const diffFormats: Readonly<Record<DiffFormatName, () => Promise<DiffFormat>>> = {
  text: async (): Promise<DiffFormat> => (await import('./text.ts')).text,
  md: async (): Promise<DiffFormat> => (await import('./markdown.ts')).markdown,
  json: async (): Promise<DiffFormat> => (await import('./json.ts')).json,
}
