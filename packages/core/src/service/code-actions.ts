import { diagnosticOf } from './diagnose.ts'
import { offsetAt, type ServiceDocument, textEdit } from './document.ts'
import type { CodeAction, Range } from './protocol.ts'

/** The fixes of what is wrong in a range, those first that change no other customer's message. */
export function codeActions(
  document: ServiceDocument,
  { start, end }: Range,
): readonly CodeAction[] {
  const from = offsetAt(document, start)
  const to = offsetAt(document, end)
  const actions = document
    .report()
    .diagnostics.filter((found) => found.start <= to && from <= found.end)
    .flatMap((found) =>
      (found.fixes ?? []).map(
        ({ title, safe, edits }): CodeAction => ({
          title,
          kind: 'quickfix',
          diagnostics: [diagnosticOf(document, found)],
          isPreferred: safe,
          edit: { changes: { [document.uri]: edits.map((edit) => textEdit(document, edit)) } },
        }),
      ),
    )
  return actions.sort((a, b) => Number(b.isPreferred) - Number(a.isPreferred))
}
