import * as service from '../../src/service/index.ts'

/** Marks the caret in templates of tests. */
const caret = '¦'

/** A document as an editor has it, and where its caret is. */
export async function editing(
  marked: string,
  uri = 'file:///sms/otp.liquid',
): Promise<{ document: service.ServiceDocument; position: service.Position; text: string }> {
  const at = marked.indexOf(caret)
  const text = marked.replace(caret, '')
  const document = await service.openDocument(uri, text)
  const before = text.slice(0, at).split('\n')
  const position = { line: before.length - 1, character: before.at(-1)!.length }
  return { document, position, text }
}

/** The text after edits, as an editor applies them. */
export function edited(text: string, edits: readonly service.TextEdit[]): string {
  const lines = text.split('\n')
  const offset = ({ line, character }: service.Position): number =>
    lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0) + character
  return [...edits]
    .sort((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce(
      (after, { range, newText }) =>
        after.slice(0, offset(range.start)) + newText + after.slice(offset(range.end)),
      text,
    )
}
