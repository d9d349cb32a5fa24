import type { Span } from '../text/span.ts'

/** What one customer gets. */
export interface Rendered {
  /** The exact text, placeholders replaced, nothing trimmed. */
  readonly text: string
  /** Which source made which characters, in order, covering all of `text`. */
  readonly parts: readonly Part[]
  /** The arms that were entered, in order, each by the span of its `Arm` in the tree. */
  readonly arms: readonly Span[]
  readonly visits: Visits
}

/** How often one rendering came by each place of its template. What it never came by is not listed. */
export interface Visits {
  /** Texts, outputs and tags that were rendered, by their start; a text goes up to the next output or tag. */
  readonly nodes: ReadonlyMap<number, number>
  /**
   * Arms that were entered, by the start of their tag. A conditional or `case` without `else` has one all the
   * same, by the start of the tag that ends the block.
   */
  readonly arms: ReadonlyMap<number, number>
}

/** `start..end` of the rendered text came from `source` of the template. */
export interface Part extends Span {
  readonly source: Span
  /** Set where a placeholder or an output put a value in: the `@@…@@` name or the expression's text. */
  readonly inserted?: string
}

/** The engine refused the template or stopped while rendering it. */
export interface RenderFailure {
  readonly message: string
  /** Where in the template. */
  readonly span: Span
  /** `limit`: too long, too slow or too large; the template is refused, not judged. */
  readonly kind: 'syntax' | 'render' | 'limit'
}
