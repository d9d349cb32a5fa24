/**
 * The shapes of the Language Server Protocol 3.17 that the service speaks, as plain JSON:
 * https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/
 */

/** Both from 0; characters are UTF-16 units. */
export interface Position {
  readonly line: number
  readonly character: number
}

export interface Range {
  readonly start: Position
  readonly end: Position
}

export interface TextEdit {
  readonly range: Range
  readonly newText: string
}

export interface Diagnostic {
  readonly range: Range
  readonly severity: (typeof severities)[keyof typeof severities]
  /** The name of the rule. */
  readonly code: string
  readonly source: 'codeword'
  readonly message: string
  readonly data: {
    /** The page of the rule, from the root of the documentation's repository. */
    readonly docs: string
    /** Decided for the whole domain; absent on rules that prove nothing. */
    readonly proved?: boolean
  }
}

export const severities = { error: 1, warning: 2, info: 3 } as const

export interface CodeAction {
  readonly title: string
  readonly kind: 'quickfix'
  readonly diagnostics: readonly Diagnostic[]
  /** The fix is safe: no message changes but those that are wrong. */
  readonly isPreferred: boolean
  readonly edit: { readonly changes: Readonly<Record<string, readonly TextEdit[]>> }
}

export interface CompletionList {
  /** Whether other items may fit once more is typed. */
  readonly isIncomplete: boolean
  readonly items: readonly CompletionItem[]
}

export interface CompletionItem {
  readonly label: string
  readonly kind: (typeof completionKinds)[keyof typeof completionKinds]
  readonly detail?: string
  readonly documentation?: string
  /** 2: the new text is a snippet, with `$1` where the caret goes. */
  readonly insertTextFormat?: 2
  readonly textEdit: TextEdit
}

export const completionKinds = {
  filter: 3,
  variable: 6,
  value: 12,
  tag: 14,
  snippet: 15,
  operator: 24,
} as const

export interface Hover {
  readonly contents: { readonly kind: 'markdown'; readonly value: string }
  readonly range: Range
}

export interface DocumentSymbol {
  readonly name: string
  readonly kind: (typeof symbolKinds)[keyof typeof symbolKinds]
  readonly range: Range
  readonly selectionRange: Range
  readonly children: readonly DocumentSymbol[]
}

export const symbolKinds = { template: 1, branch: 22, block: 23 } as const

/** Lines from 0, both included. */
export interface FoldingRange {
  readonly startLine: number
  readonly endLine: number
}
