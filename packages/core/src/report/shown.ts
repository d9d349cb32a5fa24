import type { FileReport } from '../check/lint-source.ts'
import { contains, type Span } from '../text/span.ts'

/**
 * A file as it may be shown, all offsets kept: outside of templates every character is a bullet, because a
 * connection holds secrets, under keys however misspelt, and in files that cannot be parsed.
 */
export function shownText({ text, templates }: FileReport): string {
  let shown = ''
  let at = 0
  for (const span of [...templates].sort((a, b) => a.start - b.start)) {
    const before = text.slice(at, Math.max(at, span.start))
    const key = /"\w{1,40}"\s{0,8}:\s{0,8}"?$/.exec(before)?.[0] ?? ''
    shown += hidden(before.slice(0, before.length - key.length)) + key
    shown += text.slice(Math.max(at, span.start), span.end)
    at = Math.max(at, span.end)
  }
  return shown + hidden(text.slice(at))
}

/** Whether the source of a finding may be shown: it stands inside of one template. */
export const mayShow = ({ templates }: FileReport, finding: Span): boolean =>
  templates.some((template) => contains(template, finding))

const hidden = (text: string): string => text.replace(/[^\s"{}[\]:,]/g, '•')
