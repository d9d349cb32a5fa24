import type { MutationFormat } from './mutated-fixture.ts'

export type MutationFormatName = 'text' | 'json' | 'mutation-testing'

/** Every format of `codeword mutate` by name; only the one that is asked for is loaded. */
export const mutationFormats: Readonly<Record<MutationFormatName, () => Promise<MutationFormat>>> =
  {
    text: async (): Promise<MutationFormat> => (await import('./text.ts')).text,
    json: async (): Promise<MutationFormat> => (await import('./json.ts')).json,
    'mutation-testing': async (): Promise<MutationFormat> =>
      (await import('./mutation-testing.ts')).mutationTesting,
  }
