import type { Finding } from '../lint/diagnostic.ts'
import type { Connection } from '../lint/rule.ts'
import { type Path, pathText, valueAt } from '../text/mistakes.ts'
import { contains, spanOf } from '../text/span.ts'
import { connectionMistakes } from './connection-mistakes.ts'
import type { HostDocument, SourceFile } from './source-file.ts'

/** Something of Auth0's that holds templates, in whatever syntax it is written. */
export interface ObjectKind {
  /** Words of which one stands in the text of every such file; the others are not even parsed. */
  readonly words: readonly string[]
  /**
   * @param deployed whether auth0-deploy-cli may read the file
   * @returns undefined where the document is something else
   */
  readonly find: (
    document: HostDocument,
    deployed: boolean,
  ) => Pick<SourceFile, 'templates' | 'connections'> | undefined
}

/** The object at a path of a document, as rules see it. */
export function objectAt(document: HostDocument, at: Path): Connection {
  const value = valueAt(document.value, at)
  return {
    value: typeof value === 'object' && value !== null ? (value as Connection['value']) : {},
    spanAt: (path) => document.spanAt([...at, ...path]),
    keyAt: (path) => document.keyAt([...at, ...path]),
    problems: doubledKeys(document, at),
    mistakes: connectionMistakes(value),
  }
}

/** A document that cannot be read: all that is known is where it breaks. */
export function unreadable({ problem }: HostDocument): Connection {
  const { start, end, message } = problem ?? { ...spanOf(0, 0), message: 'it is empty' }
  const finding = `This file cannot be read, so its message reaches no customer: ${message}`
  return onlyProblems([{ start, end, message: finding }])
}

/** Nothing that could be checked, and the reasons why. */
export const onlyProblems = (problems: readonly Finding[]): Connection => ({
  value: {},
  spanAt: () => undefined,
  keyAt: () => undefined,
  problems,
  mistakes: [],
})

function doubledKeys(document: HostDocument, at: Path): readonly Finding[] {
  const whole = document.spanAt(at)
  const inside = document.duplicateKeys.filter((key) => whole !== undefined && contains(whole, key))
  return inside.map(({ path, start, end }) => ({
    start,
    end,
    severity: 'warning',
    message: `${pathText(path.slice(at.length))} stands here twice, and only the last one counts`,
  }))
}

/** Where the items of a document may stand: in a list, in a list under a key, or as the document itself. */
export function itemPaths(value: unknown, ...keys: readonly string[]): readonly Path[] {
  const lists: readonly Path[] = [[], ...keys.map((key) => [key])]
  for (const list of lists) {
    const items = valueAt(value, list)
    if (Array.isArray(items)) return items.map((_, index) => [...list, index])
  }
  return [[]]
}

/** What people call the place of a text. */
export const nameOf = (document: HostDocument, path: Path): string =>
  document.nameAt(path) ?? pathText(path)
