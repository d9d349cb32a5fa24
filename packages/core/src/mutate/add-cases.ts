import { caseLines } from '../fixture/case-lines.ts'
import type { Fixture, FixtureCase } from '../fixture/fixture.ts'
import { fixtureDocument } from '../fixture/fixture-document.ts'
import { readFixture } from '../fixture/read-fixture.ts'
import type { Span } from '../text/span.ts'
import { lineEndOf, listedCases } from './case-texts.ts'
import type { NewCase } from './new-cases.ts'

/**
 * Puts cases at the end of a fixture's list. Everything else in its text stays as it is, comments and layout
 * included, and the new text is read again to see that it says what was meant.
 *
 * @returns the new text; undefined where the layout has no place for them, as with `cases: *others`
 */
export async function addCases(
  fixture: Fixture,
  cases: readonly NewCase[],
): Promise<string | undefined> {
  if (cases.length === 0) return fixture.text
  const text = await withCases(fixture, cases)
  const read = await readFixture(fixture.path, text)
  return read.ok && says(read.fixture, fixture, cases) ? text : undefined
}

async function withCases(
  { path, text, cases }: Fixture,
  added: readonly NewCase[],
): Promise<string> {
  const { value, spanAt } = await fixtureDocument(path, text)
  const lineEnd = lineEndOf(text)
  const put = (at: number, inserted: string): string =>
    text.slice(0, at) + inserted + text.slice(at)
  const last = cases.at(-1)
  if (last !== undefined && text[spanAt(['cases'])?.start ?? 0] === '[')
    return put(last.span.end, listedCases(added, text, last.span))
  if (last !== undefined) {
    const dash = text.lastIndexOf('-', last.span.start)
    const indent = dash - startOfLine(text, dash)
    const at = endOfCase(text, last.span, indent)
    const before = text[at - 1] === '\n' ? '' : lineEnd
    return put(at, before + (await caseLines(added, indent, lineEnd)))
  }
  const key = Object.keys(value as object).at(-1)!
  const end = spanAt([key])!.end
  if (/^[\ufeff\s]*\{/.test(text)) return put(end, `, "cases": ${JSON.stringify(added)}`)
  const before = text.endsWith('\n') ? '' : lineEnd
  return put(text.length, `${before}cases:${lineEnd}${await caseLines(added, 2, lineEnd)}`)
}

const startOfLine = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1

/** After the last line of a case, with the comments that are indented like what is in it. */
function endOfCase(text: string, { end }: Span, indent: number): number {
  const comments = new RegExp(`(?:[ \\t]{${indent + 1},}#.*(?:\\n|$))*`, 'y')
  const next = text[end - 1] === '\n' ? end - 1 : text.indexOf('\n', end)
  comments.lastIndex = next < 0 ? text.length : next + 1
  comments.exec(text)
  return comments.lastIndex
}

function says(after: Fixture, before: Fixture, added: readonly NewCase[]): boolean {
  const meant = { ...sense(before), cases: [...before.cases, ...added].map(senseOfCase) }
  return (
    JSON.stringify({ ...sense(after), cases: after.cases.map(senseOfCase) }) ===
    JSON.stringify(meant)
  )
}

/** What a fixture says, wherever it stands. */
function sense({ path: _, text: __, source, ...said }: Fixture): object {
  return { ...said, source: [source.kind, source.path, source.message] }
}

const senseOfCase = ({
  name,
  headers,
  value,
  variables,
  expect,
}: Partial<FixtureCase>): object => ({
  name,
  headers,
  value,
  variables,
  expect,
})
