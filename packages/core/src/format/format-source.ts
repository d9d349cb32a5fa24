import { openSource } from '../source/open-source.ts'
import type { SourceFile } from '../source/source-file.ts'
import { parse } from '../syntax/parse.ts'
import { applyEdits } from '../text/apply-edits.ts'
import type { Edit } from '../text/span.ts'
import { formatEdits } from './format-template.ts'

/** A file whose templates have their canonical layout. */
export interface Formatted {
  readonly source: SourceFile
  /** Templates that LiquidJS rejects, or that the host cannot hold so; they are as they were. */
  readonly skipped: readonly { readonly name: string; readonly reason: string }[]
}

/**
 * Formats the templates of a file, one after the other, and nothing else in it. The file is read again each time:
 * what does not come out as it was meant is not changed.
 */
export async function formatSource(source: SourceFile): Promise<Formatted> {
  const skipped: { name: string; reason: string }[] = []
  let formatted = source
  for (const [at, { name, text }] of source.templates.entries()) {
    const template = parse(text)
    const edits = formatEdits(template)
    if (template.errors.length > 0) skipped.push({ name, reason: 'Liquid rejects it' })
    if (edits.length === 0) continue
    // What a line end or a blank means in a host depends on what is around it, so edits that are right each may not
    // be so together; one for the whole stretch rewrites more, and is right by itself.
    const after =
      (await rewritten(formatted, at, edits)) ??
      (await rewritten(formatted, at, [inOnePiece(text, edits)]))
    if (after !== undefined) formatted = after
    else skipped.push({ name, reason: 'the file cannot hold it in another layout' })
  }
  return { source: formatted, skipped }
}

function inOnePiece(source: string, edits: readonly Edit[]): Edit {
  const start = Math.min(...edits.map((edit) => edit.start))
  const end = Math.max(...edits.map((edit) => edit.end))
  const text = applyEdits(source.slice(0, end), edits)!
  return { start, end, text: text.slice(start) }
}

/** @returns the file with another text in one of its templates; undefined where it would not say just that */
async function rewritten(
  source: SourceFile,
  at: number,
  edits: readonly Edit[],
): Promise<SourceFile | undefined> {
  const hosted = edits.map(source.templates[at]!.toHostEdit)
  if (!hosted.every((edit) => edit !== undefined)) return undefined
  const text = applyEdits(source.text, hosted)
  const after = text === undefined ? undefined : await openSource(source.path, text)
  const wanted = source.templates.map((template, i) =>
    i === at ? applyEdits(template.text, edits) : template.text,
  )
  const isMeant =
    after?.templates.length === wanted.length &&
    after.templates.every((template, i) => template.text === wanted[i])
  return isMeant ? after : undefined
}
