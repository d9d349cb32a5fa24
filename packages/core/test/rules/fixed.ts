import type { Fix } from '../../src/index.ts'
import { diagnose } from './cases.ts'

/** What a template is after the first fix of every finding of a rule, and whether all were safe. */
export async function fixed(
  rule: string,
  source: string,
): Promise<{ readonly text: string; readonly safe: boolean }> {
  const found = (await diagnose(source)).filter((diagnostic) => diagnostic.rule === rule)
  const fixes = found.flatMap(({ fixes: [first] = [] }) => (first ? [first] : []))
  const edits = fixes.flatMap((fix: Fix) => fix.edits).sort((a, b) => b.start - a.start)
  const text = edits.reduce(
    (before, { start, end, text: written }) => before.slice(0, start) + written + before.slice(end),
    source,
  )
  return { text, safe: fixes.length > 0 && fixes.every(({ safe }) => safe) }
}
