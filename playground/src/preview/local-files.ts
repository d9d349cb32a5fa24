import type { DomainName } from '@codeword/core'
import type { Settings, Workspace } from '../workspace.ts'

/** The files of the user's that `codeword preview` lets this page edit. */
export interface LocalFiles {
  readonly list: readonly LocalFile[]
  readonly open: (id: number) => Promise<OpenedFile | Problem>
  /** @returns the file as it now is */
  readonly save: (
    id: number,
    file: OpenedFile,
    workspace: Workspace,
  ) => Promise<OpenedFile | Problem>
  /** Tells of each file that somebody writes. */
  readonly onChange: (listener: (id: number) => void) => void
}

export interface LocalFile {
  readonly path: string
  /** Which template of the file; empty where the file is the template. */
  readonly name: string
  /** The path of its fixture. */
  readonly fixture?: string
}

export interface OpenedFile {
  readonly texts: { readonly template: Versioned; readonly fixture?: Versioned }
  readonly settings: {
    readonly profile: string
    readonly domain?: DomainName
    readonly languages?: readonly string[]
  }
}

interface Versioned {
  readonly text: string
  readonly version: string
}

export interface Problem {
  readonly problem: string
}

/** @returns undefined where the page was not opened by `codeword preview` */
export async function localFiles(): Promise<LocalFiles | undefined> {
  if (document.querySelector('meta[name=codeword-preview]') === null) return undefined
  const token = new URLSearchParams(location.search).get('token') ?? ''
  const address = (path: string, id?: number): string => {
    const query = new URLSearchParams({ token, ...(id !== undefined && { id: String(id) }) })
    return `${path}?${query}`
  }
  const asked = async (path: string, id?: number, init?: RequestInit): Promise<never> => {
    try {
      return (await (await fetch(address(path, id), init)).json()) as never
    } catch {
      return { problem: 'codeword preview does not answer: is it still running?' } as never
    }
  }
  return {
    list: await asked('/templates'),
    open: (id) => asked('/template', id),
    save: (id, { texts }, { template, fixture }) =>
      asked('/template', id, {
        method: 'PUT',
        body: JSON.stringify({
          template: { ...texts.template, text: template },
          ...(texts.fixture && { fixture: { ...texts.fixture, text: fixture ?? '' } }),
        }),
      }),
    onChange(listener) {
      new EventSource(address('/changes')).addEventListener('message', ({ data }) =>
        listener(Number(data)),
      )
    },
  }
}

/** What of the workspace a file says. */
export const workspaceIn = ({ texts, settings }: OpenedFile): Omit<Workspace, 'before'> => ({
  template: texts.template.text,
  settings: settingsOf(settings),
  ...(texts.fixture && { fixture: texts.fixture.text }),
})

const settingsOf = ({ domain = 'header', ...rest }: OpenedFile['settings']): Settings => ({
  domain,
  ...rest,
})
