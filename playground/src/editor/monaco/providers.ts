import {
  codeActions,
  complete,
  foldingRanges,
  hover,
  type Position,
  type Range,
  type ServiceDocument,
  type TextEdit,
} from '@codeword/core/service'
import { monaco } from './monaco.ts'

/** Asks Codeword's language service for all that Monaco shows. It answers within the key press, so there is no worker. */
export function registerProviders(language: string, document: () => ServiceDocument | undefined) {
  const { languages } = monaco
  const asked = <Answer>(answer: (known: ServiceDocument) => Answer): Answer | undefined => {
    const known = document()
    return known && answer(known)
  }
  languages.registerCompletionItemProvider(language, {
    triggerCharacters: [' ', "'", '"', '@', '|', '{', '%', '.'],
    provideCompletionItems: (_, position) =>
      asked((known) => {
        const { isIncomplete, items } = complete(known, positionFrom(position))
        const suggestions = items.map(
          ({ label, kind, detail, documentation, insertTextFormat, textEdit }) => ({
            label: { label, ...(detail !== undefined && { description: detail }) },
            kind: kinds[kind],
            insertText: textEdit.newText,
            range: rangeTo(textEdit.range),
            filterText: filterText(known, textEdit, label),
            ...(documentation !== undefined && { documentation: { value: documentation } }),
            ...(insertTextFormat && {
              insertTextRules: languages.CompletionItemInsertTextRule.InsertAsSnippet,
            }),
          }),
        )
        return { suggestions, incomplete: isIncomplete }
      }),
  })
  languages.registerHoverProvider(language, {
    provideHover: (_, position) =>
      asked((known) => {
        const found = hover(known, positionFrom(position))
        return found && { contents: [{ value: found.contents.value }], range: rangeTo(found.range) }
      }),
  })
  languages.registerCodeActionProvider(language, {
    provideCodeActions: (model, range, { markers }) =>
      asked((known) => ({
        actions: codeActions(known, rangeFrom(range)).map(
          ({ title, isPreferred, edit, diagnostics }) => ({
            title,
            kind: 'quickfix',
            isPreferred,
            diagnostics: markers.filter(({ message }) => message === diagnostics[0]?.message),
            edit: {
              edits: Object.values(edit.changes)
                .flat()
                .map((one) => ({
                  resource: model.uri,
                  textEdit: editTo(one),
                  versionId: model.getVersionId(),
                })),
            },
          }),
        ),
        dispose() {},
      })),
  })
  languages.registerFoldingRangeProvider(language, {
    provideFoldingRanges: () =>
      asked((known) =>
        foldingRanges(known).map(({ startLine, endLine }) => ({
          start: startLine + 1,
          end: endLine + 1,
        })),
      ),
  })
}

/** The kinds of the protocol, as Monaco numbers them. */
const { CompletionItemKind } = monaco.languages
const kinds = {
  3: CompletionItemKind.Function,
  6: CompletionItemKind.Variable,
  12: CompletionItemKind.Value,
  14: CompletionItemKind.Keyword,
  15: CompletionItemKind.Snippet,
  24: CompletionItemKind.Operator,
} as const

/** Monaco compares what stands in the range, quotes included, with this. */
const filterText = (
  { lines, source }: ServiceDocument,
  { range }: TextEdit,
  label: string,
): string => {
  const at = lines.span(range.start.line + 1).start + range.start.character
  const quote = /^['"]/.exec(source.text.slice(at))?.[0] ?? ''
  return quote + label
}

const positionFrom = ({ lineNumber, column }: monaco.IPosition): Position => ({
  line: lineNumber - 1,
  character: column - 1,
})

const rangeFrom = (range: monaco.IRange): Range => ({
  start: { line: range.startLineNumber - 1, character: range.startColumn - 1 },
  end: { line: range.endLineNumber - 1, character: range.endColumn - 1 },
})

export const rangeTo = ({ start, end }: Range): monaco.IRange => ({
  startLineNumber: start.line + 1,
  startColumn: start.character + 1,
  endLineNumber: end.line + 1,
  endColumn: end.character + 1,
})

export const editTo = ({ range, newText }: TextEdit): monaco.languages.TextEdit => ({
  range: rangeTo(range),
  text: newText,
})
