import type { Connection, Surroundings } from '../lint/rule.ts'
import type { Path } from '../text/mistakes.ts'
import type { Edit, Span } from '../text/span.ts'

/** A file that holds templates, whatever its syntax. */
export interface SourceFile {
  readonly path: string
  readonly text: string
  readonly templates: readonly EmbeddedTemplate[]
  readonly connections: readonly Connection[]
}

/** How one kind of file is read. */
export interface Opener {
  readonly opens: (path: string) => boolean
  /** @returns undefined where nothing in the file concerns us */
  readonly open: (path: string, text: string) => Promise<SourceFile | undefined>
}

/** What a host's syntax makes of a text: `{{ code }}\n` in JSON is a template with a line end. */
export interface HostedText {
  /** The text as Auth0 gets it. */
  readonly text: string
  /** The host offset of the character at `offset`; the text's length gives the end of its last character. */
  readonly toHost: (offset: number) => number
  /** The offset of the character that stands at a host offset; places outside give the nearest end. */
  readonly fromHost: (offset: number) => number
  /** An edit of the text as an edit of the host; undefined where the host cannot say it. */
  readonly toHostEdit: (edit: Edit) => Edit | undefined
}

export interface EmbeddedTemplate extends HostedText {
  /** Where in the file, for people: `options.template`; empty where the file is the template. */
  readonly name: string
  /** What the place says about the kind of template; see `inferProfile`. */
  readonly hints: { readonly strategy?: string; readonly templateType?: string }
  readonly surroundings: Surroundings
}

/** A parsed host file, the same for each syntax that can hold objects. */
export interface HostDocument {
  /** The whole document, as far as it could be read. */
  readonly value: unknown
  /** The first thing that keeps it from being read; what else there is mostly follows from it. */
  readonly problem?: HostProblem
  readonly duplicateKeys: readonly DuplicateKey[]
  /** Where a value stands. */
  readonly spanAt: (path: Path) => Span | undefined
  /** Where the key of a value stands. */
  readonly keyAt: (path: Path) => Span | undefined
  /** The text at a path; undefined where something else stands there. */
  readonly textAt: (path: Path) => HostedText | undefined
  /** What people call the place at a path, where that is not the path itself. */
  readonly nameAt: (path: Path) => string | undefined
}

export interface HostProblem extends Span {
  readonly message: string
}

/** A key that is written again later in the same object, where only the last counts. */
export interface DuplicateKey extends Span {
  readonly path: Path
}
