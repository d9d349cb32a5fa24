import { codeword, type Options } from './plugin.ts'

/** A Vitest project as `test.projects` takes it. */
export interface MessagesProject {
  readonly plugins: ReturnType<typeof codeword>[]
  readonly test: { readonly name: string; readonly isolate: false }
}

/**
 * The fixtures as a project of their own: `test: { projects: ['packages/*', messagesProject()] }`. They need no fresh
 * process each, which makes them six times as fast; `vitest --project messages` runs them alone.
 */
export const messagesProject = (options?: Options): MessagesProject => ({
  plugins: [codeword(options)],
  test: { name: 'messages', isolate: false },
})
