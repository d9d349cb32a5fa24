import type { Span } from '../text/span.ts'

/**
 * The tolerant tree of one template: plain readonly data, a span on every node, nothing dropped.
 * The leaves (see `leaves` in leaves.ts) tile the source from its first to its last character.
 */
export interface Template {
  readonly source: string
  readonly nodes: readonly Node[]
  /** Everything that LiquidJS would reject, each at its own place, in source order. */
  readonly errors: readonly SyntaxProblem[]
}

export type Node =
  | Text
  | Placeholder
  | Output
  | Assign
  | Echo
  | Conditional
  | Case
  | Loop
  | Capture
  | Block
  | LiquidTag
  | Comment
  | InlineComment
  | Raw
  | SimpleTag
  | Junk

/** One `{% … %}`, or one line of a `{% liquid %}` tag. */
export interface Markup extends Span {
  readonly name: string
  readonly nameSpan: Span
  /** What stands between the name and the closing delimiter, outer blanks excluded. */
  readonly args: Span
  readonly trimLeft: boolean
  readonly trimRight: boolean
}

/** Characters that are sent as they stand. `value` is what is left of them after whitespace control. */
export interface Text extends Span {
  readonly type: 'text'
  readonly value: string
}

/** `@@name@@` in text. */
export interface Placeholder extends Span {
  readonly type: 'placeholder'
  readonly name: string
}

/** `{{ … }}`; `value` is absent where the expression could not be read. */
export interface Output extends Span {
  readonly type: 'output'
  readonly value?: Filtered
  readonly trimLeft: boolean
  readonly trimRight: boolean
}

export interface Assign extends Span {
  readonly type: 'assign'
  readonly tag: Markup
  readonly name: string
  readonly value?: Filtered
}

export interface Echo extends Span {
  readonly type: 'echo'
  readonly tag: Markup
  readonly value?: Filtered
}

/**
 * `if` or `unless` with its `elsif` and `else` arms; `arms[0]` begins with the opening tag itself.
 * Arms after an `else` are never rendered: LiquidJS rejects them in `if`, ignores them in `unless`.
 */
export interface Conditional extends Span {
  readonly type: 'if' | 'unless'
  readonly arms: readonly Arm[]
  readonly closing?: Markup
}

/**
 * `case`: every arm with a value that equals the subject is rendered, `else` if there is none.
 * A `when` after `else` is a `SimpleTag` in the body of `else`, since LiquidJS renders what follows
 * it as a part of `else`. Arms after `else`, second ones, are never rendered.
 */
export interface Case extends Span {
  readonly type: 'case'
  readonly opening: Markup
  readonly subject?: Filtered
  /** What stands between `case` and the first `when`; LiquidJS never renders it. */
  readonly preamble: readonly Node[]
  readonly arms: readonly Arm[]
  readonly closing?: Markup
}

/** One branch: its tag and what it emits. The span runs from the tag's start to the end of the body. */
export interface Arm extends Span {
  readonly kind: 'if' | 'unless' | 'elsif' | 'when' | 'else' | 'body'
  readonly tag: Markup
  /** The test of if, unless and elsif. */
  readonly condition?: Filtered
  /** The values of a `when`. */
  readonly values: readonly Expression[]
  readonly body: readonly Node[]
}

/**
 * `for` or `tablerow`: `arms[0]` is the repeated body, `arms[1]` the `else` of an empty collection.
 * A second `else` is a `SimpleTag` in the body of the first, since LiquidJS renders both.
 */
export interface Loop extends Span {
  readonly type: 'for' | 'tablerow'
  readonly variable: string
  readonly collection?: Expression
  /** `limit: 2`, `cols: n`; the value of a bare `reversed` is `Missing`. */
  readonly parameters: readonly FilterArgument[]
  readonly arms: readonly Arm[]
  readonly closing?: Markup
}

export interface Capture extends Span {
  readonly type: 'capture'
  readonly opening: Markup
  readonly name: string
  readonly body: readonly Node[]
  readonly closing?: Markup
}

/** `{% block %}…{% endblock %}`. */
export interface Block extends Span {
  readonly type: 'block'
  readonly opening: Markup
  readonly body: readonly Node[]
  readonly closing?: Markup
}

/** `{% liquid … %}`: one tag per line. */
export interface LiquidTag extends Span {
  readonly type: 'liquid'
  readonly tag: Markup
  readonly body: readonly Node[]
}

export interface Comment extends Span {
  readonly type: 'comment'
  readonly opening: Markup
  readonly body: Span
  readonly closing?: Markup
}

/** `{% # … %}` */
export interface InlineComment extends Span {
  readonly type: 'inline-comment'
  readonly tag: Markup
}

export interface Raw extends Span {
  readonly type: 'raw'
  readonly opening: Markup
  readonly body: Span
  readonly closing?: Markup
}

/** A tag without a body that needs no node of its own: cycle, include, layout, …, and unknown tags. */
export interface SimpleTag extends Span {
  readonly type: 'tag'
  readonly tag: Markup
  /** False where LiquidJS has no tag of that name. */
  readonly known: boolean
  /** The values that the tag reads, as far as they could be read. */
  readonly values: readonly Expression[]
}

/** Source that belongs to nothing: an unclosed delimiter, a stray `endif`, a misplaced `else`. */
export interface Junk extends Span {
  readonly type: 'junk'
}

/** A value with filters. A filter in a condition applies to the result of the whole expression. */
export interface Filtered extends Span {
  readonly expression: Expression
  readonly filters: readonly Filter[]
  /** Operands that LiquidJS reads and silently ignores: `'fr'` in `x startswith 'fr'`. */
  readonly ignored: readonly Expression[]
}

export interface Filter extends Span {
  readonly name: string
  readonly nameSpan: Span
  readonly args: readonly FilterArgument[]
}

export interface FilterArgument extends Span {
  /** The name of a `name: value` argument. */
  readonly key?: string
  readonly value: Expression
}

export type Expression = Literal | Variable | Range | Binary | Not | Missing

export interface Literal extends Span {
  readonly type: 'literal'
  readonly value: string | number | boolean | null
  /** How it is written. `keyword` is true, false, nil, null, empty or blank. */
  readonly form: 'quoted' | 'number' | 'keyword'
  /** `empty` and `blank` compare in their own way; their `value` is ''. */
  readonly keyword?: 'true' | 'false' | 'nil' | 'null' | 'empty' | 'blank'
  /** False for a quoted text without its closing quote; LiquidJS then guesses. */
  readonly closed: boolean
}

/** `a.b[0].c`; each step is a name or an expression in brackets, the first is looked up in the scope. */
export interface Variable extends Span {
  readonly type: 'variable'
  /** What the path starts from where that is no name: the text of `'text'.size`. */
  readonly root?: Literal | Range
  readonly path: readonly (string | Expression)[]
}

/** `(1..3)` */
export interface Range extends Span {
  readonly type: 'range'
  readonly from: Expression
  readonly to: Expression
}

export type ComparisonOperator = '==' | '!=' | '<' | '>' | '<=' | '>=' | 'contains'

/** LiquidJS gives `and` and `or` the same precedence and groups them to the right. */
export interface Binary extends Span {
  readonly type: 'binary'
  readonly operator: ComparisonOperator | 'and' | 'or'
  readonly operatorSpan: Span
  readonly left: Expression
  readonly right: Expression
}

export interface Not extends Span {
  readonly type: 'not'
  readonly operatorSpan: Span
  readonly operand: Expression
}

/** An operand that is not there, `undefined` to LiquidJS; its span is empty. */
export interface Missing extends Span {
  readonly type: 'missing'
}

/** One thing that LiquidJS rejects. Wording lives in the `syntax-error` and `unknown-tag` rules. */
export interface SyntaxProblem extends Span {
  readonly code:
    | 'unclosed-tag'
    | 'unclosed-output'
    | 'unclosed-block'
    | 'nameless-tag'
    | 'unknown-tag'
    | 'stray-end'
    | 'stray-branch'
    | 'branch-after-else'
    | 'unexpected-arguments'
    | 'invalid-arguments'
    | 'invalid-expression'
    | 'invalid-filter'
    /** `layout` inside a block: it takes the rest of the file, the block's end included. */
    | 'misplaced-tag'
    /** Blocks or expressions nested deeper than `maximumDepth`: our limit, not LiquidJS's. */
    | 'too-deep'
  /** The tag or filter that it is about. */
  readonly name?: string
  /** LiquidJS's own words where they add something. */
  readonly detail?: string
}
