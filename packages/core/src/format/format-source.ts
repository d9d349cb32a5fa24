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
 * Formats the templates of a file and nothing else in it. The file is read again afterwards: what does not come out as
 * it was meant is not changed.
 */
export async function formatSource(source: SourceFile): Promise<Formatted> {
  const skipped: { name: string; reason: string }[] = []
  const wanted: string[] = []
  const edits = source.templates.flatMap(({ name, text, toHostEdit }): readonly Edit[] => {
    const template = parse(text)
    const own = formatEdits(template)
    const hosted = own.map(toHostEdit).filter((edit) => edit !== undefined)
    const isSaid = hosted.length === own.length
    wanted.push((isSaid ? applyEdits(text, own) : undefined) ?? text)
    if (template.errors.length > 0) skipped.push({ name, reason: 'Liquid rejects it' })
    else if (!isSaid) skipped.push({ name, reason: 'the file cannot hold it in another layout' })
    return isSaid ? hosted : []
  })
  if (edits.length === 0) return { source, skipped }
  const text = applyEdits(source.text, edits)
  const after = text === undefined ? undefined : await openSource(source.path, text)
  const isMeant =
    after?.templates.length === wanted.length &&
    after.templates.every((template, i) => template.text === wanted[i])
  if (isMeant) return { source: after, skipped }
  const all = source.templates.map(({ name }) => ({
    name,
    reason: 'the file would be read otherwise in another layout',
  }))
  return { source, skipped: all }
}
