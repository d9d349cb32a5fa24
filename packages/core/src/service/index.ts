export { codeActions } from './code-actions.ts'
export { complete } from './complete.ts'
export { diagnose } from './diagnose.ts'
export { openDocument, type ServiceDocument } from './document.ts'
export { foldingRanges } from './folding-ranges.ts'
export { format } from './format.ts'
export { hover } from './hover.ts'
export type {
  CodeAction,
  CompletionItem,
  CompletionList,
  Diagnostic,
  DocumentSymbol,
  FoldingRange,
  Hover,
  Position,
  Range,
  TextEdit,
} from './protocol.ts'
export { symbols } from './symbols.ts'
