import type { Format } from './report.ts'

/** Every report format by name; only the one that is asked for is loaded. */
export const formats = {
  stylish: async (): Promise<Format> => (await import('./stylish.ts')).stylish,
  json: async (): Promise<Format> => (await import('./json.ts')).json,
  github: async (): Promise<Format> => (await import('./github.ts')).github,
} satisfies Readonly<Record<string, () => Promise<Format>>>

export type FormatName = keyof typeof formats
