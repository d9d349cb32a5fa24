import type { Span } from '../text/span.ts'
import type { Rendered } from './rendered.ts'

/**
 * The template source that made `start..end` of a rendered text: exact inside text that was copied as it
 * stands, the whole placeholder or output where a value was put in.
 */
export function sourceOf(rendered: Rendered, { start, end }: Span): Span {
  const touched = rendered.parts.filter((part) => part.start < end && part.end > start)
  const first = touched[0] ?? rendered.parts.at(-1)
  const last = touched.at(-1) ?? first
  if (first === undefined || last === undefined) return { start: 0, end: 0 }
  const copied = (part: typeof first): boolean =>
    part.inserted === undefined && part.end - part.start === part.source.end - part.source.start
  return {
    start: copied(first)
      ? first.source.start + Math.max(0, start - first.start)
      : first.source.start,
    end: copied(last) ? last.source.end - Math.max(0, last.end - end) : last.source.end,
  }
}
