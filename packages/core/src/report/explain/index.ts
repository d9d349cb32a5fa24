import type { ExplainFormat } from './explanation.ts'

export type ExplainFormatName = 'text' | 'json' | 'md' | 'html'

/** Every format of `codeword explain` by name; only the one that is asked for is loaded. */
export const explainFormats: Readonly<Record<ExplainFormatName, () => Promise<ExplainFormat>>> = {
  text: async (): Promise<ExplainFormat> => (await import('./text.ts')).text,
  json: async (): Promise<ExplainFormat> => (await import('./json.ts')).json,
  md: async (): Promise<ExplainFormat> => (await import('./markdown.ts')).markdown,
  html: async (): Promise<ExplainFormat> => (await import('./html.ts')).html,
}
