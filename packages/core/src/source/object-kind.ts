import type { Finding } from '../lint/diagnostic.ts'
import type { Connection } from '../lint/rule.ts'
import { type Path, pathText, valueAt } from '../text/mistakes.ts'
import { contains, spanOf } from '../text/span.ts'
import { connectionMistakes } from './connection-mistakes.ts'
import type { HostDocument, SourceFile } from './source-file.ts'

/** Something of Auth0's that holds templates, in whatever syntax it is written. */
export interface ObjectKind {
  /** What stands in the text of every such file; the others are not even parsed. */
  readonly mentioned: RegExp
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
  return {
    value: {},
    spanAt: () => undefined,
    keyAt: () => undefined,
    problems: [{ start, end, message: finding }],
    mistakes: [],
  }
}

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
