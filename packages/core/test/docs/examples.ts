/** One fenced block of a docs page: ```` ```liquid segments=1 ````. */
export interface Example {
  readonly language: string
  readonly settings: ReadonlyMap<string, string>
  readonly text: string
  /** Line of the fence, from 1. */
  readonly line: number
}

/** The fenced blocks under `## heading`. */
export function examplesIn(page: string, heading: string): readonly Example[] {
  const start = page.indexOf(`\n## ${heading}\n`)
  if (start < 0) return []
  const next = page.indexOf('\n## ', start + 1)
  const section = page.slice(start, next < 0 ? undefined : next)
  return [...section.matchAll(/^```(\S+)(.*)\n([\s\S]*?)\n```$/gm)].map((match) => ({
    language: match[1]!,
    settings: new Map(
      match[2]!
        .trim()
        .split(/\s+/)
        .map((pair) => pair.split('=', 2) as [string, string]),
    ),
    text: match[3]!,
    line: page.slice(0, start + match.index).split('\n').length,
  }))
}
