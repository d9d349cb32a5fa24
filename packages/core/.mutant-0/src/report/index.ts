import type { Format } from './report.ts'

export type FormatName = 'stylish' | 'json' | 'github'

/** Every report format by name; only the one that is asked for is loaded. */
export const formats: Readonly<Record<FormatName, () => Promise<Format>>> = {
  stylish: async (): Promise<Format> => (await import('./stylish.ts')).stylish,
  json: async (): Promise<Format> => (await import('./json.ts')).json,
  github: async (): Promise<Format> => (await import('./github.ts')).github,
}
